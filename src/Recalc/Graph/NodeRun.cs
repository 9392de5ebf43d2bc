namespace Recalc.Graph;

/// <summary>How far a run of a node has come in saying what it reads. A mutable struct: it is kept where the run is.</summary>
internal struct NodeRun
{
    /// <summary>The node that runs.</summary>
    public int Reader;

    /// <summary>The link of what it read last; 0 before it read anything.</summary>
    public int Cursor;

    /// <summary>The number under which sources are noted as read, and the link up to which they are; 0 as long as there are too few.</summary>
    public int Stamp;
    public int StampedTo;
}
