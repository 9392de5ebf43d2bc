namespace Recalc.Graph;

/// <summary>
/// That a node read another when it ran last. A link lies in two lists: what its reader read, in the order of reading, and who reads its
/// source, in no order. 20 bytes; 0 is the number of no link.
/// </summary>
internal struct NodeLink
{
    /// <summary>The node that was read.</summary>
    public int Source;

    /// <summary>The node that read it.</summary>
    public int Reader;

    /// <summary>The link of what the reader read next; of a link that is free the next free one.</summary>
    public int NextSource;

    /// <summary>The next link of those that read the source.</summary>
    public int NextReader;

    /// <summary>The link before it of those that read the source; 0 for the first.</summary>
    public int PreviousReader;
}
