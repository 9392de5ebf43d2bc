using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Reference;

/// <summary>
/// One reading of a workbook. A cycle is defined so: every blocked cell waits for exactly one other, the first blocked one in its order
/// of evaluation, so the blocked cells form a graph of functions; its loop is the cycle, whatever cell was asked for. Its cells are
/// iterated in address order from 0 until a wave repeats every value, and are <c>#CYCLE!</c> when none does. A cell outside that leads
/// back into the loop joins it, and the waves begin again.
/// </summary>
public sealed class ReferenceReading
{
    private const int DeepStack = 1 << 28;

    private readonly Dictionary<CellKey, CellValue> _values = [];
    private readonly HashSet<CellKey> _unsupported = [];
    private readonly HashSet<CellKey> _demanded = [];

    // The cells that are being computed, outermost first, and where each stands; the cell that found a cycle stands there twice.
    private readonly List<CellKey> _stack = [];
    private readonly Dictionary<CellKey, int> _places = [];
    private readonly List<Cycle> _cycles = [];

    private readonly SpillLayout _layout;
    private readonly Dictionary<CellKey, Grid?> _grids = [];

    internal ReferenceReading(ReferenceWorkbook workbook, SpillLayout layout)
    {
        _layout = layout;
        Workbook = workbook;
        Now = workbook.Clock.GetLocalNow().DateTime;
        LastUsed = workbook.LastUsed();
    }

    internal ReferenceWorkbook Workbook { get; }
    internal DateTime Now { get; }
    internal (int Column, int Row) LastUsed { get; }

    /// <summary>The formulas that were computed so far, as <c>Sheet!A1</c>.</summary>
    public IEnumerable<string> Demanded => _demanded.Order().Select(Workbook.NameOf);

    /// <summary>The formulas that were computed so far.</summary>
    internal IReadOnlySet<CellKey> Cone => _demanded;

    /// <summary>What they gave.</summary>
    internal IReadOnlyDictionary<CellKey, CellValue> Values => _values;

    /// <summary>Computes one cell; null when the cell or anything it used needs what is not supported.</summary>
    public CellValue? Get(string sheet, CellAddress cell)
    {
        try
        {
            return Get(Workbook.Key(sheet, cell));
        }
        catch (Unsupported)
        {
            return null;
        }
    }

    internal CellValue Get(CellKey cell)
    {
        var content = Workbook.Find(cell);
        if (content.IsEmpty && _layout.TryFindAnchor(cell, out var anchor)) return ElementOf(anchor, cell);
        if (content.Formula is null) return content.Value;
        if (_values.TryGetValue(cell, out var known)) return known;
        if (_unsupported.Contains(cell)) throw new Unsupported("a precedent");
        if (TryMeet(cell, out var provisional)) return provisional;
        _demanded.Add(cell);
        var (depth, level) = (_stack.Count, _cycles.Count);
        try
        {
            _values[cell] = Compute(cell);
        }
        catch (CycleMet met)
        {
            Unwind(depth, level);
            if (met.Cells.Any(_places.ContainsKey)) throw new CycleMet(met.Cells);  // a cell further out closes the loop
            Push(cell);
            try
            {
                Solve(met.Cells);
            }
            catch (CycleMet)
            {
                Unwind(depth, level);
                throw;
            }
            Unwind(depth, level);
        }
        catch (Unsupported)
        {
            Unwind(depth, level);
            _unsupported.Add(cell);
            throw new Unsupported("a precedent");
        }
        return _values[cell];
    }

    /// <summary>The array that a formula yields; null when it is a single value or not supported.</summary>
    internal Grid? Spilled(CellKey anchor)
    {
        try
        {
            Get(anchor);
        }
        catch (Unsupported)
        {
            return null;
        }
        return _grids.GetValueOrDefault(anchor);
    }

    /// <summary>The rectangle of <c>A1#</c>; null when the formula there does not spill.</summary>
    internal CellRange? SpillOf(CellKey anchor)
    {
        Get(anchor);
        return _layout.TryFindRectangle(anchor, out var range) ? range : null;
    }

    private CellValue ElementOf(CellKey anchor, CellKey cell)
    {
        Get(anchor);
        var (row, column) = (cell.Address.Row - anchor.Address.Row, cell.Address.Column - anchor.Address.Column);
        if (_grids.GetValueOrDefault(anchor) is not { } grid || row >= grid.Rows || column >= grid.Columns) return default;
        return grid.Values[row, column] is { IsBlank: false } value ? value : 0;
    }

    // True with its value of the wave for a cell of the cycle that is being iterated; throws for any other cell that is being computed.
    private bool TryMeet(CellKey cell, out CellValue provisional)
    {
        provisional = default;
        for (var i = _cycles.Count - 1; i >= 0; i--)
        {
            if (!_cycles[i].Values.TryGetValue(cell, out provisional)) continue;
            if (i == _cycles.Count - 1 && _cycles[i].Values.ContainsKey(_stack[^1])) return true;
            throw Met(_cycles[i].Base, i);
        }
        if (_places.TryGetValue(cell, out var at)) throw Met(at, _cycles.FindIndex(c => c.Base > at));
        return false;
    }

    // The cells on the stack from a place on, and the cycles from a level on.
    private CycleMet Met(int place, int level)
    {
        var cells = _stack.Skip(place).ToHashSet();
        if (level >= 0)
            foreach (var cycle in _cycles.Skip(level)) cells.UnionWith(cycle.Values.Keys);
        return new CycleMet(cells);
    }

    private void Solve(HashSet<CellKey> cells)
    {
        var (depth, level) = (_stack.Count, _cycles.Count);
        while (true)
        {
            try
            {
                foreach (var (cell, value) in Iterate(cells)) _values[cell] = value;
                _cycles.RemoveAt(level);
                return;
            }
            catch (CycleMet met)
            {
                Unwind(depth, level);
                met.Cells.UnionWith(cells);
                if (met.Cells.Any(c => _places.TryGetValue(c, out var at) && at < depth - 1)) throw new CycleMet(met.Cells);
                cells = met.Cells;
            }
        }
    }

    private Dictionary<CellKey, CellValue> Iterate(HashSet<CellKey> cells)
    {
        var values = cells.ToDictionary(c => c, _ => CellValue.FromNumber(0));
        _cycles.Add(new Cycle(values, _stack.Count));
        _demanded.UnionWith(cells);
        for (var wave = 0; wave < Workbook.Waves; wave++)
        {
            var same = true;
            foreach (var cell in cells.Order())
            {
                var value = Compute(cell);
                same &= IsSame(value, values[cell]);
                values[cell] = value;
            }
            if (same) return values;
        }
        return cells.ToDictionary(c => c, _ => CellValue.FromError(ErrorKind.Cycle));
    }

    private bool IsSame(CellValue left, CellValue right) =>
        left == right || (left.TryGetNumber(out var a) && right.TryGetNumber(out var b) && Math.Abs(a - b) < Workbook.Delta);

    private CellValue Compute(CellKey cell)
    {
        Push(cell);
        var content = Workbook.Find(cell);
        var (value, grid) = OnDeepStack(() => new FormulaEvaluator(this, cell, content.IsImplicit).Compute(content.Formula!));
        _grids[cell] = grid;
        Unwind(_stack.Count - 1, _cycles.Count);
        return _layout.IsBlocked(cell) ? ErrorKind.Spill : value;
    }

    private void Push(CellKey cell)
    {
        _places.TryAdd(cell, _stack.Count);
        _stack.Add(cell);
    }

    private void Unwind(int depth, int level)
    {
        for (; _stack.Count > depth; _stack.RemoveAt(_stack.Count - 1))
            if (_places[_stack[^1]] == _stack.Count - 1) _places.Remove(_stack[^1]);
        _cycles.RemoveRange(level, _cycles.Count - level);
    }

    /// <summary>Goes on where there is room: when this thread's stack is nearly used up, another thread with a large one takes over meanwhile.</summary>
    internal static T OnDeepStack<T>(Func<T> run)
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack()) return run();
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(Run, DeepStack);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;

        void Run()
        {
            try
            {
                result = run();
            }
            catch (Exception e) when (e is FormulaError or Unsupported or CycleMet)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        }
    }

    private sealed record Cycle(Dictionary<CellKey, CellValue> Values, int Base);
}
