using System.Runtime.InteropServices;
using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <summary>
/// Computes columns whose rows rest on the rows before them, row by row and column by column in each: <c>A2: =A1+1</c> filled down, or
/// an opening balance that is the closing one of the row above. Works on numbers; a row that is none ends it, and the caller goes on
/// with single cells. A row runs when it must, or when a row that it looks back at has changed. Used again and again. For one thread.
/// </summary>
internal sealed class Recurrence(Model model)
{
    /// <summary>The most rows of a block.</summary>
    public const int Rows = LaneMask.Lanes;

    private readonly RecurrenceProgram _program = new(model);

    /// <summary>The numbers: a block for each leaf, then for each member its rows back and a block. Blank cells are 0.</summary>
    private double[] _data = [];

    /// <summary>Where the operand of each leaf lies for the first row of the block.</summary>
    private int[] _leafAt = [];

    /// <summary>Where the result of each member lies for the first row of the block.</summary>
    private int[] _resultAt = [];

    /// <summary>For each member, by row of the block and before it: whether its result changed; whether it has to run; whether it ran.</summary>
    private bool[] _changed = [];
    private bool[] _must = [];
    private bool[] _ran = [];

    /// <summary>For each member, how many rows before the last one of the block it is still needed.</summary>
    private int[] _distances = [];

    private double[] _stack = new double[16];

    /// <summary>The steps of all members one after another, each with the places of its operands and its result.</summary>
    private RecurrenceLoop.Step[] _steps = [];
    private int _stepCount;

    /// <summary>Where the steps of each member end.</summary>
    private int[] _ends = [];

    /// <summary>Turns to the model of another workbook of the same family.</summary>
    public void Attach(Model other)
    {
        model = other;
        _program.Attach(other);
    }

    public IReadOnlyList<RecurrenceMember> Members => _program.Members;

    /// <summary>How many rows back the first member looks at itself, at least: when it is 1, a row rests on all rows before it.</summary>
    public int Period { get; private set; }

    /// <summary>
    /// Gets ready to compute the rows of some columns; false when they are no recurrence from top to bottom, or one of more than numbers.
    /// </summary>
    /// <param name="members">The columns; the rows of the first are what is wanted, those of the others as far as these look at them.</param>
    public bool TryBuild(IReadOnlyList<RecurrenceMember> members)
    {
        var wanted = members[0];
        if (!_program.TryBuild(members)) return false;
        if (_distances.Length < members.Count) _distances = new int[2 * members.Count];
        Period = _program.Measure(_program.Members.IndexOf(wanted), _distances.AsSpan(0, members.Count));
        foreach (var distance in _distances.AsSpan(0, members.Count))
            if (distance > RecurrenceProgram.MostRowsBack) return false;
        if (_stack.Length <= 2 * _program.Steps.Count) _stack = new double[4 * _program.Steps.Count];
        LayOut();
        Place();
        return true;
    }

    /// <summary>
    /// True when every cell that rows rest on, each member's as far as it is needed, is valid, those of the rows themselves aside; otherwise
    /// what is wanted.
    /// </summary>
    public bool IsReady(int firstRow, int lastRow, out GridRange wanted)
    {
        for (var member = 0; member < Members.Count; member++)
        {
            var lastNeeded = lastRow - _distances[member];
            if (lastNeeded < firstRow) continue;
            for (var step = member == 0 ? 0 : _program.Ends[member - 1]; step < _program.Ends[member]; step++)
            {
                var leaf = _program.Steps[step].Leaf;
                if (leaf >= 0 && !IsReady(_program.Leaves[leaf], firstRow, lastNeeded, out wanted)) return false;
            }
        }
        wanted = default;
        return true;
    }

    private bool IsReady(in RecurrenceProgram.Leaf leaf, int firstRow, int lastRow, out GridRange wanted)
    {
        wanted = default;
        if (leaf.IsConstant) return true;
        var (grid, column) = leaf.IsMember ? (Members[leaf.Column].Grid, Members[leaf.Column].Column) : (leaf.Grid!, leaf.Column);
        var (first, last) = leaf.Stays ? (leaf.Row, leaf.Row) : (firstRow + leaf.Row, lastRow + leaf.Row);
        if (leaf.IsMember) last = Math.Min(last, firstRow - 1);
        if (last < first) return true;
        var range = new CellRange(column, first, column, last);
        wanted = new GridRange(grid.Id, range);
        return grid.States.IsValid(range);
    }

    /// <summary>False when a formula looks past the edge of the sheet from some of the rows.</summary>
    public bool Fits(int firstRow, int lastRow)
    {
        foreach (var leaf in _program.Leaves)
            if (!leaf.IsConstant && !leaf.Stays && (!SheetLimits.IsRow(firstRow + leaf.Row) || !SheetLimits.IsRow(lastRow + leaf.Row))) return false;
        return firstRow >= _program.RowsBack;
    }

    /// <summary>How many rows before the last one that is wanted a member is needed to.</summary>
    public int LagOf(in RecurrenceMember member) => _distances[_program.Members.IndexOf(member)];

    /// <summary>How many of the rows of a block are needed of a member: none are when it is negative.</summary>
    public int Needed(int member, int count) => count - _distances[member];

    /// <summary>Computes a block of rows, whose operands are ready. The number of rows that were computed: fewer when one is no number.</summary>
    public int Run(int firstRow, int count)
    {
        Fill(firstRow, count);
        var allMust = ReadMust(firstRow, count);
        var common = count;
        for (var member = 0; member < Members.Count; member++) common = Math.Min(common, Needed(member, count));
        var row = 0;
        if (allMust && common > 0)
        {
            row = RecurrenceLoop.Run(Steps, _data, _stack, 0, common, untilSame: false);
            for (var member = 0; member < Members.Count; member++)
            {
                _ran.AsSpan(member * Rows, row).Fill(true);
                _changed.AsSpan(ChangedAt(member, 0), row).Fill(true);
            }
            if (row < common) return row;
        }
        return RunSelectively(row, count, common, allMust);
    }

    private ReadOnlySpan<RecurrenceLoop.Step> Steps => _steps.AsSpan(0, _stepCount);

    // Row by row, only what must run. Once all members have changed for a while they run freely until one does not.
    private int RunSelectively(int row, int count, int common, bool allMust)
    {
        for (var streak = 0; row < count; row++)
        {
            if (streak > _program.RowsBack && row < common)
            {
                var end = RecurrenceLoop.Run(Steps, _data, _stack, row, common, untilSame: true);
                for (var member = 0; member < Members.Count; member++)
                {
                    _ran.AsSpan(member * Rows + row, end - row).Fill(true);
                    _changed.AsSpan(ChangedAt(member, row), end - row).Fill(true);
                }
                (row, streak) = (end, 0);
                if (row == count) break;
            }
            var changed = true;
            for (var member = 0; member < Members.Count; member++)
            {
                if (row >= Needed(member, count)) continue;
                var mustRun = allMust || MustRun(member, row);
                _ran[member * Rows + row] = mustRun;
                if (mustRun && !TryCompute(member, row)) return row;
                changed &= mustRun && _changed[ChangedAt(member, row)];
            }
            streak = changed ? streak + 1 : 0;
        }
        return row;
    }

    /// <summary>The words of a member's rows in the block.</summary>
    public ReadOnlySpan<ulong> Words(int member, int count) => MemoryMarshal.Cast<double, ulong>(_data.AsSpan(_resultAt[member], count));

    /// <summary>Which of a member's rows in the block ran.</summary>
    public ReadOnlySpan<bool> Ran(int member, int count) => _ran.AsSpan(member * Rows, count);

    private static int ChangedAt(int member, int row) => member * (Rows + RecurrenceProgram.MostRowsBack) + RecurrenceProgram.MostRowsBack + row;

    private void LayOut()
    {
        var (leaves, members) = (_program.Leaves, Members.Count);
        var size = leaves.Count * Rows + members * (Rows + RecurrenceProgram.MostRowsBack);
        if (_data.Length < size) _data = new double[size];
        if (_leafAt.Length < leaves.Count) _leafAt = new int[2 * leaves.Count];
        if (_resultAt.Length < members)
        {
            _resultAt = new int[2 * members];
            _changed = new bool[2 * members * (Rows + RecurrenceProgram.MostRowsBack)];
            _must = new bool[2 * members * Rows];
            _ran = new bool[2 * members * Rows];
        }
        for (var member = 0; member < members; member++)
            _resultAt[member] = leaves.Count * Rows + member * (Rows + RecurrenceProgram.MostRowsBack) + RecurrenceProgram.MostRowsBack;
        for (var i = 0; i < leaves.Count; i++) _leafAt[i] = leaves[i].IsMember ? _resultAt[leaves[i].Column] + leaves[i].Row : i * Rows;
    }

    private void Fill(int firstRow, int count)
    {
        for (var i = 0; i < _program.Leaves.Count; i++)
        {
            var leaf = _program.Leaves[i];
            if (leaf.IsMember) continue;
            var block = _data.AsSpan(i * Rows, count);
            if (leaf.IsConstant) block.Fill(leaf.Constant);
            else if (leaf.Stays)
            {
                Read(leaf.Grid!, leaf.Column, leaf.Row, block[..1]);
                block.Fill(block[0]);
            }
            else Read(leaf.Grid!, leaf.Column, firstRow + leaf.Row, block);
        }
        for (var member = 0; member < Members.Count; member++)
        {
            var (grid, column) = (Members[member].Grid, Members[member].Column);
            var back = _program.RowsBack;
            Read(grid, column, firstRow - back, _data.AsSpan(_resultAt[member] - back, back + count));
            _changed.AsSpan(ChangedAt(member, -back), back + count).Clear();
        }
    }

    private static void Read(Grid grid, int column, int firstRow, Span<double> numbers)
    {
        var words = MemoryMarshal.Cast<double, ulong>(numbers);
        grid.Cells.Read(column, firstRow, words);
        words.Replace(CellWord.Blank.Bits, CellWord.FromNumber(0).Bits);
    }

    // True when every row of every member has to run.
    private bool ReadMust(int firstRow, int count)
    {
        var all = true;
        for (var member = 0; member < Members.Count; member++)
        {
            var (states, column) = (Members[member].Grid.States, Members[member].Column);
            for (int row = firstRow, end = firstRow + Needed(member, count); row < end;)
            {
                var last = states.RunEnd(CellState.Must, column, row, end - 1);
                var must = states.IsMust(column, row);
                _must.AsSpan(member * Rows + row - firstRow, last - row + 1).Fill(must);
                all &= must;
                row = last + 1;
            }
        }
        return all;
    }

    private bool MustRun(int member, int row)
    {
        if (_must[member * Rows + row]) return true;
        for (var i = member == 0 ? 0 : _program.Ends[member - 1]; i < _program.Ends[member]; i++)
        {
            var step = _program.Steps[i];
            if (step.Leaf < 0 || !_program.Leaves[step.Leaf].IsMember) continue;
            var leaf = _program.Leaves[step.Leaf];
            if (_changed[ChangedAt(leaf.Column, row + leaf.Row)]) return true;
        }
        return false;
    }

    private bool TryCompute(int member, int row)
    {
        var steps = Steps[StartOf(member).._ends[member]];
        ref var result = ref _data[_resultAt[member] + row];
        var before = BitConverter.DoubleToUInt64Bits(result);
        if (RecurrenceLoop.Run(steps, _data, _stack, row, row + 1, untilSame: false) == row) return false;
        _changed[ChangedAt(member, row)] = before != BitConverter.DoubleToUInt64Bits(result);
        return true;
    }

    // Puts the places of operands and results into the steps, and joins those that follow one another.
    private void Place()
    {
        var most = _program.Steps.Count;
        if (_steps.Length < most) (_steps, _ends) = (new RecurrenceLoop.Step[2 * most], new int[2 * most]);
        _stepCount = 0;
        var member = 0;
        foreach (var (code, leaf) in _program.Steps)
        {
            if (code == StepCode.Store)
            {
                _steps[_stepCount - 1] = _steps[_stepCount - 1] with { Result = _resultAt[member] };
                _ends[member++] = _stepCount;
            }
            else if (IsAfterLoad(member) && code is >= StepCode.AddLeaf and <= StepCode.SubtractLeafLast)
            {
                var joined = code - (StepCode.AddLeaf - StepCode.AddLeaves);
                _steps[_stepCount - 1] = new RecurrenceLoop.Step(joined, _steps[_stepCount - 1].Left, _leafAt[leaf]);
            }
            else _steps[_stepCount++] = new RecurrenceLoop.Step(code, leaf < 0 ? 0 : _leafAt[leaf]);
        }
    }

    private bool IsAfterLoad(int member) => _stepCount > StartOf(member) && _steps[_stepCount - 1].Code == StepCode.Load;

    private int StartOf(int member) => member == 0 ? 0 : _ends[member - 1];
}
