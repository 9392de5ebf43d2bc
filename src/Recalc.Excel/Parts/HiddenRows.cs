using Recalc.Addressing;

namespace Recalc.Excel.Parts;

/// <summary>
/// Collects hidden rows into stretches. On a sheet whose rows are hidden unless told (<c>zeroHeight</c>), the rows that the file leaves out
/// are hidden too, provided it has its rows in order.
/// </summary>
internal sealed class HiddenRows(SheetLoader loader, bool byDefault)
{
    private int _first;
    private int _last = -1;
    private int _next;

    /// <summary>Notes a row that the file has.</summary>
    public void Add(int row, bool isHidden)
    {
        if (byDefault && row > _next) Hide(_next, row - 1);
        if (isHidden) Hide(row, row);
        _next = Math.Max(_next, row + 1);
    }

    /// <summary>Notes the end of the sheet.</summary>
    public void Complete()
    {
        if (byDefault && _next < SheetLimits.Rows) Hide(_next, SheetLimits.Rows - 1);
        Flush();
    }

    private void Hide(int first, int last)
    {
        if (_last + 1 != first) Flush();
        if (_last < 0) _first = first;
        _last = last;
    }

    private void Flush()
    {
        if (_last >= 0) loader.HideRows(_first, _last);
        _last = -1;
    }
}
