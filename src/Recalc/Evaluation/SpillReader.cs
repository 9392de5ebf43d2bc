using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Scripts;
using Recalc.Syntax;

namespace Recalc.Evaluation;

/// <summary>
/// Says whether a formula is likely to yield an array, by following its script with nothing but that on the stack. Whether it does
/// shows when it runs; but what is known before makes reads settle it before they look at cells that it may fill. Used again and again. For one thread.
/// </summary>
internal sealed class SpillReader(Model model, int depth = 0)
{
    /// <summary>How many formulas of names are looked into, one within the other; past that they may be anything.</summary>
    private const int Deepest = 16;

    /// <summary>What looks into the formulas of names; null until there is one.</summary>
    private SpillReader? _names;

    /// <summary>For each operand, whether it may be an array or an area of several cells.</summary>
    private readonly Stack<bool> _stack = new();

    /// <summary>Branches that are open: whether the condition or the first branch may be an array, where that ends, and where the other does.</summary>
    private readonly Stack<(bool IsArray, int Jump, int End)> _branches = new();

    /// <summary>True for a formula of the dynamic flavor that may yield more than one value.</summary>
    public bool MaySpill(FormulaId formula, int grid)
    {
        return model.Formulas.FlavorOf(formula) == FormulaFlavor.Dynamic && MayBeArray(model.ScriptOf(formula), grid);
    }

    private bool MayBeArray(ReadOnlySpan<byte> script, int grid)
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
            case Opcode.Constant or Opcode.Cell: _stack.Push(false); break;
            case Opcode.Range:
                var area = model.Pools.References[item].Area;
                _stack.Push(!area.Column1.Equals(area.Column2) || !area.Row1.Equals(area.Row2));
                break;
            case Opcode.Array or Opcode.Lambda: _stack.Push(true); break;
            case Opcode.Name: _stack.Push(MayBeArray(model.MeaningOf(item, grid))); break;
            case Opcode.Local when (item & 1) == 0: _stack.Push(true); break;
            case Opcode.Local: Pop(); break;
            case Opcode.Unary: FollowUnary(item); break;
            case Opcode.Binary: FollowBinary(item); break;
            case Opcode.Call: FollowCall(FunctionCatalog.ById(item), reader.ReadOperand()); break;
            case Opcode.Callback:
                for (var i = 0; i <= item; i++) Pop();
                _stack.Push(true);
                break;
            case Opcode.JumpIfFalse:
                var (jump, end) = reader.EndOfBranch(start, reader.At + item);
                _branches.Push((Pop(), jump, end));
                break;
            case Opcode.Jump when _branches.TryPeek(out var branch) && branch.Jump == start:
                _branches.Pop();
                _branches.Push(branch with { IsArray = branch.IsArray | Pop() });
                break;
            case Opcode.Select:
                var isArray = Pop();
                while (_branches.TryPeek(out var ended) && ended.End == start) isArray |= _branches.Pop().IsArray;
                _stack.Push(isArray);
                break;
        }
    }

    private bool MayBeArray(in NameMeaning meaning) => meaning.Kind switch
    {
        NameKind.Area or NameKind.Row => meaning.Area.Area.Shape != ReferenceShape.Cell,
        NameKind.OwnTable => meaning.Structure!.Parts != TableParts.ThisRow || meaning.Structure.FirstColumn != meaning.Structure.LastColumn,
        NameKind.Formula => depth == Deepest
            || (_names ??= new SpillReader(model, depth + 1)).MayBeArray(model.ScriptOf(meaning.Formula), meaning.Scope),
        _ => false,
    };

    private bool Pop() => _stack.TryPop(out var isArray) && isArray;

    private void FollowUnary(int item)
    {
        if (item == (int)Probe.Drop)
        {
            Pop();
            return;
        }
        if (item >= (int)Probe.IsError)
        {
            _stack.Push(_stack.TryPeek(out var asked) && asked);               // the answers are as many as what they are about
            return;
        }
        var operand = Pop();
        _stack.Push((SyntaxKind)item == SyntaxKind.SpillRange || (operand && (SyntaxKind)item != SyntaxKind.ImplicitIntersection));
    }

    private void FollowBinary(int item)
    {
        var right = Pop();
        if (item >= (int)Probe.IsError)
        {
            _stack.Push(right || (_stack.TryPeek(out var asked) && asked));
            return;
        }
        var left = Pop();
        _stack.Push(left || right || (SyntaxKind)item is SyntaxKind.Range or SyntaxKind.Union or SyntaxKind.Intersection);
    }

    // A function yields an array when it is made to, and when an argument that is a single value is one.
    private void FollowCall(FunctionDeclaration function, int arguments)
    {
        var isArray = function.YieldsArray;
        var isPosition = function.Name is "ROW" or "COLUMN";                    // as many as their reference has
        for (var i = arguments - 1; i >= 0; i--) isArray |= Pop() && (isPosition || function.KindOf(i, arguments) == ArgumentKind.Value);
        _stack.Push(isArray);
    }
}
