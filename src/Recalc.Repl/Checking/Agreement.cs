using System.Globalization;
using Recalc.Values;

namespace Recalc.Repl.Checking;

/// <summary>When a calculated value is the expected one.</summary>
/// <param name="Tolerance">How far numbers may be apart, as a fraction of the larger one, or of 1 where both are smaller.</param>
/// <param name="AsShown">True when what is expected is the text that a cell shows, rounded and perhaps with a currency or percent.</param>
/// <param name="Dialect">How the expected value is written.</param>
/// <param name="AnyError">True when the document asks for no more than that there be an error.</param>
/// <param name="Kept">What the document's own program computed and the document holds for right; blank for nothing.</param>
internal readonly record struct Agreement(
    double Tolerance, bool AsShown = false, ValueDialect Dialect = ValueDialect.Plain, bool AnyError = false, CellValue Kept = default)
{
    // Err:502 and the like are LibreOffice's own; "error" is what the authors of its documents write.
    private static readonly string[] ErrorLabels = ["error", "#error", "err:"];

    private static readonly NumberFormatInfo Dollars = new() { CurrencySymbol = "$" };

    /// <summary>True when the values agree: numbers within the tolerance, all else exactly.</summary>
    public bool Holds(CellValue expected, CellValue got)
    {
        if (AsShown && Shows(expected.ToString(), got)) return true;
        if (AnyError && got.Kind == CellValueKind.Error) return true;
        if (!Kept.IsBlank && AreClose(Kept, got)) return true;
        if (Dialect == ValueDialect.LibreOffice && HoldsInLibreOffice(expected, got)) return true;
        if (LacksNewErrors && expected == ErrorKind.Value && got.Kind == CellValueKind.Error && IsNew(got.AsError())) return true;
        if (Dialect == ValueDialect.OnlyOffice && expected == "" && got == 0) return true;
        return AreClose(expected, got);
    }

    private bool LacksNewErrors => Dialect is ValueDialect.Stored or ValueDialect.OnlyOffice;

    private bool AreClose(CellValue expected, CellValue got)
    {
        if (!expected.TryGetNumber(out var a) || !got.TryGetNumber(out var b)) return expected == got;
        return Math.Abs(a - b) <= Tolerance * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));
    }

    private static bool IsNew(ErrorKind error) => error is >= ErrorKind.Spill and <= ErrorKind.Python;

    private static bool HoldsInLibreOffice(CellValue expected, CellValue got) => got.Kind switch
    {
        CellValueKind.Logical => expected.TryGetNumber(out var number) && number == (got == true ? 1 : 0),
        CellValueKind.Error when expected.Kind == CellValueKind.Text => expected.AsText() == got.ToString()
            || ErrorLabels.Any(label => expected.AsText().StartsWith(label, StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    // A number agrees with a text when it is at most half a unit of the last digit away from it.
    private bool Shows(string text, CellValue got)
    {
        if (!got.TryGetNumber(out var number)) return text == got.ToString();
        var isPercent = text.EndsWith('%');
        var digits = isPercent ? text.AsSpan(0, text.Length - 1) : text;
        if (!double.TryParse(digits, NumberStyles.Any, Dollars, out var shown)) return false;
        var unit = Math.Pow(10, LastPlace(digits));
        if (isPercent) (shown, unit) = (shown / 100, unit / 100);
        return Math.Abs(shown - number) <= unit / 2 + Tolerance * Math.Max(1, Math.Abs(number));
    }

    // The power of ten of the last digit that is written.
    private static int LastPlace(ReadOnlySpan<char> number)
    {
        var exponent = number.IndexOfAny('E', 'e');
        var mantissa = exponent < 0 ? number : number[..exponent];
        var point = mantissa.IndexOf('.');
        var place = point < 0 ? 0 : -mantissa[(point + 1)..].Trim(" )").Length;
        if (exponent < 0) return place;
        return place + int.Parse(number[(exponent + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }
}
