namespace Recalc.Functions;

/// <summary>
/// Ends a call whose lazy argument has to wait for a cell: the call is made again when the cell is there. Code that catches everything does no harm: what it returns does
/// not count.
/// </summary>
internal sealed class NotReadyException() : Exception("A lazy argument waits for a cell; the function is called again when that is computed.")
{
    public static readonly NotReadyException Instance = new();
}
