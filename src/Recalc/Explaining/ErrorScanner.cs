using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Values;

namespace Recalc.Explaining;

/// <summary>Finds errors of a kind among cells. For one question, within the gate.</summary>
/// <param name="book">The workbook.</param>
/// <param name="error">The kind.</param>
internal sealed class ErrorScanner(Workbook book, ErrorKind error)
{
    /// <summary>So many words are looked at in all: a second's work.</summary>
    private const long MostWords = 500_000_000;

    private readonly ContentReader _contents = new(book);
    private readonly ulong _word = CellWord.FromError(error).Bits;
    private long _words;

    /// <summary>False when there were too many cells to look at.</summary>
    public bool IsComplete => _words <= MostWords;

    /// <summary>The first cell of a rectangle that holds the error, column by column: the one that a function comes upon.</summary>
    public IEnumerable<GridRange> FirstIn(GridRange cells)
    {
        if (cells.Grid == Grid.Names)
        {
            foreach (var name in VertexReader.SinglesOf(cells))
                if (_contents.WordOf(new GridCell(name.Grid, name.Range.First), out _).Bits == _word) return [name];
            return [];
        }
        return TryFind(cells, out var cell) ? [cell] : [];
    }

    private bool TryFind(GridRange cells, out GridRange cell)
    {
        cell = cells;
        foreach (var stretch in book.Model[cells.Grid].Cells.Stretches(cells.Range))
        {
            if ((_words += stretch.Words.Length) > MostWords) return false;
            var at = stretch.Words.IndexOf(_word);
            if (at < 0) continue;
            cell = cells with { Range = new CellRange(new CellAddress(stretch.Column, stretch.FirstRow + at)) };
            return true;
        }
        return false;
    }
}
