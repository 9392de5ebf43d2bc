using Recalc.Evaluation.Kernels;
using Recalc.Functions;
using Recalc.Scripts;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <content>
/// Lazy functions. When all active lanes choose the same branch, the others are jumped over. Otherwise each branch is evaluated for the
/// lanes that chose it, one after the other, and the values are joined where the branches meet. A lane whose condition is an error takes
/// neither: the error is its value.
/// </content>
internal sealed partial class LaneInterpreter
{
    /// <summary>Branches that are being evaluated for some of the lanes.</summary>
    private sealed class Control
    {
        /// <summary>The lanes that were active before.</summary>
        public LaneMask Outer;
        public bool WereAll;

        public LaneMask IsTrue;
        public LaneMask IsFalse;
        public bool HasErrors;

        /// <summary>The errors of the lanes that are in neither, when there are any.</summary>
        public LaneRegister Errors = new();

        /// <summary>The value of the branch for TRUE.</summary>
        public LaneRegister Taken = new();

        public int Jump;
        public int End;
    }

    private Control[] _controls = [new(), new()];
    private int _controlCount;

    /// <summary>True right after a probe over lanes: what was asked about lies below its answer, whatever that is.</summary>
    private bool _isProbed;

    private LaneOutcome Branch(int start, int distance, ref ScriptReader reader)
    {
        var target = reader.At + distance;
        var (jump, end) = reader.EndOfBranch(start, target);
        var condition = _stack[--_top];
        var wasProbed = _isProbed;
        _isProbed = false;
        var outcome = Read(condition);
        if (outcome != LaneOutcome.Done) return outcome;
        if (condition.Kind == LaneKind.Uniform)
        {
            var value = condition.Value;
            if (!Coercion.TryToLogical(value.Value, out var isTrue, out var error))
            {
                Push().SetUniform(value.IsError ? value : error);
                reader.At = end;
            }
            else if (!isTrue) reader.At = target;
            return LaneOutcome.Done;
        }
        if (_controlCount == _controls.Length) GrowControls();
        var control = _controls[_controlCount];
        Decide(condition, control);
        if (!control.HasErrors && control.IsFalse.IsEmpty)
        {
            if (wasProbed) _top--;                                              // every lane replaces what was asked about
            return LaneOutcome.Done;
        }
        if (!control.HasErrors && control.IsTrue.IsEmpty)
        {
            reader.At = target;
            return LaneOutcome.Done;
        }
        _controlCount++;
        (control.Outer, control.WereAll, control.Jump, control.End) = (_active, _allActive, jump, end);
        (_active, _allActive) = (control.IsTrue, false);
        if (!control.IsTrue.IsEmpty) return LaneOutcome.Done;
        control.Taken.SetUniform(Operand.Blank);
        _active = control.IsFalse;
        reader.At = target;
        if (control.IsFalse.IsEmpty) Skip(control, ref reader);
        return LaneOutcome.Done;
    }

    private void GrowControls()
    {
        var length = _controls.Length;
        Array.Resize(ref _controls, 2 * length);
        for (var i = length; i < _controls.Length; i++) _controls[i] = new Control();
    }

    // Nobody takes the branch for FALSE: something stands in the place of its value.
    private void Skip(Control control, ref ScriptReader reader)
    {
        Push().SetUniform(Operand.Blank);
        reader.At = control.End;
    }

    // Sorts the active lanes by their conditions.
    private void Decide(LaneRegister condition, Control control)
    {
        var others = default(LaneMask);
        control.HasErrors = false;
        control.IsTrue = default;
        ConditionKernel.Run(condition.Words(_count), control.IsTrue, others);
        var errors = default(LaneMask);
        for (var lane = NextFailed(others, 0); lane >= 0; lane = NextFailed(others, lane + 1))
        {
            var value = condition[lane];
            if (Coercion.TryToLogical(value.Value, out var isTrue, out var error))
            {
                if (isTrue) control.IsTrue.Add(lane);
                continue;
            }
            if (!control.HasErrors) control.Errors.SetComputed(_count);
            control.HasErrors = true;
            control.Errors.Set(lane, value.IsError ? value : error, _count);
            errors.Add(lane);
        }
        control.IsTrue &= _active;
        control.IsFalse = _active.Except(control.IsTrue, errors);
    }

    // A reference is read while the lanes are active that chose it.
    private LaneOutcome Leave(int start, int distance, ref ScriptReader reader)
    {
        if (_controlCount == 0 || _controls[_controlCount - 1].Jump != start)
        {
            reader.At += distance;
            return LaneOutcome.Done;
        }
        var control = _controls[_controlCount - 1];
        var outcome = ReadBranch(_stack[_top - 1]);
        if (outcome != LaneOutcome.Done) return outcome;
        (control.Taken, _stack[_top - 1]) = (_stack[_top - 1], control.Taken);
        _top--;
        _active = control.IsFalse;
        if (control.IsFalse.IsEmpty) Skip(control, ref reader);
        return LaneOutcome.Done;
    }

    // What a branch yields is joined with the other's, and whoever takes it is told that it was a reference.
    private LaneOutcome ReadBranch(LaneRegister value)
    {
        var wasReference = value.Kind == LaneKind.Reference || value.WasReference;
        var outcome = Read(value);
        value.WasReference = wasReference;
        return outcome;
    }

    // References of several cells are no values that could be joined.
    private LaneOutcome Join(int start)
    {
        while (_controlCount > 0 && _controls[_controlCount - 1].End == start)
        {
            var control = _controls[--_controlCount];
            var outcome = ReadBranch(_stack[_top - 1]);
            if (outcome != LaneOutcome.Done) return outcome;
            (_active, _allActive) = (control.Outer, control.WereAll);
            var other = _stack[_top - 1];
            var result = Push();
            var words = result.SetComputed(_count);
            SelectKernel.Run(control.IsTrue, SourceOf(control.Taken), SourceOf(other), words);
            AddObjects(result, words, control, other);
            result.WasReference = control.Taken.WasReference || other.WasReference;
            Replace(1);
        }
        return LaneOutcome.Done;
    }

    // Texts and errors bring their objects with them, and lanes whose condition was an error have it for their value.
    private void AddObjects(LaneRegister result, ReadOnlySpan<ulong> words, Control control, LaneRegister other)
    {
        var from = control.HasErrors ? 0 : WordSpan.FirstBoxed(System.Runtime.InteropServices.MemoryMarshal.Cast<ulong, double>(words));
        for (var lane = NextActive(from); lane >= 0; lane = NextActive(lane + 1))
        {
            if (control.IsTrue.Contains(lane)) result.Set(lane, control.Taken[lane], _count);
            else if (control.IsFalse.Contains(lane)) result.Set(lane, other[lane], _count);
            else result.Set(lane, control.Errors[lane], _count);
        }
    }

    // Only IFERROR and IFNA are asked of lanes together; SWITCH and CHOOSE go one by one.
    private LaneOutcome Ask(Probe probe)
    {
        if (probe is not (Probe.IsError or Probe.IsNotAvailable)) return LaneOutcome.Refused;
        var asked = _stack[_top - 1];
        var outcome = Read(asked);
        if (outcome != LaneOutcome.Done) return outcome;
        if (asked.Kind == LaneKind.Uniform)
        {
            if (IsAsked(asked.Value.Word, probe)) asked.SetUniform(true);
            else Push().SetUniform(false);
            return LaneOutcome.Done;
        }
        var words = asked.Words(_count);
        var answers = Push().SetComputed(_count);
        for (var lane = 0; lane < words.Length; lane++) answers[lane] = CellWord.FromLogical(IsAsked(new CellWord(words[lane]), probe)).Bits;
        _isProbed = true;
        return LaneOutcome.Done;
    }

    private static bool IsAsked(CellWord word, Probe probe) => word.IsError && (probe == Probe.IsError || word.Error == ErrorKind.NotAvailable);
}
