namespace Recalc.Recalculation;

/// <summary>What a frame of the stack does.</summary>
internal enum FrameKind : byte
{
    /// <summary>Pulls what somebody asked for, or the cells of a stretch that was given up; claims nothing.</summary>
    Pull,

    /// <summary>Runs a stretch of one region.</summary>
    Run,

    /// <summary>Computes the rows of a recurrence of several columns.</summary>
    Recurrence,

    /// <summary>Iterates the cells of a cycle.</summary>
    Cycle,

    /// <summary>Makes nodes valid.</summary>
    Node,
}
