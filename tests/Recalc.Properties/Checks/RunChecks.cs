using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Properties.Expressions;
using Recalc.Values;

namespace Recalc.Properties.Checks;

/// <summary>
/// Watches which cells run: none twice between edits, and none below a cutoff. A cell may run when it is new, when it is or was in a
/// cycle, or when a cell that its formula refers to changed since it last ran.
/// </summary>
internal sealed class RunChecks(Workbook book, IReadOnlyDictionary<GridCell, Expression> formulas, IReadOnlyDictionary<string, Expression> names)
{
    private readonly Dictionary<GridCell, (ulong Word, object? Side)> _words = [];
    private readonly Dictionary<GridCell, int> _changed = [];
    private readonly Dictionary<GridCell, int> _ran = [];
    private readonly HashSet<GridCell> _fresh = [];
    private readonly HashSet<GridCell> _cyclic = [];
    private readonly HashSet<GridCell> _sinceEdit = [];
    private int _clock;

    public void Value(GridCell cell, CellValue value)
    {
        _sinceEdit.Clear();
        _fresh.Remove(cell);
        _cyclic.Remove(cell);
        if (book.Sheets[cell.Grid].Peek(cell.Cell) != value) _changed[cell] = ++_clock;
        _words[cell] = (value.Word.Bits, value.TextOrNull);
    }

    public void Formula(GridCell cell)
    {
        _sinceEdit.Clear();
        _cyclic.Remove(cell);
        _fresh.Add(cell);
    }

    public void Read(IEnumerable<GridRange> ran)
    {
        var cells = ran.Where(r => r.Grid < Grid.Names).SelectMany(Cells).ToList();
        foreach (var cell in cells)
            if (!_sinceEdit.Add(cell)) throw new PropertyFailure($"{NameOf(cell)} ran twice between edits");
        _clock++;
        foreach (var cell in cells)
        {
            var word = book.Sheets[cell.Grid].Cells.Word(cell.Cell.Column, cell.Cell.Row, out var side);
            if (_words.GetValueOrDefault(cell, (CellWord.Blank.Bits, null)) != (word, side)) _changed[cell] = _clock;
            _words[cell] = (word, side);
        }
        foreach (var cell in cells) Ran(cell);
    }

    public string NameOf(GridCell cell) => $"{book.Sheets[cell.Grid].Name}!{cell.Cell}";

    private void Ran(GridCell cell)
    {
        var isCyclic = book.Sheets[cell.Grid].Grid.Cyclic.Contains(cell.Cell);
        if (!_fresh.Remove(cell) && !isCyclic && !_cyclic.Contains(cell) && !Precedents(cell).Any(p => HasChanged(p, _ran[cell])))
            throw new PropertyFailure($"{NameOf(cell)} ran below a cutoff");
        if (isCyclic) _cyclic.Add(cell);
        else _cyclic.Remove(cell);
        _ran[cell] = _clock;
    }

    private bool HasChanged(GridRange range, int since) =>
        _changed.Any(c => c.Value > since && c.Key.Grid == range.Grid && range.Range.Contains(c.Key.Cell));

    // All that the formula refers to, whichever branch it takes.
    private IEnumerable<GridRange> Precedents(GridCell cell)
    {
        var formula = formulas[cell];
        var own = book.Sheets[cell.Grid].Name;
        return formula.References().Concat(formula.Names().SelectMany(n => names[n].References()))
            .Select(r => new GridRange(book.FindSheet(r.Sheet ?? own)!.Id, r.RangeAt(cell.Cell)));
    }

    private static IEnumerable<GridCell> Cells(GridRange range)
    {
        for (var column = range.Range.First.Column; column <= range.Range.Last.Column; column++)
            for (var row = range.Range.First.Row; row <= range.Range.Last.Row; row++) yield return new GridCell(range.Grid, new CellAddress(column, row));
    }
}
