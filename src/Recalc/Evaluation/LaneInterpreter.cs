using Recalc.Addressing;
using Recalc.Evaluation.Kernels;
using Recalc.Graph;
using Recalc.Scripts;
using Recalc.Syntax;

namespace Recalc.Evaluation;

/// <summary>
/// Evaluates the script of up to 1,024 cells of a rectangle at a time, an instruction for all lanes together. Lanes go down the columns,
/// one column after the other. Kernels compute what is numbers; lanes that a kernel leaves out are computed by the operators of single
/// values. Results are left in registers, never in the cells. Like <see cref="Interpreter"/> it stops at the first cell that is not
/// valid, and is called again from the start.
/// </summary>
internal sealed partial class LaneInterpreter
{
    private Model _model;

    /// <summary>Evaluates single lanes, and is the call site of functions.</summary>
    private readonly Interpreter _single;

    /// <summary>The operands, of which <see cref="_top"/> are there.</summary>
    private LaneRegister[] _stack = [new(), new(), new(), new()];
    private int _top;

    private Grid _grid = new(0);

    /// <summary>The rectangle of the lanes; <see cref="_count"/> of them, <see cref="_rows"/> in each column.</summary>
    private CellRange _cells;
    private int _rows;
    private int _count;

    /// <summary>The lanes that the instructions are for: all, or those that chose the branch.</summary>
    private LaneMask _active;
    private bool _allActive;

    public LaneInterpreter(Model model, Interpreter single) => (_model, _single) = (model, single);

    /// <summary>Turns to the model of another workbook of the same family.</summary>
    public void Attach(Model other) => _model = other;

    /// <summary>What could not be read, after <see cref="LaneOutcome.Blocked"/>.</summary>
    public GridRange Wanted { get; private set; }

    /// <summary>The words of the results, after <see cref="LaneOutcome.Done"/>.</summary>
    public ReadOnlySpan<ulong> Words => _stack[0].Words(_count);

    /// <summary>The objects of the results; empty when none has one.</summary>
    public ReadOnlySpan<object?> Sides => _stack[0].Sides(_count);

    /// <summary>Computes cells of a rectangle whose formula does not look at them.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="cells">The rectangle: up to 1,024 cells.</param>
    /// <param name="wanted">The lanes of the cells that are computed; what the others get is anybody's guess.</param>
    /// <param name="formula">The formula of all of them.</param>
    public LaneOutcome Evaluate(Grid grid, CellRange cells, in LaneMask wanted, FormulaId formula)
    {
        (_grid, _cells, _rows, _count) = (grid, cells, cells.Rows, (int)cells.Count);
        (_top, _controlCount, _isProbed) = (0, 0, false);
        (_active, _allActive) = (wanted, wanted.RunEnd(0) >= _count - 1);
        var outcome = Run(new ScriptReader(_model.ScriptOf(formula)));
        if (outcome != LaneOutcome.Done) return outcome;
        outcome = Read(_stack[0]);
        if (outcome != LaneOutcome.Done) return outcome;
        _stack[0].Settle(_count);
        return LaneOutcome.Done;
    }

    private LaneOutcome Run(ScriptReader reader)
    {
        while (true)
        {
            var start = reader.At;
            var outcome = LaneOutcome.Done;
            switch (reader.Read(out var item))
            {
                case Opcode.Constant: Push().SetUniform(_model.Pools.Constants[item]); break;
                case Opcode.Cell: outcome = Cell(_model.Pools.References[item]); break;
                case Opcode.Range: PushRange(_model.Pools.References[item]); break;
                case Opcode.Name: outcome = Name(item); break;
                case Opcode.Unary: outcome = Unary(item); break;
                case Opcode.Binary: outcome = Binary(item, reader.IsBeforeReturn); break;
                case Opcode.Call: outcome = Call(item, reader.ReadOperand()); break;
                case Opcode.JumpIfFalse: outcome = Branch(start, item, ref reader); break;
                case Opcode.Jump: outcome = Leave(start, item, ref reader); break;
                case Opcode.Select: outcome = Join(start); break;
                case Opcode.Return: return LaneOutcome.Done;
                default: return LaneOutcome.Refused;
            }
            if (outcome != LaneOutcome.Done) return outcome;
        }
    }

    private LaneRegister Push()
    {
        if (_top == _stack.Length) Grow();
        return _stack[_top++];
    }

    private void Grow()
    {
        var length = _stack.Length;
        Array.Resize(ref _stack, 2 * length);
        for (var i = length; i < _stack.Length; i++) _stack[i] = new LaneRegister();
    }

    // Puts the result, which was computed above the operands, in the place of the first of them.
    private void Replace(int operands)
    {
        var result = _top - 1;
        var place = result - operands;
        (_stack[place], _stack[result]) = (_stack[result], _stack[place]);
        _top = place + 1;
    }

    private LaneOutcome Unary(int item)
    {
        if (item >= (int)Probe.IsError) return Ask((Probe)item);
        var kind = (SyntaxKind)item;
        if (kind is not (SyntaxKind.Negate or SyntaxKind.Percent or SyntaxKind.UnaryPlus or SyntaxKind.ImplicitIntersection)) return LaneOutcome.Refused;
        var operand = _stack[_top - 1];
        var outcome = Read(operand);
        if (outcome != LaneOutcome.Done || kind is SyntaxKind.UnaryPlus or SyntaxKind.ImplicitIntersection) return outcome;
        if (operand.Kind == LaneKind.Uniform)
        {
            operand.SetUniform(Operators.Unary(kind, operand.Value, _single));
            return LaneOutcome.Done;
        }
        var result = Push();
        var failed = default(LaneMask);
        if (UnaryKernels.Run(kind, new LaneSource(operand.Words(_count)), result.SetComputed(_count), failed) > 0)
            for (var lane = NextFailed(failed, 0); lane >= 0; lane = NextFailed(failed, lane + 1))
                result.Set(lane, Operators.Unary(kind, operand[lane], _single), _count);
        Replace(1);
        return LaneOutcome.Done;
    }

    private LaneOutcome Binary(int item, bool isLast)
    {
        if (item >= (int)Probe.IsError) return LaneOutcome.Refused;
        var kind = (SyntaxKind)item;
        var (left, right) = (_stack[_top - 2], _stack[_top - 1]);
        if (kind is SyntaxKind.Range or SyntaxKind.Union or SyntaxKind.Intersection) return LaneOutcome.Refused;
        var outcome = Read(left);
        if (outcome == LaneOutcome.Done) outcome = Read(right);
        if (outcome != LaneOutcome.Done) return outcome;
        if (left.Kind == LaneKind.Uniform && right.Kind == LaneKind.Uniform)
        {
            left.SetUniform(Operators.Binary(kind, left.Value, right.Value, isLast, _single));
            _top--;
            return LaneOutcome.Done;
        }
        var result = Push();
        var failed = default(LaneMask);
        if (BinaryKernels.Run(kind, isLast, SourceOf(left), SourceOf(right), result.SetComputed(_count), failed) > 0)
            for (var lane = NextFailed(failed, 0); lane >= 0; lane = NextFailed(failed, lane + 1))
                result.Set(lane, Operators.Binary(kind, left[lane], right[lane], isLast, _single), _count);
        Replace(2);
        return LaneOutcome.Done;
    }

    private LaneSource SourceOf(LaneRegister register) =>
        register.Kind == LaneKind.Uniform ? new LaneSource(register.Value.Word.Bits) : new LaneSource(register.Words(_count));

    // The next lane that a kernel left to us and that anybody will look at.
    private int NextFailed(in LaneMask failed, int from)
    {
        var lane = failed.Next(from);
        while (lane >= 0 && !_allActive && !_active.Contains(lane)) lane = failed.Next(lane + 1);
        return lane < _count ? lane : -1;
    }

    private bool IsValid(Grid grid, CellRange range)
    {
        if (grid.States.IsValid(range)) return true;
        Wanted = new GridRange(grid.Id, range);
        return false;
    }

    // What the active lanes refer to, and nothing else. The areas of neighbouring lanes overlap or touch, or are the same, so those of a
    // rectangle of lanes are the rectangle of its first and last.
    private bool AreValid(Grid grid, in AreaReference area)
    {
        area.TryAt(CellOf(0), out var first);
        area.TryAt(CellOf(_count - 1), out var end);
        var all = first.Union(end);
        if (_allActive) return IsValid(grid, all);
        if (grid.States.IsValid(all)) return true;
        for (var lane = NextActive(0); lane >= 0;)
        {
            var last = Math.Min(_active.RunEnd(lane), lane / _rows * _rows + _rows - 1);
            area.TryAt(CellOf(lane), out first);
            area.TryAt(CellOf(last), out end);
            if (!IsValid(grid, first.Union(end))) return false;
            lane = NextActive(last + 1);
        }
        return true;
    }

    private CellAddress CellOf(int lane) => new(_cells.First.Column + lane / _rows, _cells.First.Row + lane % _rows);

    // True when all lanes refer to cells of the sheet: the first and the last do, for each coordinate stays or goes with them.
    private bool IsOnSheet(in AreaReference area) => area.TryAt(CellOf(0), out _) && area.TryAt(CellOf(_count - 1), out _);

    // True when all lanes refer to the same cells.
    private bool IsSame(in AreaReference area) =>
        (_rows == 1 || (area.Row1.IsAbsolute && area.Row2.IsAbsolute))
        && (_rows == _count || (area.Column1.IsAbsolute && area.Column2.IsAbsolute));

    // The next active lane; -1 when there is none.
    private int NextActive(int from)
    {
        var lane = from < _count ? _active.Next(from) : -1;
        return lane < _count ? lane : -1;
    }
}
