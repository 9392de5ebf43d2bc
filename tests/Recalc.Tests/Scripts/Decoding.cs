using Recalc.Scripts;

namespace Recalc.Tests.Scripts;

/// <summary>Reads single instructions of a script.</summary>
internal static class Decoding
{
    /// <summary>The opcode and item at <paramref name="at"/>, which moves behind them.</summary>
    public static (Opcode Opcode, int Item) Decode(ReadOnlySpan<ushort> words, ref int at)
    {
        var reader = new ScriptReader(words) { At = at };
        var opcode = reader.Read(out var item);
        at = reader.At;
        return (opcode, item);
    }
}
