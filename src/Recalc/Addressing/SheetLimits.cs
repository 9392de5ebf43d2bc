namespace Recalc.Addressing;

/// <summary>The size of a sheet and of a workbook, as Excel has them (specification "Excel specifications and limits").</summary>
public static class SheetLimits
{
    /// <summary>Columns of a sheet: 16,384 (A to XFD), a 14-bit number.</summary>
    public const int Columns = 1 << 14;

    /// <summary>Rows of a sheet: 1,048,576, a 20-bit number.</summary>
    public const int Rows = 1 << 20;

    /// <summary>Sheets of a workbook: a reference word has 14 bits for the sheet, and one sheet is kept for the names.</summary>
    public const int Sheets = (1 << 14) - 1;

    /// <summary>True when the zero-based column lies on a sheet.</summary>
    public static bool IsColumn(int column) => (uint)column < Columns;

    /// <summary>True when the zero-based row lies on a sheet.</summary>
    public static bool IsRow(int row) => (uint)row < Rows;
}
