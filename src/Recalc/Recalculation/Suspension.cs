namespace Recalc.Recalculation;

/// <summary>
/// Ends the runs of nodes that are under way because what they want has to be computed first, and their stack is no place for it: it grew
/// too deep, or leads round in a circle. They run again afterwards. Code that catches everything does no harm: its run ends all the same.
/// </summary>
internal sealed class Suspension() : Exception("A C# node is run again once what it reads is computed.")
{
    public static readonly Suspension Instance = new();
}
