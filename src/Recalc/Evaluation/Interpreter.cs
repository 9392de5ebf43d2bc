using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Graph;
using Recalc.Scripts;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <summary>
/// Evaluates the script of one cell over a stack of operands. It reads cells that are valid and stops at the first that is not: then
/// <see cref="Wanted"/> says what it needs, and it is called again from the start. (A frame that waits thus holds no operands, and a
/// chain of a million costs little; see src/DECISIONS.md.) For one thread; used again and again, and allocates for texts and arrays only.
/// </summary>
internal sealed partial class Interpreter : CallSite
{
    private const int DeepestNames = 32;

    private Model _model;
    private readonly EvaluationLimits _limits;

    /// <summary>The operands, of which <see cref="_top"/> are there; long enough for every script that runs.</summary>
    private Operand[] _stack = new Operand[64];
    private int _top;

    /// <summary>How many operands a script of this evaluation pushes at most.</summary>
    private int _scriptDepth;

    private Grid _grid = new(0);
    private CellAddress _cell;

    /// <summary>How many names are being evaluated in the place where they stand.</summary>
    private int _nameDepth;

    public Interpreter(Model model, EvaluationLimits limits) => (_model, _limits) = (model, limits);

    /// <summary>Turns to the model of another workbook of the same family.</summary>
    public void Attach(Model other) => _model = other;

    /// <summary>What could not be read, after <see cref="Evaluate"/> returned <see cref="Operand.Blocked"/>.</summary>
    public GridRange Wanted { get; private set; }

    /// <summary>The cells of the cycle that is being iterated: they are read though they are marked. Null when there is none.</summary>
    public HashSet<GridCell>? OwnCycle { get; set; }

    /// <summary>
    /// Computes a cell. The result is a single value, never blank, or <see cref="Operand.Blocked"/>.
    /// </summary>
    public Operand Evaluate(Grid grid, CellAddress cell, FormulaId formula) => TryRun(grid, cell, formula) ? Settle() : Operand.Blocked;

    /// <summary>
    /// Computes the anchor of an array or spill. The result is a single value, never blank, an array, an area whose cells are valid, or
    /// <see cref="Operand.Blocked"/>.
    /// </summary>
    public Operand EvaluateArray(Grid grid, CellAddress cell, FormulaId formula)
    {
        if (!TryRun(grid, cell, formula) || !(IsFunction(ref _stack[_top - 1]) || TryRead(ref _stack[_top - 1]))) return Operand.Blocked;
        var result = Pop();
        return result.Word.IsBlank || result.IsOmitted ? 0 : result;
    }

    // Leaves what the formula yields on top, be it a reference. False when it met a cell that is not valid.
    private bool TryRun(Grid grid, CellAddress cell, FormulaId formula)
    {
        Begin(grid, cell);
        var script = _model.Formulas.ScriptOf(formula);
        if (script != FormulaTable.Unreadable) return Run(Start(script, LocalsOf(script)));
        Push(Operand.Error(ErrorKind.Name, Faults.Unreadable));
        return true;
    }

    // A lambda that is left in a cell becomes an error.
    private static bool IsFunction(ref Operand result)
    {
        if (result.FunctionOrNull is not { } function) return false;
        result = function is NamedFunction ? NoValue(function) : Operand.Error(ErrorKind.Calc, Faults.NotCalled);
        return true;
    }

    /// <summary>True when the result of <see cref="Evaluate"/> is the first value of several.</summary>
    public bool HasMore { get; private set; }

    // The result as a cell holds it: of a grid the first value, and 0 for a blank.
    private Operand Settle()
    {
        HasMore = false;
        ref var top = ref _stack[_top - 1];
        if (top.Object is AreaArray ? !TryRead(ref top) : !TrySingle(ref top)) return Operand.Blocked;
        var result = Pop();
        if (IsFunction(ref result)) return result;
        if (result.Object is AreaList) return Operand.Error(ErrorKind.Value, Faults.ManyAreas);
        if (result.Grid is { } grid)
        {
            HasMore = grid.Rows > 1 || grid.Columns > 1;
            if (result.AreaOrNull is { } area && !Demand(area)) return Operand.Blocked;
            result = grid[0, 0];
        }
        return result.Word.IsBlank || result.IsOmitted ? 0 : result;
    }

    // Runs a script and those that it calls; what it yields is on top then. False when it met a cell that is not valid.
    private bool Run(ScriptReader reader)
    {
        while (true)
        {
            var start = reader.At;
            switch (reader.Read(out var item))
            {
                case Opcode.Constant: Push(_model.Pools.Constants[item]); break;
                case Opcode.Cell: if (!PushCell(_model.Pools.References[item])) return false; break;
                case Opcode.Range: PushRange(_model.Pools.References[item]); break;
                case Opcode.Name: if (!Name(item, ref reader)) return false; break;
                case Opcode.Local: Local(item); break;
                case Opcode.Unary: if (!Unary(item)) return false; break;
                case Opcode.Binary: if (!Binary(item, _frameCount == 0 && reader.IsBeforeReturn)) return false; break;
                case Opcode.Call: if (!Call(_model.Pools.Functions.ById(item), reader.ReadOperand(), ref reader)) return false; break;
                case Opcode.JumpIfFalse: if (!Branch(start, item, ref reader)) return false; break;
                case Opcode.Jump: Leave(start, item, ref reader); break;
                case Opcode.Select: if (!Join(start)) return false; break;
                case Opcode.Array: Push(Operand.Array(ArrayOf(item))); break;
                case Opcode.Lambda: Lambda(item); break;
                case Opcode.Callback: if (!Callback(item, null, 0, ref reader)) return false; break;
                default:
                    if (_frameCount == _floor) return true;
                    if (!Return(ref reader)) return false;
                    break;
            }
        }
    }

    private void Push(in Operand operand) => _stack[_top++] = operand;

    private Operand Pop() => _stack[--_top];

    private bool Unary(int item)
    {
        ref var operand = ref _stack[_top - 1];
        if (item >= (int)Probe.IsError) return Ask((Probe)item);
        switch ((SyntaxKind)item)
        {
            case SyntaxKind.ImplicitIntersection:
                operand = Intersect(operand);
                return true;
            case SyntaxKind.SpillRange:
                return SpillOf(ref operand);
            case SyntaxKind.UnaryPlus when operand.AreaOrNull is not { Count: > 1 }:
                return true;
        }
        if (!TryRead(ref operand)) return false;
        operand = operand.Grid is null ? Operators.Unary((SyntaxKind)item, operand, this) : Lifting.Unary((SyntaxKind)item, operand, this);
        return true;
    }

    private bool Binary(int item, bool isLast)
    {
        if (item >= (int)Probe.IsError) return Ask((Probe)item);
        ref var left = ref _stack[_top - 2];
        ref var right = ref _stack[_top - 1];
        var kind = (SyntaxKind)item;
        if (kind is SyntaxKind.Range or SyntaxKind.Union or SyntaxKind.Intersection)
        {
            left = OfAreas(kind, left, right);
        }
        else
        {
            if (!TryRead(ref left) || !TryRead(ref right)) return false;
            left = left.Grid is null && right.Grid is null
                ? Operators.Binary(kind, left, right, isLast, this)
                : Lifting.Binary(kind, left, right, isLast, this);
        }
        _top--;
        return true;
    }

    // Of a column the cell in the own row, of a row that in the own column; of an array the first value.
    private Operand Intersect(in Operand operand)
    {
        if (operand.Object is AreaList) return Operand.Error(ErrorKind.Value, Faults.ManyAreas);
        if (operand.Grid is not { } grid) return operand;
        if (operand.AreaOrNull is not { } area) return grid is AreaArray areas ? areas.At(0, 0) : grid[0, 0];
        var range = area.Range;
        var column = range.Columns == 1 ? range.First.Column : _cell.Column;
        var row = range.Rows == 1 ? range.First.Row : _cell.Row;
        var common = new CellAddress(column, row);
        return range.Contains(common) ? Operand.Area(Area(area.Sheet, new CellRange(common))) : ErrorKind.Value;
    }
}
