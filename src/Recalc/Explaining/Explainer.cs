using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Recalculation;

namespace Recalc.Explaining;

/// <summary>
/// Answers what rests on what in a workbook, and why a cell has the value it has: <see cref="Workbook.Explain"/>. Looks at the engine as it is now; computes and changes
/// nothing unless a question says so. Thread-safe: each question takes its turn among edits and reads.
/// </summary>
/// <remarks>
/// Every question throws <see cref="ObjectDisposedException"/> when the workbook was disposed, <see cref="InvalidOperationException"/> when a C# node asks while it runs, and
/// <see cref="ArgumentException"/> when a place is of a workbook that is neither this nor a fork of the same.
/// </remarks>
public sealed partial class Explainer
{
    /// <summary>How many stretches a question looks at when nobody says how many.</summary>
    private const int MostStretches = 1_000_000;

    private readonly Workbook _book;

    internal Explainer(Workbook book) => _book = book;

    private Engine Engine => _book.Engine;

    /// <summary>The place that a text spells: a cell or rectangle with its sheet (<c>Sheet1!B2:C9</c>), or the name of one, of a value, a formula or code.</summary>
    /// <exception cref="KeyNotFoundException">It spells none; a name that is expanded where it is used, as a formula, is no place.</exception>
    public Place At(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using (Engine.Ask())
        {
            if (_book.Model.TryRefer(text, isA1: true, own: Grid.Names, default, out var grid, out var range) && (grid != Grid.Names || IsNamed(text, grid, range)))
                return new Place(_book, new GridRange(grid, range));
        }
        throw new KeyNotFoundException($"'{text}' is neither a cell with its sheet, such as Sheet1!B2, nor the name of a cell, value, formula or C# node.");
    }

    /// <summary>
    /// What cells rest on directly: the references of their formulas, whichever branches they take, and what INDIRECT, OFFSET and C# code read when they ran last; in the order
    /// of reading. Of several cells, and of all that is read through others (<paramref name="isTransitive"/>), rectangles that touch are joined, and rectangles may overlap.
    /// </summary>
    /// <param name="place">The cells.</param>
    /// <param name="isTransitive">True to follow precedents of precedents, in time proportional to the rectangles met.</param>
    /// <param name="limit">How many rectangles are looked at, at most.</param>
    public PlaceList Precedents(Place place, bool isTransitive = false, int limit = MostStretches)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var cells = Localize(place);
        using (Engine.Ask())
        {
            if (isTransitive)
            {
                var closure = new Closure(Engine, limit);
                return ListOf(closure.FindPrecedents(cells), closure.IsComplete);
            }
            var found = new List<GridRange>();
            new ReferenceReader(Engine).AddPrecedents(cells, found);
            return Cut(cells.Range.Count == 1 ? found : Rectangles.Join(found), limit);
        }
    }

    /// <inheritdoc cref="Precedents(Place, bool, int)"/>
    /// <param name="sheet">The sheet.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="isTransitive">True to follow precedents of precedents, in time proportional to the rectangles met.</param>
    /// <param name="limit">How many rectangles are looked at, at most.</param>
    public PlaceList Precedents(Sheet sheet, CellAddress cell, bool isTransitive = false, int limit = MostStretches) => Precedents(new Place(sheet, cell), isTransitive, limit);

    /// <summary>
    /// The cells that rest on a cell or on some cell of several, arrays and spills as a whole: those whose formulas refer to it, whichever branches they take, and those
    /// whose INDIRECT, OFFSET or C# code read it when they ran last; in the order of sheets, columns and rows.
    /// </summary>
    /// <param name="place">The cells.</param>
    /// <param name="isTransitive">True to follow dependents of dependents, in time proportional to the rectangles met.</param>
    /// <param name="limit">How many rectangles are looked at, at most.</param>
    public PlaceList Dependents(Place place, bool isTransitive = false, int limit = MostStretches)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var cells = Localize(place);
        using (Engine.Ask())
        {
            if (isTransitive)
            {
                var closure = new Closure(Engine, limit);
                return ListOf(closure.FindDependents(cells), closure.IsComplete);
            }
            var found = new List<GridRange>();
            new ReferenceReader(Engine).AddDependents(cells, found);
            return Cut(Rectangles.Join(found), limit);
        }
    }

    /// <inheritdoc cref="Dependents(Place, bool, int)"/>
    /// <param name="sheet">The sheet.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="isTransitive">True to follow dependents of dependents, in time proportional to the rectangles met.</param>
    /// <param name="limit">How many rectangles are looked at, at most.</param>
    public PlaceList Dependents(Sheet sheet, CellAddress cell, bool isTransitive = false, int limit = MostStretches) => Dependents(new Place(sheet, cell), isTransitive, limit);

    // A text such as B2 is a cell of the names sheet, which nobody can spell.
    private bool IsNamed(string text, int grid, CellRange range) =>
        range.Count == 1 && _book.NameOf(grid, range.First).Equals(text.Trim(' '), StringComparison.OrdinalIgnoreCase);

    // The cells of a place as this workbook has them.
    private GridRange Localize(Place place)
    {
        if (place == default) throw new ArgumentException("This is no place; make one of a sheet and its cells, or get one from Workbook.Explain.At.", nameof(place));
        var cells = place.Range;
        if (cells.Grid != Grid.Names) _book.SheetOf(place.Workbook, cells.Grid);
        else
        {
            _book.CheckFamily(place.Workbook);
            if (NodeStore.NodeOf(cells.Range.First) >= _book.Model.Nodes.Count) throw new ArgumentException("The name or node was added to another fork; this workbook has none like it.", nameof(place));
        }
        return cells;
    }

    private PlaceList Cut(List<GridRange> cells, int limit) => ListOf(cells.Count <= limit ? cells : cells[..limit], cells.Count <= limit);

    private PlaceList ListOf(List<GridRange> cells, bool isComplete) => new(cells.Select(c => new Place(_book, c)), isComplete);
}
