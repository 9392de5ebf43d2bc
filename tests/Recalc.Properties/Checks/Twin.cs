using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Properties.Expressions;
using Recalc.Properties.Scenarios;
using Recalc.Recalculation;
using Recalc.Reference;
using Recalc.Values;

namespace Recalc.Properties.Checks;

/// <summary>A workbook and its oracle, to which the same things happen. Every read is compared.</summary>
internal sealed class Twin
{
    /// <summary>Larger numbers are no longer whole, and sums then depend on their order.</summary>
    private const double Largest = 1e15;

    private const double Tolerance = 1e-12;

    private readonly Workbook _book = new();
    private readonly ReferenceWorkbook _oracle = new();
    private readonly Dictionary<GridCell, Expression> _formulas = [];
    private readonly Dictionary<string, Expression> _names = [];
    private readonly EvaluationLog _log = new();
    private readonly RunChecks _runs;

    /// <summary>True once something spilled: what runs then is not checked, for spills that are marked are settled before a read.</summary>
    private bool _hasSpills;

    public Twin()
    {
        foreach (var name in new[] { "S", "T" })
        {
            _book.AddSheet(name);
            _oracle.AddSheet(name);
        }
        _book.Engine.Log = _log;
        _runs = new RunChecks(_book, _formulas, _names);
    }

    /// <summary>Does the steps of a scenario, and ends early where numbers grow too large to be compared.</summary>
    /// <exception cref="PropertyFailure">A value is not what the oracle says, or something ran that need not.</exception>
    public static void Play(IEnumerable<Step> steps)
    {
        var twin = new Twin();
        foreach (var step in steps)
            if (!twin.Do(step)) return;
    }

    /// <summary>True when a scenario breaks a promise, or the engine.</summary>
    public static bool Fails(IReadOnlyList<Step> steps)
    {
        try
        {
            Play(steps);
            return false;
        }
        catch (Exception e)
        {
            return e is not NotSimpler;
        }
    }

    private bool Do(Step step)
    {
        switch (step)
        {
            case SetValue set:
                Note(set);
                _book.FindSheet(set.Sheet)![set.Cell] = set.Value;
                break;
            case SetNumbers set:
                Note(set);
                _book.FindSheet(set.Sheet)!.Set(set.Range, [.. set.Numbers]);
                break;
            case Fill fill:
                Note(fill);
                _book.FindSheet(fill.Sheet)!.SetFormula(fill.Range, fill.Formula.At(fill.Range.First));
                break;
            case Batch batch: Do(batch); break;
            case Spill spill: Do(spill); break;
            case Define define: Do(define); break;
            case Read read: return Do(read);
            case ReadAll: return DoReadAll();
        }
        return true;
    }

    // What is staged and dropped leaves no trace.
    private void Do(Batch batch)
    {
        using var edit = _book.BeginEdit();
        foreach (var step in batch.Edits) Stage(edit, step);
        if (!batch.Commits) return;
        foreach (var step in batch.Edits) Note(step);
        edit.Commit();
    }

    private void Stage(Edit edit, Step step)
    {
        switch (step)
        {
            case SetValue set: edit.Set(_book.FindSheet(set.Sheet)!, set.Cell, set.Value); break;
            case SetNumbers set: edit.Set(_book.FindSheet(set.Sheet)!, set.Range, [.. set.Numbers]); break;
            case Fill fill:
                CheckSimpler(fill.Formula, fill.Range.First);
                edit.SetFormula(_book.FindSheet(fill.Sheet)!, fill.Range, fill.Formula.At(fill.Range.First));
                break;
        }
    }

    private void Note(Step step)
    {
        switch (step)
        {
            case SetValue set: Note(set); break;
            case SetNumbers set: Note(set); break;
            case Fill fill: Note(fill); break;
        }
    }

    private void Note(SetValue set)
    {
        var cell = new GridCell(_book.FindSheet(set.Sheet)!.Id, set.Cell);
        _formulas.Remove(cell);
        _runs.Value(cell, set.Value);
        _oracle.SetValue(set.Sheet, set.Cell, set.Value);
    }

    private void Note(SetNumbers set)
    {
        var at = 0;
        foreach (var cell in ByRows(set.Range)) Note(new SetValue(set.Sheet, cell, set.Numbers[at++]));
    }

    private void Note(Fill fill)
    {
        var sheet = _book.FindSheet(fill.Sheet)!;
        CheckSimpler(fill.Formula, fill.Range.First);
        foreach (var cell in Cells(fill.Range))
        {
            _formulas[new GridCell(sheet.Id, cell)] = fill.Formula;
            _runs.Formula(new GridCell(sheet.Id, cell));
            _oracle.SetFormula(fill.Sheet, cell, fill.Formula.At(cell));
        }
    }

    // Made simpler, a formula may be none any more, or spill where the oracle does not expect it.
    private static void CheckSimpler(Expression formula, CellAddress cell)
    {
        if (formula is CellReference { IsRange: true } || formula.At(cell).Contains("(1#", StringComparison.Ordinal)) throw new NotSimpler();
    }

    private void Do(Spill spill)
    {
        var sheet = _book.FindSheet(spill.Sheet)!;
        CheckSimpler(spill.Formula, spill.Cell);
        sheet.SetFormula(spill.Cell, spill.Formula.At(spill.Cell));
        _formulas[new GridCell(sheet.Id, spill.Cell)] = spill.Formula;
        _oracle.SetSpill(spill.Sheet, spill.Cell, spill.Formula.At(spill.Cell));
        _hasSpills = true;
    }

    // Every formula with a name is new then, and every one that may spell one while it runs.
    private void Do(Define define)
    {
        _names[define.Name] = define.Formula;
        foreach (var (cell, formula) in _formulas)
            if (formula.Names().Any() || formula.At(cell.Cell).Contains("INDIRECT", StringComparison.Ordinal) || formula.At(cell.Cell).Contains("OFFSET", StringComparison.Ordinal)) _runs.Formula(cell);
        _oracle.DefineName(define.Name, define.Formula.At(default));
        _book.DefineName(new DefinedName(define.Name, define.Formula.At(default)));
    }

    private bool Do(Read read)
    {
        var sheet = _book.FindSheet(read.Sheet)!;
        _log.Clear();
        var peeked = Peek(sheet, read.Range);
        if (_log.Ran.Count + _log.Cleaned.Count > 0) throw new PropertyFailure("A peek computed");
        var values = Values(sheet, read.Range);
        var reading = _oracle.Read();
        foreach (var cell in Cells(read.Range)) reading.Get(read.Sheet, cell);
        foreach (var ran in _hasSpills ? [] : _log.Ran)
            foreach (var cell in Cells(ran.Range))
                if (!reading.Cone.Contains(new CellKey(ran.Grid, cell))) throw new PropertyFailure($"{_runs.NameOf(new GridCell(ran.Grid, cell))} ran and was not asked for");
        if (reading.Values.Values.Any(v => v.TryGetNumber(out var number) && Math.Abs(number) > Largest)) return false;
        foreach (var cell in Cells(read.Range)) Compare(sheet, cell, reading);
        foreach (var (cell, value) in peeked)
            if (value != sheet.Peek(cell)) throw new PropertyFailure($"{read.Sheet}!{cell} was {Show(value)} when it was peeked at, and is {Show(sheet.Peek(cell))}");
        var at = 0;
        foreach (var cell in ByRows(read.Range))
            if (values[at++] is var value && value != sheet.Peek(cell)) throw new PropertyFailure($"{read.Sheet}!{cell} was handed out as {Show(value)}");
        if (!_hasSpills) _runs.Read(_log.Ran);
        return true;
    }

    private bool DoReadAll()
    {
        _log.Clear();
        _book.Recalculate();
        var reading = _oracle.Read();
        foreach (var (grid, cell) in _formulas.Keys) reading.Get(_book.Sheets[grid].Name, cell);
        if (reading.Values.Values.Any(v => v.TryGetNumber(out var number) && Math.Abs(number) > Largest)) return false;
        foreach (var (grid, cell) in _formulas.Keys) Compare(_book.Sheets[grid], cell, reading);
        if (!_hasSpills) _runs.Read(_log.Ran);
        return true;
    }

    private static void Compare(Sheet sheet, CellAddress cell, ReferenceReading reading)
    {
        var actual = sheet.Peek(cell);
        if (reading.Get(sheet.Name, cell) is not { } expected) throw new PropertyFailure($"{sheet.Name}!{cell} is not supported");
        if (!IsSame(expected, actual)) throw new PropertyFailure($"{sheet.Name}!{cell} is {Show(actual)} and not {Show(expected)}: {sheet.GetFormula(cell)}");
    }

    private static bool IsSame(CellValue expected, CellValue actual) => expected.TryGetNumber(out var a) && actual.TryGetNumber(out var b)
        ? Math.Abs(a - b) <= Tolerance * Math.Max(Math.Abs(a), Math.Abs(b))
        : expected == actual;

    private static string Show(CellValue value) => value.Kind switch
    {
        CellValueKind.Blank => "blank",
        CellValueKind.Text => $"\"{value}\"",
        _ => value.ToString(),
    };

    // What is there without computing.
    private static List<(CellAddress Cell, CellValue Value)> Peek(Sheet sheet, CellRange range)
    {
        var peeked = new List<(CellAddress, CellValue)>();
        foreach (var cell in Cells(range))
            if (sheet.TryPeek(cell, out var value)) peeked.Add((cell, value));
        return peeked;
    }

    private static CellValue[] Values(Sheet sheet, CellRange range)
    {
        if (range.Count == 1) return [sheet[range.First]];
        var values = new CellValue[range.Count];
        sheet.Get(range, values);
        return values;
    }

    private static IEnumerable<CellAddress> ByRows(CellRange range)
    {
        for (var row = range.First.Row; row <= range.Last.Row; row++)
            for (var column = range.First.Column; column <= range.Last.Column; column++) yield return new CellAddress(column, row);
    }

    private static IEnumerable<CellAddress> Cells(CellRange range)
    {
        for (var column = range.First.Column; column <= range.Last.Column; column++)
            for (var row = range.First.Row; row <= range.Last.Row; row++) yield return new CellAddress(column, row);
    }
}
