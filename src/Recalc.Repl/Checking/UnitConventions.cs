using System.Globalization;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Repl.Checking;

/// <summary>What the rows of a source of unit cases do not say of themselves.</summary>
/// <param name="Input">What a text becomes that is put into a cell.</param>
/// <param name="Flavor">What becomes of arrays where the row is about a single value.</param>
/// <param name="Tolerance">How far numbers may be apart in the source's own tests; 0 when it compares them exactly.</param>
/// <param name="Dialect">How the source writes values that it has no other way to write.</param>
internal sealed record UnitConventions(
    Func<string, CellValue> Input, FormulaFlavor Flavor, double Tolerance = 0, ValueDialect Dialect = ValueDialect.Plain)
{
    // What fast-formula-parser's own tests hold for close.
    private const double Close = 1e-8;

    public static UnitConventions Of(string source) => source switch
    {
        "fast-formula-parser" => new(t => t, FormulaFlavor.Dynamic, Close),
        "onlyoffice-unittests" => new(t => TypedText.Read(t), FormulaFlavor.Implicit, Dialect: ValueDialect.OnlyOffice),
        "libreoffice-functions" => new(Bind, FormulaFlavor.Dynamic, Dialect: ValueDialect.LibreOffice),
        _ => new(Bind, FormulaFlavor.Dynamic),
    };

    // As libraries bind a string to a cell: a number or an error that it spells; all else stays text, and so does what an apostrophe marks.
    private static CellValue Bind(string text)
    {
        if (text is ['\'', .. var marked]) return marked;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        return ErrorText.TryParse(text, out var error) ? error : text;
    }
}
