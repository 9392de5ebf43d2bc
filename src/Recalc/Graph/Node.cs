namespace Recalc.Graph;

/// <summary>
/// A cell without a sheet: an input or a C# node. Its number is its cell on the names sheet. 32 bytes, without its links (20 bytes each)
/// and the objects that texts need.
/// </summary>
internal struct Node
{
    /// <summary>The word of its value, old ones included; of text and objects what it stands for lies beside it.</summary>
    public ulong Word;

    /// <summary>What computes it; null for an input. Of an <see cref="NodeFlags.Area"/> the cells.</summary>
    public object? Body;

    /// <summary>The first link of what it read when it ran last; 0 when it read nothing.</summary>
    public int FirstSource;

    /// <summary>The first link of those that read it; 0 when nobody does.</summary>
    public int FirstReader;

    public NodeFlags Flags;

    /// <summary>How the body is called: a number of the engine's; 0 for an input.</summary>
    public ushort Code;

    public readonly bool IsMarked => (Flags & NodeFlags.Marked) != 0;

    public readonly bool IsMust => (Flags & NodeFlags.Must) != 0;
}
