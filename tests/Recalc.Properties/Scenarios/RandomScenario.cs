using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Properties.Scenarios;

/// <summary>
/// Makes a small workbook, edits and reads from a seed: inputs mostly in the first column, fills of all shapes to the right of it. Numbers
/// are kept small and whole, so that every order of summation gives the same and cycles are decided alike.
/// </summary>
internal sealed class RandomScenario
{
    private readonly Random _random;
    private readonly RandomExpressions _expressions;
    private readonly string[] _sheets;
    private readonly int _columns;
    private readonly int _rows;
    private readonly int _top;
    private readonly double _fills;
    private readonly bool _spills;

    /// <summary>Where spills are, so that readers speak of them.</summary>
    private readonly List<CellAddress> _anchors = [];

    private RandomScenario(int seed)
    {
        _random = new Random(seed);
        _columns = _random.Next(4, 7);
        _rows = _random.Next(24, 41);
        // Most lie at the top of the sheet, some over the border of a page or of a block of lanes.
        _top = Pick(0, 0, 0, 0, 0, 1024 - 17, 4096 - 17);
        _sheets = _random.Next(4) == 0 ? ["S", "T"] : ["S"];
        _fills = Pick(.15, .35, .5);
        _spills = _random.Next(5) == 0;
        _expressions = new RandomExpressions(_random, _sheets, _columns, _top, _rows, _spills);
    }

    public static IReadOnlyList<Step> Make(int seed) => [.. new RandomScenario(seed).Steps()];

    private IEnumerable<Step> Steps()
    {
        if (_expressions.Names.Length > 0)
            foreach (var name in _expressions.Names) yield return new Define(name, _expressions.Definition());
        for (int step = 0, count = _random.Next(10, 50); step < count; step++)
        {
            var chance = _random.NextDouble();
            if (_spills && chance < .35) yield return EditSpills();
            else if (chance < .45) yield return Edit();
            else if (chance < .55) yield return Together();
            else if (chance < .57 && _expressions.Names.Length > 0) yield return new Define(Pick(_expressions.Names), _expressions.Definition());
            else if (chance < .62) yield return new ReadAll();
            else yield return Look();
        }
        yield return new ReadAll();
    }

    // Often down a column or over the same cells again, as those who edit together do.
    private Batch Together()
    {
        var edits = new List<Step>();
        for (var i = _random.Next(1, 8); i > 0; i--)
        {
            if (edits.Count > 0 && edits[^1] is SetValue last && last.Cell.Row < _top + _rows - 1 && _random.Next(2) == 0)
                edits.Add(new SetValue(last.Sheet, new CellAddress(last.Cell.Column, last.Cell.Row + _random.Next(2)), Value()));
            else edits.Add(Edit());
        }
        return new Batch(edits, Commits: _random.Next(5) > 0);
    }

    private SetNumbers Numbers(string sheet)
    {
        var (column, row) = (Pick(0, 0, _random.Next(_columns)), _top + _random.Next(_rows));
        var range = new CellRange(column, row, Math.Min(_columns - 1, column + _random.Next(2)), Math.Min(_top + _rows - 1, row + _random.Next(6)));
        return new SetNumbers(sheet, range, [.. Enumerable.Range(0, (int)range.Count).Select(_ => (double)_random.Next(10))]);
    }

    private Step Edit()
    {
        var sheet = Pick(_sheets);
        if (_random.Next(8) == 0) return Numbers(sheet);
        if (_random.NextDouble() < _fills)
        {
            var (column, row) = (_random.Next(1, _columns), _top + _random.Next(_rows));
            // Where there are spills nothing to the left of them reads them.
            var last = new CellAddress(_spills ? column : Math.Min(_columns - 1, column + Pick(0, 0, 0, 1, 2)), Math.Min(_top + _rows - 1, row + Pick(0, 0, 3, 10, _rows)));
            var first = new CellAddress(column, row);
            return new Fill(sheet, new CellRange(first, last), _expressions.Formula(first));
        }
        var cell = new CellAddress(Pick(0, 0, 0, _random.Next(_columns)), _top + _random.Next(_rows));
        return new SetValue(sheet, cell, Value());
    }

    // Spills, what lies in their way, and what reads them.
    private Step EditSpills()
    {
        var cell = new CellAddress(_columns + _random.Next(RandomExpressions.SpillColumns), _top + _random.Next(_rows));
        switch (_random.Next(6))
        {
            case 0 or 1 or 2:
                _anchors.Add(cell);
                return new Spill(_sheets[0], cell, _expressions.Array(cell));
            case 3:
                if (_anchors.Count > 0 && _random.Next(2) == 0) cell = Pick(_anchors.ToArray());
                return new SetValue(_sheets[0], cell, Pick<CellValue>(default, 3));
            default:
                cell = new CellAddress(_columns + RandomExpressions.SpillColumns, _top + _random.Next(_rows));
                return new Fill(_sheets[0], new CellRange(cell), _expressions.Reader(_anchors.Count > 0 ? Pick(_anchors.ToArray()) : null));
        }
    }

    private Read Look()
    {
        var columns = _spills ? _columns + RandomExpressions.SpillColumns + 1 : _columns;
        var cell = new CellAddress(_random.Next(columns), _top + _random.Next(_rows));
        if (_random.NextDouble() < .7) return new Read(Pick(_sheets), new CellRange(cell));
        return new Read(Pick(_sheets), new CellRange(cell.Column, cell.Row, Math.Min(columns - 1, cell.Column + Pick(0, 0, 2)), _top + _rows - 1));
    }

    private CellValue Value() => _random.Next(12) switch
    {
        0 or 1 => default,
        2 => 0,
        3 => Pick<CellValue>("a", "3", "", "Ab"),
        4 => Pick<CellValue>(true, false),
        5 => Pick<CellValue>(ErrorKind.NotAvailable, ErrorKind.Div0, ErrorKind.Value),
        _ => _random.Next(10),
    };

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
