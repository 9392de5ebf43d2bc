using System.Runtime.CompilerServices;
using Recalc.Functions;
using Recalc.Scripts;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <content>
/// Lazy arguments of registered functions, which are computed within the call. Their scripts run on the stacks of the script that called, above what is there; only the call of the
/// function itself stands on the .NET stack.
/// </content>
internal sealed partial class Interpreter
{
    /// <summary>How many scripts wait for the one whose end ends the run at hand: more than none within a lazy argument.</summary>
    private int _floor;

    private bool _isWaiting;

    public override bool IsWaiting => _isWaiting;

    /// <summary>When the value that is computed is too old, as a time stamp of the clock; <see cref="long.MaxValue"/> for one that does not grow old.</summary>
    public long Expiry { get; private set; }

    public override void Expire(TimeSpan timeToLive)
    {
        var ticks = timeToLive.TotalSeconds * Clock.TimestampFrequency;
        var now = Clock.GetTimestamp();
        if (ticks < long.MaxValue / 2 - now) Expiry = Math.Min(Expiry, now + Math.Max(1, (long)ticks));
    }

    public override bool TryForce(ref Operand argument)
    {
        if (_isWaiting) return false;
        if (argument.Object is Thunk thunk)
        {
            if (thunk.Value is null)
            {
                if (!TryEvaluate(thunk, out var value))
                {
                    _isWaiting = true;
                    return false;
                }
                thunk.Value = value;
            }
            argument = thunk.Value.Value;
        }
        if (argument.Word.IsOmitted) argument = Operand.Blank;
        if (TryRead(ref argument)) return true;
        _isWaiting = true;
        return false;
    }

    // What a lazy argument yields, be it a reference. False when it met a cell that is not valid.
    private bool TryEvaluate(Thunk thunk, out Operand value)
    {
        value = Operand.Error(ErrorKind.Num, Faults.OverCalls(_frameCount));
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return true;
        var (floor, wasAsked) = (_floor, _isAsked);
        var reader = default(ScriptReader);
        Reserve(1);
        Push(Operand.Function(thunk));
        Call(thunk, 0, null, 0, ref reader);
        _floor = _frameCount;
        if (!Run(reader)) return false;
        (_floor, _isAsked) = (floor, wasAsked);
        Return(ref reader);
        value = Pop();
        return true;
    }
}
