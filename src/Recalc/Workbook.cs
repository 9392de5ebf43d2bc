using Recalc.Addressing;
using Recalc.Syntax;

namespace Recalc;

/// <summary>
/// A workbook: sheets of cells, names, tables and links. One thread at a time may change it; while nobody does, any number may read.
/// </summary>
public sealed class Workbook
{
    /// <summary>The sheets, in the order of their tabs.</summary>
    public IReadOnlyList<Sheet> Sheets => throw new NotImplementedException();

    /// <summary>The defined names, in the order of their definition.</summary>
    public IReadOnlyCollection<DefinedName> Names => throw new NotImplementedException();

    /// <summary>The tables, in the order of their definition.</summary>
    public IReadOnlyCollection<Table> Tables => throw new NotImplementedException();

    /// <summary>The other workbooks that formulas speak of; <c>[1]</c> in a stored formula is the first.</summary>
    public IReadOnlyList<WorkbookLink> Links => throw new NotImplementedException();

    /// <summary>The number formats that cells refer to by position; 0 is <c>General</c>.</summary>
    public IReadOnlyList<string> NumberFormats => throw new NotImplementedException();

    /// <summary>Which day dates count from.</summary>
    public DateSystem DateSystem { get; set; }

    /// <summary>How the workbook wants to be calculated.</summary>
    public CalculationSettings Calculation { get; set; } = CalculationSettings.Default;

    /// <summary>Appends a sheet.</summary>
    /// <exception cref="ArgumentException">The name is empty, longer than 31 characters, holds one of <c>: \ / ? * [ ]</c>, begins or ends with an apostrophe, or is taken.</exception>
    /// <exception cref="InvalidOperationException">The workbook has <see cref="SheetLimits.Sheets"/> sheets already.</exception>
    public Sheet AddSheet(string name) => throw new NotImplementedException();

    /// <summary>The sheet of this name, compared without case; null when there is none.</summary>
    public Sheet? FindSheet(string name) => throw new NotImplementedException();

    /// <summary>Defines a name, or defines it anew.</summary>
    /// <exception cref="ArgumentException">The name is no name: it is empty, too long (255), looks like a reference, or holds what a name may not.</exception>
    public void DefineName(DefinedName name) => throw new NotImplementedException();

    /// <summary>Adds a table.</summary>
    /// <exception cref="ArgumentException">The table is at odds with itself, or its name is taken.</exception>
    public void AddTable(Table table) => throw new NotImplementedException();

    /// <summary>Appends a link to another workbook, which is never opened: its cells have the values they were given.</summary>
    /// <param name="target">The path or address of the workbook, as the file has it.</param>
    public WorkbookLink AddLink(string target) => throw new NotImplementedException();

    /// <summary>The position of a number format in <see cref="NumberFormats"/>, which it is added to when new.</summary>
    public int AddNumberFormat(string format) => throw new NotImplementedException();

    /// <summary>Reads a formula into relative form. A mistake in it is no exception: see <see cref="Formula.HasErrors"/>.</summary>
    /// <param name="text">The formula in UTF-8, with or without a leading <c>=</c>.</param>
    /// <param name="sheet">The sheet the formula is meant for.</param>
    /// <param name="cell">The cell its A1 references are seen from.</param>
    /// <param name="flavor">What becomes of arrays.</param>
    /// <param name="dialect">How the text is spelled.</param>
    public Formula ReadFormula(
        ReadOnlySpan<byte> text, Sheet sheet, CellAddress cell,
        FormulaFlavor flavor = FormulaFlavor.Dynamic, FormulaDialect dialect = FormulaDialect.A1) => throw new NotImplementedException();

    /// <summary>Counts what the workbook holds. Takes time in proportion to its pages and regions.</summary>
    public WorkbookStatistics GetStatistics() => throw new NotImplementedException();
}
