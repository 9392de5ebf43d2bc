using Recalc.Syntax;

namespace Recalc.Scripts;

/// <summary>How OpenFormula's tokens are spelled in Excel (ODF 1.2 part 2 §5 and §6; the names that differ).</summary>
internal static class OpenFormulaSpelling
{
    /// <summary>The spelling of a separator or operator that differs; empty for the others.</summary>
    public static ReadOnlySpan<byte> Translate(TokenKind kind) => kind switch
    {
        TokenKind.Comma or TokenKind.Tilde => ","u8,
        TokenKind.Semicolon => ";"u8,
        TokenKind.Exclamation => " "u8,
        _ => default,
    };

    /// <summary>A function's name without the prefix that says where it comes from, and <c>$$</c> of names.</summary>
    public static ReadOnlySpan<byte> Function(ReadOnlySpan<byte> name)
    {
        foreach (var prefix in Prefixes)
            if (name.Length > prefix.Length && System.Text.Ascii.EqualsIgnoreCase(name[..prefix.Length], prefix)) return name[prefix.Length..];
        return name;
    }

    private static readonly byte[][] Prefixes =
        ["COM.MICROSOFT."u8.ToArray(), "LEGACY."u8.ToArray(), "ORG.LIBREOFFICE."u8.ToArray(), "ORG.OPENOFFICE."u8.ToArray()];
}
