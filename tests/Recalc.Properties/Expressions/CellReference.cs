using Recalc.Addressing;

namespace Recalc.Properties.Expressions;

/// <summary>A reference to a cell, a rectangle, or whole columns.</summary>
/// <param name="Sheet">The sheet it names; null for that of the formula.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows; null for whole columns.</param>
/// <param name="IsRange">True when it is written as a rectangle, even of one cell.</param>
internal sealed record CellReference(string? Sheet, Axis Columns, Axis? Rows, bool IsRange) : Expression
{
    public static CellReference ToCell(Axis column, Axis row, string? sheet = null) => new(sheet, column, row, false);

    public override string At(CellAddress cell)
    {
        var (column1, column2) = Columns.At(cell.Column);
        var (left, right) = (ColumnAt(Columns.IsFixed1, column1), ColumnAt(Columns.IsFixed2, column2));
        var sheet = Sheet is null ? "" : Sheet + "!";
        if (Rows is not { } rows) return $"{sheet}{left}:{right}";
        var (row1, row2) = rows.At(cell.Row);
        var first = $"{sheet}{left}{(rows.IsFixed1 ? "$" : "")}{row1 + 1}";
        return IsRange ? $"{first}:{right}{(rows.IsFixed2 ? "$" : "")}{row2 + 1}" : first;
    }

    /// <summary>The cells it means in a formula of a cell.</summary>
    public CellRange RangeAt(CellAddress cell)
    {
        var (column1, column2) = Columns.At(cell.Column);
        var (row1, row2) = Rows?.At(cell.Row) ?? (0, SheetLimits.Rows - 1);
        return IsRange
            ? new CellRange(Math.Min(column1, column2), Math.Min(row1, row2), Math.Max(column1, column2), Math.Max(row1, row2))
            : new CellRange(new CellAddress(column1, row1));
    }

    public bool IsOnSheetAt(CellAddress cell) => Columns.IsOnSheetAt(cell.Column) && (Rows?.IsOnSheetAt(cell.Row) ?? true);

    private static string ColumnAt(bool isFixed, int column) => (isFixed ? "$" : "") + (char)('A' + column);
}
