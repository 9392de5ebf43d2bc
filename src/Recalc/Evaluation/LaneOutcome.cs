namespace Recalc.Evaluation;

/// <summary>How a run of lanes ended.</summary>
internal enum LaneOutcome : byte
{
    /// <summary>The results are there.</summary>
    Done,

    /// <summary>A lane needs a cell that is not valid.</summary>
    Blocked,

    /// <summary>The lanes cannot be run together; each is to be evaluated alone.</summary>
    Refused,
}
