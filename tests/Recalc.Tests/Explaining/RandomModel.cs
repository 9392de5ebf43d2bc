using Recalc.Addressing;

namespace Recalc.Tests.Explaining;

/// <summary>A small workbook of random formulas, filled in rectangles, and what each cell rests on: the oracle, cell by cell.</summary>
internal sealed class RandomModel
{
    public const int Columns = 6;
    public const int Rows = 14;

    private readonly Random _random;

    /// <param name="seed">The same seed makes the same model.</param>
    /// <param name="isAcyclic">True when formulas refer to cells above and to the left alone.</param>
    /// <param name="prepare">What is done to the workbook while it has no formulas yet.</param>
    public RandomModel(int seed, bool isAcyclic = false, Action<Workbook>? prepare = null)
    {
        _random = new Random(seed);
        Book.AddSheet("S");
        Book.AddSheet("T 2");
        prepare?.Invoke(Book);
        for (var i = 0; i < 14; i++) Fill(isAcyclic);
    }

    public Workbook Book { get; } = new();

    /// <summary>What each formula cell rests on directly.</summary>
    public Dictionary<(int Sheet, CellAddress Cell), HashSet<(int Sheet, CellAddress Cell)>> Precedents { get; } = [];

    public static IEnumerable<CellAddress> Cells => from column in Enumerable.Range(0, Columns) from row in Enumerable.Range(0, Rows) select new CellAddress(column, row);

    public static HashSet<(int, CellAddress)> Closure((int, CellAddress) cell, Func<(int, CellAddress), IEnumerable<(int, CellAddress)>> next)
    {
        var (found, work) = (new HashSet<(int, CellAddress)>(), new Stack<(int, CellAddress)>([cell]));
        while (work.TryPop(out var at))
            foreach (var other in next(at))
                if (found.Add(other)) work.Push(other);
        return found;
    }

    public IEnumerable<(int, CellAddress)> DependentsOf((int Sheet, CellAddress Cell) cell) => Precedents.Where(p => p.Value.Contains(cell)).Select(p => p.Key);

    public IEnumerable<(int, CellAddress)> PrecedentsOf((int Sheet, CellAddress Cell) cell) => Precedents.GetValueOrDefault(cell, []);

    // A formula over one or two references, filled over a rectangle. Without cycles each refers to cells above and to the left.
    private void Fill(bool isAcyclic)
    {
        var (sheet, column, row) = (_random.Next(2), _random.Next(1, Columns - 1), _random.Next(3, Rows - 4));
        var cells = new CellRange(column, row, column + _random.Next(2), row + _random.Next(1, 4));
        var parts = new List<string>();
        var references = new List<(int Sheet, (int At, bool Fixed)[] Ends)>();
        for (var i = _random.Next(1, 3); i > 0; i--)
        {
            var target = isAcyclic ? sheet : _random.Next(2);
            var ends = new[] { End(column, isAcyclic ? -1 : 1, Columns), End(row, isAcyclic ? -1 : 2, Rows), End(column, isAcyclic ? -1 : 1, Columns), End(row, isAcyclic ? -1 : 2, Rows) };
            if (_random.Next(2) == 0) (ends[2], ends[3]) = (ends[0], ends[1]);
            references.Add((target, ends));
            parts.Add($"SUM({(target == sheet ? "" : target == 0 ? "S!" : "'T 2'!")}{Spell(ends[0], ends[1])}:{Spell(ends[2], ends[3])})");
        }
        Book.Sheets[sheet].SetFormula(cells, string.Join("+", parts));
        for (var c = cells.First.Column; c <= cells.Last.Column; c++)
            for (var r = cells.First.Row; r <= cells.Last.Row; r++) Precedents[(sheet, new CellAddress(c, r))] = [.. references.SelectMany(x => CellsOf(x.Sheet, x.Ends, c - column, r - row))];
    }

    private (int At, bool Fixed) End(int origin, int most, int count) => (Math.Clamp(origin + _random.Next(-2, most + 1), 0, count - 1), most >= 0 && _random.Next(4) == 0);

    private static string Spell((int At, bool Fixed) column, (int At, bool Fixed) row) => $"{(column.Fixed ? "$" : "")}{(char)('A' + column.At)}{(row.Fixed ? "$" : "")}{row.At + 1}";

    private static IEnumerable<(int, CellAddress)> CellsOf(int sheet, (int At, bool Fixed)[] ends, int columns, int rows)
    {
        var at = ends.Select((e, i) => e.Fixed ? e.At : e.At + (i % 2 == 0 ? columns : rows)).ToArray();
        var range = new CellRange(at[0], at[1], at[2], at[3]);
        for (var c = range.First.Column; c <= range.Last.Column; c++)
            for (var r = range.First.Row; r <= range.Last.Row; r++) yield return (sheet, new CellAddress(c, r));
    }
}
