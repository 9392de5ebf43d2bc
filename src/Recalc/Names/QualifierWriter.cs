using Recalc.Addressing;

namespace Recalc.Names;

/// <summary>Spells a qualifier as Excel does, with apostrophes where a sheet's name needs them.</summary>
internal static class QualifierWriter
{
    public static byte[] Write(Qualifier qualifier)
    {
        if (qualifier.IsMissing) return "#REF!"u8.ToArray();
        var sheets = qualifier.IsSpan ? $"{qualifier.FirstSheet}:{qualifier.LastSheet}" : qualifier.FirstSheet ?? "";
        var text = qualifier.Book is null ? sheets : $"[{qualifier.Book}]{sheets}";
        var plain = IsPlain(qualifier.FirstSheet) && IsPlain(qualifier.LastSheet) && (qualifier.Book is null || qualifier.LinkNumber > 0);
        return Utf8Lens.Encode((plain ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'") + "!");
    }

    /// <summary>True for a sheet's name that needs no apostrophes: it reads as a name, not as a number or a reference.</summary>
    public static bool IsPlain(string? name)
    {
        if (name is null) return true;
        if (name.Length == 0 || !(char.IsLetter(name[0]) || name[0] == '_')) return false;
        foreach (var c in name)
            if (!(char.IsLetterOrDigit(c) || c is '_' or '.')) return false;
        var bytes = Utf8Lens.Encode(name);
        return A1Notation.ReadCell(bytes, out _, out _) != bytes.Length && R1C1Notation.ReadArea(bytes, out _) != bytes.Length;
    }
}
