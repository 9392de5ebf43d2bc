namespace Recalc.Recalculation;

/// <summary>A node that is being made valid, and the link of the source that is looked at next; 0 when all were.</summary>
internal record struct Visit(int Node, int Link);
