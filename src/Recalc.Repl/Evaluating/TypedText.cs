using System.Globalization;
using Recalc.Values;

namespace Recalc.Repl.Evaluating;

/// <summary>Text as it is typed into a cell.</summary>
internal static class TypedText
{
    /// <summary>
    /// The value that a cell takes text for: a number (also in percent), a logical or an error; else the text itself, and blank for none.
    /// </summary>
    public static CellValue Read(string text)
    {
        if (text.Length == 0) return CellValue.Blank;
        if (TryReadNumber(text, out var number)) return number;
        if (text.EndsWith('%') && TryReadNumber(text.AsSpan(0, text.Length - 1), out var percents)) return percents / 100;
        if (ErrorText.TryParse(text, out var error)) return error;
        return bool.TryParse(text, out var logical) ? logical : text;
    }

    /// <summary>A value as a formula spells it.</summary>
    public static string Spell(CellValue value) =>
        value.Kind == CellValueKind.Text ? $"\"{value.AsText().Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value.ToString();

    private static bool TryReadNumber(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
