using Recalc.Functions;
using Recalc.Scripts;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <content>
/// Lazy functions. A single condition takes one branch. An array of conditions takes those that some of its values choose, one after the
/// other, and their values are joined value by value where the branches meet.
/// </content>
internal sealed partial class Interpreter
{
    /// <summary>An array of conditions whose branches are being evaluated.</summary>
    private struct Control
    {
        public Operand Conditions;

        /// <summary>The value of the branch for TRUE, once it was evaluated; blank when nobody takes it.</summary>
        public Operand Taken;

        /// <summary>True when no value chooses the branch for FALSE.</summary>
        public bool IsAllTrue;

        /// <summary>True when what was asked about lies below, and is the value where the branch for FALSE has none.</summary>
        public bool IsAsked;

        /// <summary>Where the jump that ends the branch for TRUE stands, and where the branches meet.</summary>
        public int Jump;
        public int End;
    }

    /// <summary>The conditions that are open, outermost first; <see cref="_controlCount"/> of them.</summary>
    private Control[] _controls = new Control[4];
    private int _controlCount;

    /// <summary>True right after a question about an array: what was asked about lies below the answers.</summary>
    private bool _isAsked;

    private bool Branch(int start, int distance, ref ScriptReader reader)
    {
        var target = reader.At + distance;
        ref var top = ref _stack[_top - 1];
        if (!TryRead(ref top)) return false;
        var condition = Pop();
        var (jump, end) = reader.EndOfBranch(start, target);
        if (condition.Grid is { } grid)
        {
            var (isChosen, isOtherChosen) = Chosen(grid);
            if (_controlCount == _controls.Length) Array.Resize(ref _controls, 2 * _controlCount);
            _controls[_controlCount++] = new Control { Conditions = condition, Jump = jump, End = end, IsAllTrue = !isOtherChosen, IsAsked = _isAsked };
            _isAsked = false;
            if (isChosen) return true;
            _controls[_controlCount - 1].Taken = Operand.Blank;
            if (isOtherChosen) reader.At = target;
            else SkipOther(ref reader);
        }
        else if (!Coercion.TryToLogical(condition.Value, out var isTrue, out var error))
        {
            Push(condition.IsError ? condition : error);
            reader.At = end;
        }
        else if (!isTrue) reader.At = target;
        return true;
    }

    // Whether any value takes the branch for TRUE, and any that for FALSE; errors take neither.
    private static (bool IsTrue, bool IsFalse) Chosen(ValueGrid conditions)
    {
        var (isTrue, isFalse) = (false, false);
        var isUsedUp = conditions.UsedRows == conditions.Rows && conditions.UsedColumns == conditions.Columns;
        if (!isUsedUp) Choose(conditions.Fill, ref isTrue, ref isFalse);
        for (var column = 0; column < conditions.UsedColumns && !(isTrue && isFalse); column++)
            for (var row = 0; row < conditions.UsedRows && !(isTrue && isFalse); row++) Choose(conditions[row, column], ref isTrue, ref isFalse);
        return (isTrue, isFalse);
    }

    private static void Choose(in CellValue condition, ref bool isTrue, ref bool isFalse)
    {
        if (!Coercion.TryToLogical(condition, out var choice, out _)) return;
        isTrue |= choice;
        isFalse |= !choice;
    }

    private void Leave(int start, int distance, ref ScriptReader reader)
    {
        if (_controlCount == _firstControl || _controls[_controlCount - 1].Jump != start)
        {
            reader.At += distance;
            return;
        }
        ref var control = ref _controls[_controlCount - 1];
        control.Taken = Pop();
        if (control.IsAllTrue) SkipOther(ref reader);
    }

    // Nobody takes the branch for FALSE: something stands in the place of its value.
    private void SkipOther(ref ScriptReader reader)
    {
        ref var control = ref _controls[_controlCount - 1];
        if (!control.IsAsked) Push(Operand.Blank);
        reader.At = control.End;
    }

    private bool Join(int start)
    {
        while (_controlCount > _firstControl && _controls[_controlCount - 1].End == start)
        {
            ref var control = ref _controls[_controlCount - 1];
            if (!TryRead(ref control.Taken) || !TryRead(ref _stack[_top - 1])) return false;
            _stack[_top - 1] = Lifting.Select(control.Conditions, control.Taken, _stack[_top - 1], this);
            _controlCount--;
        }
        return true;
    }

    // Leaves a logical, or an array of them, on top. What was asked about stays below when the answer may be no.
    private bool Ask(Probe probe)
    {
        switch (probe)
        {
            case Probe.IsError or Probe.IsNotAvailable: return AskOne(probe);
            case Probe.IsEqual or Probe.IsChoice: return AskTwo(probe);
            case Probe.Drop:
                _top--;
                return true;
        }
        ref var asked = ref _stack[_top - 1];
        if (!TryRead(ref asked)) return false;
        var kind = probe == Probe.ToNotAvailable ? ErrorKind.NotAvailable : ErrorKind.Value;
        var toError = kind == ErrorKind.Value ? ToValueError : ToNotAvailable;
        asked = asked.Grid is not null ? Lifting.Call(toError, [asked], [true], this) : asked.IsError ? asked : kind;
        return true;
    }

    private static readonly FunctionBody IsAnError = (arguments, _) => arguments[0].IsError;
    private static readonly FunctionBody IsNotAvailable = (arguments, _) => arguments[0].IsError && arguments[0].Word.Error == ErrorKind.NotAvailable;
    private static readonly FunctionBody ToValueError = (arguments, _) => arguments[0].IsError ? arguments[0] : ErrorKind.Value;
    private static readonly FunctionBody ToNotAvailable = (arguments, _) => arguments[0].IsError ? arguments[0] : ErrorKind.NotAvailable;
    private static readonly FunctionBody Truncate = (arguments, _) =>
        Coercion.TryToNumber(arguments[0].Value, default, out var number, out var error) ? Math.Truncate(number) : error;

    private bool AskOne(Probe probe)
    {
        ref var asked = ref _stack[_top - 1];
        if (asked.Object is Closure)
        {
            Push(false);
            return true;
        }
        if (!TryRead(ref asked)) return false;
        var test = probe == Probe.IsError ? IsAnError : IsNotAvailable;
        if (asked.Grid is not null)
        {
            Push(Lifting.Call(test, [asked], [true], this));
            _isAsked = _stack[_top - 1].Grid is not null;
        }
        else if (test([asked], this).Word.IsTrue) asked = true;
        else Push(false);
        return true;
    }

    private bool AskTwo(Probe probe)
    {
        var other = Pop();
        ref var asked = ref _stack[_top - 1];
        if (!TryRead(ref asked) || !TryRead(ref other)) return false;
        var compared = asked;
        if (probe == Probe.IsChoice) compared = asked.Grid is null ? Truncate([asked], this) : Lifting.Call(Truncate, [asked], [true], this);
        var answer = compared.Grid is null && other.Grid is null
            ? Operators.Binary(SyntaxKind.Equal, compared, other, false, this)
            : Lifting.Binary(SyntaxKind.Equal, compared, other, false, this);
        // A single answer of yes, or an error, takes the place of what was asked about.
        if (answer.Grid is null && (answer.IsError || answer.Word.IsTrue)) asked = answer;
        else Push(answer);
        _isAsked = answer.Grid is not null;
        return true;
    }
}
