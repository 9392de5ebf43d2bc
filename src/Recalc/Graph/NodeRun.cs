namespace Recalc.Graph;

/// <summary>How far a run of a node has come in saying what it reads. A mutable struct: it is kept where the run is.</summary>
internal struct NodeRun
{
    /// <summary>The node that runs.</summary>
    public int Reader;

    /// <summary>What it read last, and the link of it; 0 is no link, and then the source means nothing.</summary>
    public int Source;
    public int Cursor;

    /// <summary>The number under which sources are noted as read, and the link up to which they are; 0 as long as there are too few.</summary>
    public int Stamp;
    public int StampedTo;
}
