namespace Recalc.Tests;

/// <summary>Measures what code allocates once it is warm.</summary>
internal static class Allocated
{
    private const int Attempts = 5;

    /// <summary>
    /// The bytes that an action allocates on this thread: the fewest of a few attempts, for the runtime allocates too when it compiles
    /// a loop while it runs.
    /// </summary>
    public static long By(Action action)
    {
        action();
        var least = long.MaxValue;
        for (var attempt = 0; attempt < Attempts && least > 0; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
