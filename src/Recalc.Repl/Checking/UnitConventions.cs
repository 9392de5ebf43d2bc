using Recalc.Syntax;

namespace Recalc.Repl.Checking;

/// <summary>What the rows of a source of unit cases do not say of themselves.</summary>
/// <param name="InputsAreTyped">True when text that reads as a number is one, as if somebody had typed it into a cell.</param>
/// <param name="Flavor">What becomes of arrays where the row is about a single value.</param>
internal sealed record UnitConventions(bool InputsAreTyped, FormulaFlavor Flavor)
{
    public static UnitConventions Of(string source) => source switch
    {
        "fast-formula-parser" => new(InputsAreTyped: false, FormulaFlavor.Dynamic),
        "onlyoffice-unittests" => new(InputsAreTyped: true, FormulaFlavor.Implicit),
        _ => new(InputsAreTyped: true, FormulaFlavor.Dynamic),
    };
}
