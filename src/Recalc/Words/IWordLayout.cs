namespace Recalc.Words;

/// <summary>
/// A machine word cut into fields. Words are drawn as numbers are, high bits on the left, so the first field of a layout's name is
/// the highest; that holds on every machine for a word that was loaded as a word.
/// </summary>
/// <typeparam name="TSelf">The layout.</typeparam>
internal interface IWordLayout<TSelf> where TSelf : struct, IWordLayout<TSelf>
{
    /// <summary>The fields, highest first.</summary>
    static abstract ReadOnlySpan<BitField> Fields { get; }

    /// <summary>The layout over a word; bits above the word's size are ignored.</summary>
    static abstract TSelf FromBits(ulong bits);

    /// <summary>The word itself, zero-extended.</summary>
    ulong Bits { get; }

    /// <summary>Reads a field by its number in <see cref="Fields"/>, over its named property.</summary>
    long this[int field] { get; }
}
