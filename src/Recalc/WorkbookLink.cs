using Recalc.Addressing;
using Recalc.Names;
using Recalc.Values;

namespace Recalc;

/// <summary>Another workbook that formulas speak of. It is never opened; its cells have the values that were kept in the file.</summary>
public sealed class WorkbookLink
{
    private readonly LinkedBook _book;

    internal WorkbookLink(string target, LinkedBook book) => (Target, _book) = (target, book);

    /// <summary>The path or address of the workbook, as the file has it.</summary>
    public string Target { get; }

    /// <summary>The names of its sheets.</summary>
    public IReadOnlyList<string> Sheets => _book.Sheets;

    /// <summary>Its defined names and what they refer to (null when that was not kept).</summary>
    public IReadOnlyDictionary<string, string?> Names => _book.Names;

    /// <summary>Appends a sheet and returns its position.</summary>
    public int AddSheet(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        _book.Sheets.Add(name);
        return _book.Sheets.Count - 1;
    }

    /// <summary>Adds a defined name, or defines it anew.</summary>
    public void DefineName(string name, string? refersTo)
    {
        ArgumentNullException.ThrowIfNull(name);
        _book.Names[name] = refersTo;
    }

    /// <summary>
    /// Keeps the value of a cell of the sheet at <paramref name="sheet"/>. Formulas that were computed from it keep their values until
    /// <see cref="Workbook.Invalidate"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sheet.</exception>
    public void SetValue(int sheet, CellAddress cell, CellValue value)
    {
        CheckSheet(sheet);
        _book[sheet, cell] = value;
    }

    /// <summary>The kept value of a cell; blank when none was.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sheet.</exception>
    public CellValue GetValue(int sheet, CellAddress cell)
    {
        CheckSheet(sheet);
        return _book[sheet, cell];
    }

    private void CheckSheet(int sheet)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sheet);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sheet, Sheets.Count);
    }
}
