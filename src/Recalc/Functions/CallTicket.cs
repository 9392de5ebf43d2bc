namespace Recalc.Functions;

/// <summary>A call of a registered function, by which what it was handed knows whether it has returned. <c>default</c> is a call that has.</summary>
internal readonly record struct CallTicket(RunningCalls? Calls, int Depth, long Serial)
{
    /// <summary>Throws when the call has returned.</summary>
    public void Check()
    {
        if (Calls is null || !Calls.IsRunning(Depth, Serial))
            throw new InvalidOperationException("What a function is handed is good while its call runs; copy what is needed longer.");
    }
}
