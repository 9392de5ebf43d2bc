namespace Recalc.Recalculation;

/// <summary>How the nodes fare that are being made valid.</summary>
internal enum VisitOutcome
{
    /// <summary>They are valid.</summary>
    Done,

    /// <summary>They wait for cells of a grid.</summary>
    Waits,

    /// <summary>Frames were dropped, theirs among them or not: the one on top goes on.</summary>
    Moved,
}
