using Recalc.Addressing;
using Recalc.Values;

namespace Recalc;

/// <summary>Another workbook that formulas speak of. It is never opened; its cells have the values that were kept in the file.</summary>
public sealed class WorkbookLink
{
    internal WorkbookLink(string target) => Target = target;

    /// <summary>The path or address of the workbook, as the file has it.</summary>
    public string Target { get; }

    /// <summary>The names of its sheets.</summary>
    public IReadOnlyList<string> Sheets => throw new NotImplementedException();

    /// <summary>Its defined names and what they refer to (null when that was not kept).</summary>
    public IReadOnlyDictionary<string, string?> Names => throw new NotImplementedException();

    /// <summary>Appends a sheet and returns its position.</summary>
    public int AddSheet(string name) => throw new NotImplementedException();

    /// <summary>Adds a defined name.</summary>
    public void DefineName(string name, string? refersTo) => throw new NotImplementedException();

    /// <summary>Keeps the value of a cell of the sheet at <paramref name="sheet"/>.</summary>
    public void SetValue(int sheet, CellAddress cell, CellValue value) => throw new NotImplementedException();

    /// <summary>The kept value of a cell; blank when none was.</summary>
    public CellValue GetValue(int sheet, CellAddress cell) => throw new NotImplementedException();
}
