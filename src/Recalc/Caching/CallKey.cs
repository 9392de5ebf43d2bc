using System.Numerics;
using Recalc.Functions;

namespace Recalc.Caching;

/// <summary>The arguments of a call that was made: their words, and of texts the strings. Immutable.</summary>
internal readonly struct CallKey
{
    private const int BytesOfArrays = 48;
    private const int BytesOfString = 24;

    private readonly ulong[] _words;

    /// <summary>The strings, by argument; null when no argument is a text.</summary>
    private readonly string?[]? _texts;

    public CallKey(ReadOnlySpan<Operand> arguments)
    {
        _words = new ulong[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            _words[i] = arguments[i].Word.Bits;
            if (arguments[i].Object is string text) (_texts ??= new string?[arguments.Length])[i] = text;
        }
    }

    /// <summary>About how many bytes the key takes.</summary>
    public int Bytes => BytesOfArrays + sizeof(ulong) * _words.Length + (_texts is null ? 0 : _texts.Sum(t => IntPtr.Size + BytesOf(t)));

    /// <summary>True when a call with these arguments can be found again: all are single values, whose objects are texts.</summary>
    public static bool IsPossible(ReadOnlySpan<Operand> arguments)
    {
        foreach (ref readonly var argument in arguments)
            if (argument.Object is not (null or string) || argument.Word.IsError) return false;
        return true;
    }

    /// <summary>About how many bytes a text takes.</summary>
    public static int BytesOf(string? text) => text is null ? 0 : BytesOfString + sizeof(char) * text.Length;

    /// <summary>Words of numbers differ in few bits: the seed and the steps between spread them, and strings spread themselves.</summary>
    public static ulong Hash(ulong seed, int function, ReadOnlySpan<Operand> arguments)
    {
        const ulong Golden = 0x9E37_79B9_7F4A_7C15;
        var hash = seed ^ (uint)function * Golden;
        foreach (ref readonly var argument in arguments)
        {
            var word = argument.Object is string text ? (uint)text.GetHashCode(StringComparison.Ordinal) | 1UL << 63 : argument.Word.Bits;
            hash = BitOperations.RotateLeft((hash ^ word) * Golden, 29);
        }
        hash = (hash ^ hash >> 32) * Golden;                                    // the bits in which small numbers differ reach both ends
        return hash ^ hash >> 32;
    }

    /// <summary>True for the same arguments.</summary>
    public bool Matches(ReadOnlySpan<Operand> arguments)
    {
        if (arguments.Length != _words.Length) return false;
        for (var i = 0; i < arguments.Length; i++)
        {
            var isSame = arguments[i].Object is string text ? string.Equals(_texts?[i], text, StringComparison.Ordinal) : _texts?[i] is null && _words[i] == arguments[i].Word.Bits;
            if (!isSame) return false;
        }
        return true;
    }
}
