using Recalc.Functions;
using Recalc.Values;

namespace Recalc.Caching;

/// <summary>A result in a <see cref="ResultStripe"/>. A mutable struct: it lies in the array of its stripe.</summary>
internal struct CachedResult
{
    /// <summary>The function; null for a place that is free.</summary>
    public FunctionDeclaration? Function;

    public DateSystem Dates;
    public ulong Hash;
    public CallKey Key;

    /// <summary>The result; nothing when it is the first argument as it is.</summary>
    public Operand Value;

    /// <summary>The timestamp until which it is good.</summary>
    public long Until;

    /// <summary>The next place of the same bucket, or of those that are free; -1 for none.</summary>
    public int Next;

    public int Bytes;

    /// <summary>How often it was wanted of late: halved when places are looked for.</summary>
    public byte Uses;

    /// <summary>True when the function returned its first argument as it is.</summary>
    public bool IsAsIs;
}
