using Recalc.Addressing;
using Recalc.Excel.Packaging;

namespace Recalc.Excel.Parts;

/// <summary>
/// Charges a file for the memory that its cells make the workbook take: 4,096 rows of a column at a time. Cells that are strewn over a
/// sheet take far more than cells that lie together.
/// </summary>
internal sealed class TouchedPages(ReadBudget budget)
{
    private const int RowBits = 12;
    private const int CellsPerPage = 16;

    /// <summary>By column, the page that was touched last, from 1; 0 for none. A page that is left and come back to is charged again.</summary>
    private short[] _last = new short[16];

    public void Touch(CellAddress cell)
    {
        if (cell.Column >= _last.Length) Array.Resize(ref _last, Math.Min(SheetLimits.Columns, Math.Max(cell.Column + 1, 2 * _last.Length)));
        var page = (short)((cell.Row >> RowBits) + 1);
        if (_last[cell.Column] == page) return;
        _last[cell.Column] = page;
        budget.SpendCells(CellsPerPage);
    }
}
