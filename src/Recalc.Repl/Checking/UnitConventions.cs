using Recalc.Syntax;

namespace Recalc.Repl.Checking;

/// <summary>What the rows of a source of unit cases do not say of themselves.</summary>
/// <param name="InputsAreTyped">True when text that reads as a number is one, as if somebody had typed it into a cell.</param>
/// <param name="Flavor">What becomes of arrays where the row is about a single value.</param>
/// <param name="Tolerance">How far numbers may be apart in the source's own tests; 0 when it compares them exactly.</param>
/// <param name="Dialect">How the source writes values that it has no other way to write.</param>
internal sealed record UnitConventions(bool InputsAreTyped, FormulaFlavor Flavor, double Tolerance = 0, ValueDialect Dialect = ValueDialect.Plain)
{
    // What fast-formula-parser's own tests hold for close.
    private const double Close = 1e-8;

    public static UnitConventions Of(string source) => source switch
    {
        "fast-formula-parser" => new(InputsAreTyped: false, FormulaFlavor.Dynamic, Close),
        "onlyoffice-unittests" => new(InputsAreTyped: true, FormulaFlavor.Implicit, Dialect: ValueDialect.OnlyOffice),
        "libreoffice-functions" => new(InputsAreTyped: true, FormulaFlavor.Dynamic, Dialect: ValueDialect.LibreOffice),
        _ => new(InputsAreTyped: true, FormulaFlavor.Dynamic),
    };
}
