using System.Text;
using Recalc.Addressing;
using Recalc.Names;

namespace Recalc.Evaluation;

/// <summary>Reads texts that spell references, as INDIRECT takes them.</summary>
internal static class ReferenceText
{
    /// <summary>The longest text that is looked at: two sheets' names and two cells take less.</summary>
    private const int Longest = 1024;

    /// <summary>Takes a text apart into the spelling of a sheet, with its <c>!</c> and perhaps empty, and the rest.</summary>
    /// <returns>False when it is too long to be a reference.</returns>
    public static bool TrySplit(string text, out Qualifier? sheet, out byte[] rest)
    {
        (sheet, rest) = (null, []);
        text = text.Trim(' ');
        if (text.Length is 0 or > Longest) return false;
        // A structured reference may have one in the name of a column.
        var end = text.EndsWith(']') && text.IndexOf('[', StringComparison.Ordinal) is > 0 and var open
            ? text.LastIndexOf('!', open) + 1
            : text.LastIndexOf('!') + 1;
        if (end > 1) sheet = QualifierReader.Read(Encoding.UTF8.GetBytes(text[..end]));
        rest = Encoding.UTF8.GetBytes(text[end..]);
        return end != 1 && rest.Length > 0;
    }

    /// <summary>The cells that a reference without a sheet means in a cell.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, bool isA1, CellAddress cell, out CellRange range)
    {
        range = default;
        var length = isA1 ? A1Notation.ReadArea(text, out var area) : R1C1Notation.ReadArea(text, out area);
        return length == text.Length && area.TryAt(isA1 ? default : cell, out range);
    }
}
