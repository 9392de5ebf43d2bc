using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Graph;
using Recalc.Scripts;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <summary>
/// Says how large an array a formula is likely to yield, by following its script with nothing but that on the stack. How large it is
/// shows when it runs; what is known before makes reads settle it before they look at cells that it may fill. Used again and again. For
/// one thread.
/// </summary>
internal sealed class SpillReader(Model model, int depth = 0)
{
    /// <summary>How many formulas of names are looked into, one within the other; past that they may be anything.</summary>
    private const int Deepest = 16;

    /// <summary>What looks into the formulas of names; null until there is one.</summary>
    private SpillReader? _names;

    /// <summary>The arguments of the call at hand.</summary>
    private SpillExtent[] _arguments = new SpillExtent[8];

    /// <summary>How large each operand may be.</summary>
    private readonly Stack<SpillExtent> _stack = new();

    /// <summary>Branches that are open: how large the condition and the first branch may be, where that ends, and where the other does.</summary>
    private readonly Stack<(SpillExtent Extent, int Jump, int End)> _branches = new();

    /// <summary>Turns to the model of another workbook of the same family.</summary>
    public void Attach(Model other)
    {
        model = other;
        _names?.Attach(other);
    }

    /// <summary>What a spill of a formula may fill; all to the right and below when nobody knows.</summary>
    public CellRange PotentialOf(int grid, Region region)
    {
        var extent = ExtentOf(region.Formula, grid);
        if (extent == SpillExtent.Single) extent = SpillExtent.Any;             // that it spills showed when it ran
        var first = region.Range.First;
        var (columns, rows) = (Math.Min(extent.Columns, SheetLimits.Columns - first.Column), Math.Min(extent.Rows, SheetLimits.Rows - first.Row));
        return new CellRange(first.Column, first.Row, first.Column + columns - 1, first.Row + rows - 1);
    }

    /// <summary>True for a formula of the dynamic flavor that may yield more than one value.</summary>
    public bool MaySpill(FormulaId formula, int grid) => ExtentOf(formula, grid).IsArray;

    /// <summary>How large the array of a formula may be; single when it is not of the dynamic flavor.</summary>
    public SpillExtent ExtentOf(FormulaId formula, int grid) =>
        model.Formulas.FlavorOf(formula) == FormulaFlavor.Dynamic ? Follow(model.ScriptOf(formula), grid) with { Number = double.NaN } : SpillExtent.Single;

    private SpillExtent Follow(ReadOnlySpan<byte> script, int grid)
    {
        _stack.Clear();
        _branches.Clear();
        var reader = new ScriptReader(script);
        while (!reader.IsAtEnd)
        {
            var start = reader.At;
            Follow(reader.Read(out var item), item, start, grid, ref reader);
        }
        return Pop();
    }

    private void Follow(Opcode opcode, int item, int start, int grid, ref ScriptReader reader)
    {
        switch (opcode)
        {
            case Opcode.Constant:
                var constant = model.Pools.Constants[item];
                _stack.Push(SpillExtent.Single with { Number = constant.Kind == CellValueKind.Number ? constant.AsNumber() : double.NaN });
                break;
            case Opcode.Cell: _stack.Push(SpillExtent.Single); break;
            case Opcode.Range: _stack.Push(ExtentOf(model.Pools.References[item].Area)); break;
            case Opcode.Array: _stack.Push(new SpillExtent(model.Pools.Arrays[item].Rows, model.Pools.Arrays[item].Columns)); break;
            case Opcode.Lambda: _stack.Push(SpillExtent.Any); break;
            case Opcode.Name: _stack.Push(ExtentOf(model.MeaningOf(item, grid))); break;
            case Opcode.Local when (item & 1) == 0: _stack.Push(SpillExtent.Any); break;
            case Opcode.Local: Pop(); break;
            case Opcode.Unary: FollowUnary(item); break;
            case Opcode.Binary: FollowBinary(item); break;
            case Opcode.Call: FollowCall(model.Pools.Functions.ById(item), reader.ReadOperand()); break;
            case Opcode.Callback:
                for (var i = 0; i < item; i++) Pop();
                _stack.Push(Pop().IsMissing ? SpillExtent.Single : SpillExtent.Any);
                break;
            case Opcode.JumpIfFalse:
                var (jump, end) = reader.EndOfBranch(start, reader.At + item);
                _branches.Push((Pop(), jump, end));
                break;
            case Opcode.Jump when _branches.TryPeek(out var branch) && branch.Jump == start:
                _branches.Pop();
                _branches.Push(branch with { Extent = branch.Extent | Pop() });
                break;
            case Opcode.Select:
                var extent = Pop();
                while (_branches.TryPeek(out var ended) && ended.End == start) extent |= _branches.Pop().Extent;
                _stack.Push(extent);
                break;
        }
    }

    private SpillExtent ExtentOf(in NameMeaning meaning) => meaning.Kind switch
    {
        NameKind.Area or NameKind.Row => ExtentOf(meaning.Area.Area),
        NameKind.OwnTable when meaning.Structure!.Parts == TableParts.ThisRow && meaning.Structure.FirstColumn == meaning.Structure.LastColumn =>
            SpillExtent.Single,
        NameKind.OwnTable => SpillExtent.Any,
        NameKind.Formula when depth == Deepest => SpillExtent.Any,
        NameKind.Formula => (_names ??= new SpillReader(model, depth + 1)).Follow(model.ScriptOf(meaning.Formula), meaning.Scope),
        NameKind.Missing => SpillExtent.Single with { IsMissing = true },
        _ => SpillExtent.Single,
    };

    private static SpillExtent ExtentOf(in AreaReference area) =>
        SpillExtent.Of(CountOf(area.Row1, area.Row2), CountOf(area.Column1, area.Column2));

    // An end that moves while the other stays makes any number of them.
    private static double CountOf(Coordinate first, Coordinate last) =>
        first.IsAbsolute == last.IsAbsolute ? Math.Abs(last.Value - first.Value) + 1 : double.PositiveInfinity;

    private SpillExtent Pop() => _stack.TryPop(out var extent) ? extent : SpillExtent.Single;

    private void FollowUnary(int item)
    {
        if (item == (int)Probe.Drop)
        {
            Pop();
            return;
        }
        if (item >= (int)Probe.IsError)
        {
            _stack.Push(_stack.TryPeek(out var asked) ? asked : SpillExtent.Single);   // the answers are as many as what they are about
            return;
        }
        var operand = Pop();
        _stack.Push((SyntaxKind)item switch
        {
            SyntaxKind.SpillRange => SpillExtent.Any,
            SyntaxKind.ImplicitIntersection => SpillExtent.Single,
            _ => operand with { Number = double.NaN },
        });
    }

    private void FollowBinary(int item)
    {
        var right = Pop();
        if (item >= (int)Probe.IsError)
        {
            _stack.Push(_stack.TryPeek(out var asked) ? asked | right : right);
            return;
        }
        var left = Pop();
        _stack.Push((SyntaxKind)item is SyntaxKind.Range or SyntaxKind.Union or SyntaxKind.Intersection ? SpillExtent.Any : left | right);
    }

    // A function yields an array when it is made to, and when an argument that is a single value is one.
    private void FollowCall(FunctionDeclaration function, int arguments)
    {
        if (_arguments.Length < arguments) _arguments = new SpillExtent[Math.Max(arguments, 2 * _arguments.Length)];
        for (var i = arguments - 1; i >= 0; i--) _arguments[i] = Pop();
        var extent = function.YieldsArray ? MadeBy(function.Name, _arguments.AsSpan(0, arguments)) : SpillExtent.Single;
        var isPosition = function.Name is "ROW" or "COLUMN";                    // as many as their reference has
        for (var i = 0; i < arguments; i++)
            if (isPosition || function.KindOf(i, arguments) == ArgumentKind.Value) extent |= _arguments[i];
        _stack.Push(extent);
    }

    // What functions that are there to yield arrays make of theirs, at most.
    private static SpillExtent MadeBy(string function, ReadOnlySpan<SpillExtent> arguments)
    {
        if (arguments.IsEmpty) return SpillExtent.Any;
        var first = arguments[0] with { Number = double.NaN };
        return function switch
        {
            "FILTER" or "SORT" or "SORTBY" or "UNIQUE" or "TAKE" or "DROP" or "TRIMRANGE" or "MINVERSE" => first,
            "TRANSPOSE" => first.Transposed,
            "TOCOL" => SpillExtent.Of(first.Count, 1),
            "TOROW" => SpillExtent.Of(1, first.Count),
            "MMULT" when arguments.Length == 2 => new SpillExtent(first.Rows, arguments[1].Columns),
            "SEQUENCE" or "RANDARRAY" => SpillExtent.Of(CountOf(arguments[0]), arguments.Length > 1 ? CountOf(arguments[1]) : 1),
            "MUNIT" => SpillExtent.Of(CountOf(arguments[0]), CountOf(arguments[0])),
            _ => SpillExtent.Any,
        };
    }

    // So many as a constant says; any number when it is none. No comparison holds of NaN.
    private static double CountOf(in SpillExtent argument) => argument.Number >= 0 ? argument.Number : double.PositiveInfinity;
}
