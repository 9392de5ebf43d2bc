namespace Recalc.Syntax;

/// <summary>In which spelling a formula is written.</summary>
public enum FormulaDialect
{
    /// <summary>Excel's formulas with A1 references, as its cells show them and its files store them.</summary>
    A1,

    /// <summary>Excel's formulas with R1C1 references.</summary>
    R1C1,

    /// <summary>OpenFormula (OASIS ODF 1.2 part 2), with or without the prefix <c>of:</c>; for input only.</summary>
    OpenFormula,
}
