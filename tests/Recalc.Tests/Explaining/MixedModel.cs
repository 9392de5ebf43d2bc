using QuikGraph;
using Recalc.Addressing;
using Recalc.Explaining;
using Recalc.Values;

namespace Recalc.Tests.Explaining;

/// <summary>A <see cref="RandomModel"/> with inputs, names, C# nodes and formulas that speak of them; and what each place rests on: the oracle, cell by cell.</summary>
internal sealed class MixedModel
{
    private readonly Random _random;
    private readonly RandomModel _cells;

    public MixedModel(int seed, bool isAcyclic = false)
    {
        _random = new Random(1000 + seed);
        _cells = new RandomModel(seed, isAcyclic, book => AddNodes(book, isAcyclic));
        foreach (var (cell, read) in _cells.Precedents) Precedents[PlaceOf(cell)] = [.. read.Select(PlaceOf)];
        foreach (var sheet in Book.Sheets)
            foreach (var cell in RandomModel.Cells)
                if (!Precedents.ContainsKey(new Place(sheet, cell)) && _random.Next(2) == 0) AddInput(sheet, cell);
        for (var i = 1; i < 3; i++) AddName(i, isAcyclic);
        // Above what is random, which reads them.
        for (var i = 0; i < 4; i++) AddReader(i);
    }

    public Workbook Book => _cells.Book;

    /// <summary>What each formula cell, name and node rests on directly.</summary>
    public Dictionary<Place, HashSet<Place>> Precedents { get; } = [];

    /// <summary>The places that hold a value that was set.</summary>
    public HashSet<Place> Inputs { get; } = [];

    public IEnumerable<Place> DependentsOf(Place cell) => Precedents.Where(p => p.Value.Contains(cell)).Select(p => p.Key);

    public static bool Holds(Place vertex, Place cell) =>
        vertex.Cells is { } v ? cell.Cells is { } c && v.Sheet == c.Sheet && v.Range.Contains(c.Range) : vertex == cell;

    /// <summary>The vertex of a graph in which a cell lies; null when it lies in none.</summary>
    public static Place? VertexOf(List<Place> vertices, Place cell)
    {
        var found = vertices.FindAll(v => Holds(v, cell));
        Assert.True(found.Count < 2, $"{cell} lies in {string.Join(" and ", found)}.");
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The edges that a graph has when its vertices are right: those of the oracle between the vertices in which cells lie.</summary>
    public HashSet<SEquatableEdge<Place>> EdgesBetween(List<Place> vertices)
    {
        var edges = new HashSet<SEquatableEdge<Place>>();
        foreach (var (cell, read) in Precedents)
        {
            if (VertexOf(vertices, cell) is not { } target) continue;
            foreach (var source in read)
                if (VertexOf(vertices, source) is { } vertex) edges.Add(new SEquatableEdge<Place>(vertex, target));
        }
        return edges;
    }

    private void AddInput(Sheet sheet, CellAddress cell)
    {
        sheet[cell] = 1;
        Inputs.Add(new Place(sheet, cell));
    }

    private void AddName(int number, bool isAcyclic)
    {
        var (area, sheet) = (Area(isAcyclic), _random.Next(2));
        Book.SetFormula($"name{number}", $"=SUM({(sheet == 0 ? "S" : "'T 2'")}!{area})+name{number - 1}");
        Precedents[Book.Explain.At($"name{number}")] = [.. CellsOf(Book.Sheets[sheet], area), Book.Explain.At($"name{number - 1}")];
    }

    // Code runs while there are no cycles; what it read is known from then on.
    private void AddNodes(Workbook book, bool isAcyclic)
    {
        for (var i = 0; i < 3; i++) book[$"name{i}"] = i;
        for (var i = 0; i < 3; i++)
        {
            var (area, sheet, name) = (Area(isAcyclic), book.Sheets[_random.Next(2)], $"name{_random.Next(3)}");
            var inner = book.Compute<CellValue>(ctx =>
            {
                ctx.Get(sheet, area, new double[area.Count]);
                return ctx[name];
            });
            Precedents[inner] = [.. CellsOf(sheet, area), book.Explain.At(name)];
            var outer = book.Compute<CellValue>($"node{i}", ctx => ctx.Get(inner));
            Precedents[outer] = [inner];
            _ = book.Get(outer);
        }
    }

    private void AddReader(int number)
    {
        var (place, name, node) = (new Place(Book.Sheets[number % 2], new CellAddress(1 + number, 1)), $"name{_random.Next(3)}", $"node{_random.Next(3)}");
        Inputs.Remove(place);
        Book.Sheets[number % 2].SetFormula(place.Cell, $"={name}+{node}+A1");
        Precedents[place] = [Book.Explain.At(name), Book.Explain.At(node), new Place(Book.Sheets[number % 2], new CellAddress(0, 0))];
    }

    // Without cycles names and nodes read inputs alone.
    private CellRange Area(bool isAcyclic)
    {
        var (column, row) = (isAcyclic ? 0 : _random.Next(4), _random.Next(3, 10));
        return new CellRange(column, row, isAcyclic ? 0 : column + _random.Next(2), row + _random.Next(3));
    }

    private static IEnumerable<Place> CellsOf(Sheet sheet, CellRange range) =>
        from column in Enumerable.Range(range.First.Column, range.Columns) from row in Enumerable.Range(range.First.Row, range.Rows) select new Place(sheet, new CellAddress(column, row));

    private Place PlaceOf((int Sheet, CellAddress Cell) cell) => new(Book.Sheets[cell.Sheet], cell.Cell);
}
