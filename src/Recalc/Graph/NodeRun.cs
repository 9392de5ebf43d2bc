using System.Runtime.CompilerServices;

namespace Recalc.Graph;

/// <summary>How far a run of a node has come in saying what it reads. A mutable struct: it is kept where the run is.</summary>
/// <param name="reader">The node that runs.</param>
/// <param name="visit">The visit that runs it: for the owner.</param>
/// <param name="first">The first link of what the node read the last time.</param>
internal struct NodeRun(int reader, int visit, int first)
{
    private const int None = -1;

    /// <summary>The node that runs.</summary>
    public readonly int Reader = reader;

    public readonly int Visit = visit;

    /// <summary>The link of the last source that was new to the run; 0 as long as it read nothing.</summary>
    public int Cursor;

    /// <summary>The link behind it, of what the node read next the last time; 0 when it read no more.</summary>
    public int Next = first;

    /// <summary>What was read last, and before that: code that reads in a loop reads the same few again and again.</summary>
    public int Last = None;
    public int Before = None;

    /// <summary>The number under which sources are noted as read, and the link up to which they are; 0 as long as there are too few.</summary>
    public int Stamp;
    public int StampedTo;

    /// <summary>True when a source is known to have been read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool HasJustRead(int source) => Last == source || Before == source;
}
