using Recalc.Addressing;

namespace Recalc.Reference;

/// <summary>
/// Where the results of spilling formulas lie. It is found by rounds: everything is computed with the layout of the round before, and the
/// anchors take their rectangles in address order, until a round repeats the layout. An anchor is blocked when something else lies in its
/// rectangle, and then fills itself alone.
/// </summary>
internal sealed class SpillLayout
{
    private const int MostRounds = 20;

    private readonly Dictionary<CellKey, CellRange> _rectangles = [];
    private readonly Dictionary<CellKey, CellKey> _anchors = [];
    private readonly HashSet<CellKey> _blocked = [];

    public static SpillLayout Settle(ReferenceWorkbook workbook)
    {
        var layout = new SpillLayout();
        if (workbook.Spills.Count == 0) return layout;
        for (var round = 0; round < MostRounds; round++)
        {
            var next = new SpillLayout();
            var reading = new ReferenceReading(workbook, layout);
            foreach (var anchor in workbook.Spills.Order()) next.Place(anchor, reading.Spilled(anchor), workbook);
            if (next.Equals(layout)) break;
            layout = next;
        }
        return layout;
    }

    /// <summary>The anchor whose result fills a cell other than itself.</summary>
    public bool TryFindAnchor(CellKey cell, out CellKey anchor) => _anchors.TryGetValue(cell, out anchor);

    /// <summary>The rectangle of an anchor.</summary>
    public bool TryFindRectangle(CellKey anchor, out CellRange range) => _rectangles.TryGetValue(anchor, out range);

    public bool IsBlocked(CellKey anchor) => _blocked.Contains(anchor);

    private void Place(CellKey anchor, Grid? result, ReferenceWorkbook workbook)
    {
        var (first, rows, columns) = (anchor.Address, result?.Rows ?? 1, result?.Columns ?? 1);
        var cells = new List<CellKey>();
        for (var i = 1; i < rows * columns; i++)
            cells.Add(anchor with { Address = new CellAddress(first.Column + i % columns, first.Row + i / columns) });
        if (cells.Any(c => _anchors.ContainsKey(c) || !workbook.Find(c).IsEmpty))
        {
            _blocked.Add(anchor);
            cells.Clear();
        }
        foreach (var cell in cells) _anchors.Add(cell, anchor);
        _rectangles.Add(anchor, cells.Count == 0 ? new CellRange(first) : new CellRange(first.Column, first.Row, first.Column + columns - 1, first.Row + rows - 1));
    }

    private bool Equals(SpillLayout other) =>
        _blocked.SetEquals(other._blocked) && _rectangles.Count == other._rectangles.Count
        && _rectangles.All(r => other._rectangles.TryGetValue(r.Key, out var range) && range == r.Value);
}
