using Recalc.Addressing;
using Recalc.Recalculation;
using Recalc.Reference;
using Recalc.Values;

namespace Recalc.Properties.Checks;

/// <summary>A workbook of one sheet and its oracle, written down cell by cell, for cases that were thought out by hand.</summary>
internal sealed class Pair
{
    private readonly ReferenceWorkbook _oracle = new();

    /// <param name="cells">Such as <c>B1: =A1+1</c>, <c>B1:B9: =A1+1</c> (filled from its first cell), or <c>A1: 5</c>.</param>
    public Pair(params string[] cells)
    {
        Sheet = Book.AddSheet("S");
        _oracle.AddSheet("S");
        Book.Engine.Log = Log;
        foreach (var cell in cells) Set(cell);
    }

    public Workbook Book { get; } = new();
    public Sheet Sheet { get; }
    public EvaluationLog Log { get; } = new();

    /// <summary>The cells that the last read ran, in order.</summary>
    public string Ran => string.Join(' ', Log.Ran.SelectMany(r => Cells(r.Range)).Order());

    public void Set(string cell)
    {
        var (place, content) = (cell[..cell.LastIndexOf(": ", StringComparison.Ordinal)], cell[(cell.LastIndexOf(": ", StringComparison.Ordinal) + 2)..]);
        var range = CellRange.Parse(place);
        if (!content.StartsWith('='))
        {
            CellValue value = content == "blank" ? CellValue.Blank : bool.TryParse(content, out var logical) ? logical : double.Parse(content, null);
            _oracle.SetValue("S", range.First, value);
            Sheet[range.First] = value;
            return;
        }
        Sheet.SetFormula(range, content);
        foreach (var at in Cells(range)) _oracle.SetFormula("S", at, Sheet.GetFormula(at)!);
    }

    /// <summary>Reads a cell, which has to be what the oracle says, and what is expected.</summary>
    public void Reads(string cell, CellValue expected)
    {
        Log.Clear();
        var address = CellAddress.Parse(cell);
        Assert.Equal(expected, Sheet[address]);
        Assert.Equal(expected, _oracle.Get("S", address));
    }

    private static IEnumerable<CellAddress> Cells(CellRange range)
    {
        for (var column = range.First.Column; column <= range.Last.Column; column++)
            for (var row = range.First.Row; row <= range.Last.Row; row++) yield return new CellAddress(column, row);
    }
}
