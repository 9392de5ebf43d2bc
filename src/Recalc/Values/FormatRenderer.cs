using System.Globalization;

namespace Recalc.Values;

/// <summary>Writes values by number formats, as Excel's function TEXT does. Thread-safe.</summary>
internal static class FormatRenderer
{
    private const int SignificantShort = 6;
    private const int GeneralWidth = 11;
    private const int GeneralPlaces = 9;

    /// <summary>Writes a number; false when the section shows dates and the number is none, or digits beside a date.</summary>
    public static bool TryWrite(NumberFormat format, double number, bool from1904, ref TextBuffer text)
    {
        var pattern = Choose(format.Patterns, number, out var hidesMinus);
        if (pattern.IsDate) return !pattern.HasDigits && DateRenderer.TryWrite(pattern, number, from1904, ref text);
        var magnitude = Math.Abs(number);
        if (number < 0 && !hidesMinus && !(pattern.HasDigits && NumberRenderer.IsZero(pattern, magnitude))) text.Add('-');
        if (pattern.HasDigits) NumberRenderer.Write(pattern, magnitude, ref text);
        else
        {
            foreach (var token in pattern.Tokens)
            {
                if (token.Kind is FormatTokenKind.General or FormatTokenKind.Text) WriteGeneral(magnitude, ref text);
                else text.Add(token.Text);
            }
        }
        return true;
    }

    /// <summary>Writes a text: by the section that shows text, or as it is.</summary>
    public static void WriteText(NumberFormat format, string value, ref TextBuffer text)
    {
        var patterns = format.Patterns;
        var last = patterns[^1];
        if (patterns.Length < 4 && !last.HasText)
        {
            text.Add(value);
            return;
        }
        foreach (var token in last.Tokens) text.Add(token.Kind == FormatTokenKind.Text ? value : token.Text);
    }

    // The first section whose condition holds. Without conditions: positive, negative, zero. A section of negative numbers alone shows no
    // minus, for it is the sign.
    private static FormatPattern Choose(FormatPattern[] patterns, double number, out bool hidesMinus)
    {
        hidesMinus = false;
        var count = patterns.Length == 4 || (patterns.Length > 1 && patterns[^1].HasText) ? patterns.Length - 1 : patterns.Length;
        if (count == 1 && patterns[0].Condition is null) return patterns[0];
        if (patterns[0].Condition is null && (count < 2 || patterns[1].Condition is null))
        {
            hidesMinus = number < 0;
            return number < 0 ? patterns[1] : number == 0 && count > 2 ? patterns[2] : patterns[0];
        }
        for (var i = 0; i < count; i++)
        {
            var condition = patterns[i].Condition;
            var holds = condition?.Holds(number) ?? i switch
            {
                0 => number > 0,
                1 when count > 2 => number < 0,
                _ => true,
            };
            if (!holds) continue;
            hidesMinus = condition?.IsNegativeOnly ?? (i == 1 && number < 0 && patterns[0].Condition is { Sign: ">=" or ">", Bound: <= 0 });
            return patterns[i];
        }
        return NumberFormat.General.Patterns[0];
    }

    // As many digits as a cell of usual width has room for: eleven characters with the point, or six digits and a power of ten.
    private static void WriteGeneral(double magnitude, ref TextBuffer text)
    {
        Span<char> room = stackalloc char[32];
        var exponent = magnitude == 0 ? 0 : (int)Math.Floor(Math.Log10(SignificantDigits.Round(magnitude)));
        var plain = exponent < GeneralWidth
            && (exponent >= -4 || DecimalRounding.Round(magnitude, GeneralPlaces) == SignificantDigits.Round(magnitude));
        if (plain)
        {
            var places = Math.Min(GeneralPlaces, Math.Max(0, GeneralPlaces - exponent));
            var rounded = DecimalRounding.Round(magnitude, places);
            decimal.TryParse(rounded.ToString("F" + places, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out var value);
            value.TryFormat(room, out var written, "0.#########", CultureInfo.InvariantCulture);
            text.Add(room[..written]);
            return;
        }
        var digits = DecimalRounding.Round(magnitude, SignificantShort - 1 - exponent);
        digits.TryFormat(room, out var length, "0.#####E+00", CultureInfo.InvariantCulture);
        text.Add(room[..length]);
    }
}
