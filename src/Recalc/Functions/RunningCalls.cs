namespace Recalc.Functions;

/// <summary>
/// The calls of registered functions that an engine makes and that have not returned, each within a lazy argument of the one before. What a call was handed is good
/// while it runs. For one thread at a time.
/// </summary>
internal sealed class RunningCalls
{
    private long[] _serials = new long[4];
    private long _last;

    /// <summary>How many there are.</summary>
    public int Depth { get; private set; }

    /// <summary>Begins a call, which <see cref="End"/> ends.</summary>
    public CallTicket Begin()
    {
        if (Depth == _serials.Length) Array.Resize(ref _serials, 2 * Depth);
        _serials[Depth] = ++_last;
        return new CallTicket(this, Depth++, _last);
    }

    /// <summary>Ends the call that was begun last.</summary>
    public void End() => Depth--;

    public bool IsRunning(int depth, long serial) => depth < Depth && _serials[depth] == serial;
}
