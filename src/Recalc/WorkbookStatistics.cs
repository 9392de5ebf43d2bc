namespace Recalc;

/// <summary>What a workbook holds. Immutable; safe to share.</summary>
public sealed record WorkbookStatistics
{
    /// <summary>How many sheets.</summary>
    public required int Sheets { get; init; }

    /// <summary>How many cells with a value or a formula.</summary>
    public required long Cells { get; init; }

    /// <summary>How many cells with a formula. An array formula, data table or spill is that of its first cell alone.</summary>
    public required long Formulas { get; init; }

    /// <summary>How many formulas of cells differ in relative form.</summary>
    public required int DistinctFormulas { get; init; }

    /// <summary>How many rectangles of equal formulas.</summary>
    public required int Regions { get; init; }

    /// <summary>
    /// How many connected sets of cells with equal formulas there are: the distinct formulas, and one more for every gap between cells
    /// of the same formula. No division into rectangles has fewer.
    /// </summary>
    public required int ConnectedRegions { get; init; }

    /// <summary>How many defined names.</summary>
    public required int Names { get; init; }

    /// <summary>How many tables.</summary>
    public required int Tables { get; init; }

    /// <summary>How many other workbooks are linked to.</summary>
    public required int Links { get; init; }

    /// <summary>How many distinct formulas, those of names included, could not be understood.</summary>
    public required int FormulasWithErrors { get; init; }

    /// <summary>Functions that are called but are neither Excel's nor a defined name, each once, in ordinal order.</summary>
    public required IReadOnlyList<string> UnknownFunctions { get; init; }
}
