using System.Numerics;
using Recalc.Addressing;
using Recalc.Storage;
using Recalc.Values;

namespace Recalc.Functions.Matching;

/// <summary>
/// Looks for the places that meet all criteria, as SUMIF, COUNTIFS and their kin do. Costs the rows that can meet them, a block at a time:
/// the first criterion marks rows, further ones drop marks.
/// </summary>
internal ref struct ConditionalScan
{
    // Fewer marks than one in so many rows are looked at one by one.
    private const int Sparse = 16;

    private readonly ReadOnlySpan<Operand> _pairs;
    private readonly CellArea? _values;
    private readonly CallSite _site;

    /// <summary>The first criterion; the others are read anew for each block, so that there may be any number of them.</summary>
    private readonly Criterion _first;

    /// <summary>The corner of the areas outside which no place meets the criteria, or all do and there is nothing to total.</summary>
    private int _rows, _columns;

    private ConditionalScan(ReadOnlySpan<Operand> pairs, CellArea? values, CallSite site)
    {
        _pairs = pairs;
        (_values, _site) = (values, site);
        _first = Criterion.Read(pairs[1].Value, site.Conversion);
    }

    /// <summary>What was found so far.</summary>
    private ConditionalTotal _total;

    /// <summary>Looks at all places.</summary>
    /// <param name="pairs">Areas and criteria in turn. The areas have one shape and are computed.</param>
    /// <param name="values">What is totalled, place by place: of the same shape, or shorter; null when places are merely counted.</param>
    /// <param name="site">The call.</param>
    /// <param name="total">The total.</param>
    /// <param name="failure">The first error among the values that count, column by column, when the answer is false.</param>
    public static bool TryCompute(
        ReadOnlySpan<Operand> pairs, CellArea? values, CallSite site, out ConditionalTotal total, out Operand failure)
    {
        var scan = new ConditionalScan(pairs, values, site);
        scan.Measure();
        var isDone = scan.TryRun(out failure);
        total = scan._total;
        return isDone;
    }

    private bool TryRun(out Operand failure)
    {
        failure = default;
        if (!_site.TryChargeSteps((long)_rows * _columns * (_pairs.Length / 2)))
        {
            failure = _site.OverSteps;
            return false;
        }
        if (_rows == 1 && _columns > 1) return TryRunAcross(out failure);
        Span<ulong> words = stackalloc ulong[RowMarks.MaxWords];
        Span<ulong> others = stackalloc ulong[RowMarks.MaxWords];
        for (var column = 0; column < _columns; column++)
        {
            for (var row = 0; row < _rows; row += RowMarks.MaxRows)
            {
                var count = Math.Min(RowMarks.MaxRows, _rows - row);
                var marks = RowMarks.Of(words, count);
                Mark(column, row, count, marks, RowMarks.Of(others, count));
                if (!TryAdd(column, row, count, marks, out failure)) return false;
            }
        }
        return true;
    }

    // One row: the columns take the place of rows.
    private bool TryRunAcross(out Operand failure)
    {
        failure = default;
        var line = default(CellLine);
        for (var column = 0; column < _columns; column += CellLine.Length)
        {
            var bits = ulong.MaxValue >> (CellLine.Length - Math.Min(CellLine.Length, _columns - column));
            for (var i = 0; i < _pairs.Length && bits != 0; i += 2)
            {
                line.Read(_pairs[i].AreaOrNull!, column);
                bits &= Read(i).MarkLine(line.Words, line.Sides);
            }
            _total.Matched += BitOperations.PopCount(bits);
            if (_values is null || column >= _values.Columns || bits == 0) continue;
            bits &= ulong.MaxValue >> (CellLine.Length - Math.Min(CellLine.Length, _values.Columns - column));
            line.Read(_values, column);
            var error = Add(line.Words, bits);
            if (error < 0) continue;
            failure = Operand.Stored(line.Words[error], line.Sides.IsEmpty ? null : line.Sides[error]);
            return false;
        }
        return true;
    }

    // A criterion that no blank meets ends with what is used of its area. When blanks meet them all, the places past everything count too.
    private void Measure()
    {
        var (rows, columns) = (_values?.UsedRows ?? 0, _values?.UsedColumns ?? 0);
        (_rows, _columns) = (int.MaxValue, int.MaxValue);
        for (var i = 0; i < _pairs.Length; i += 2)
        {
            var area = _pairs[i].AreaOrNull!;
            (rows, columns) = (Math.Max(rows, area.UsedRows), Math.Max(columns, area.UsedColumns));
            if (Read(i).MatchesBlank) continue;
            (_rows, _columns) = (Math.Min(_rows, area.UsedRows), Math.Min(_columns, area.UsedColumns));
        }
        if (_rows != int.MaxValue) return;
        (_rows, _columns) = (rows, columns);
        _total.Matched = _pairs[0].AreaOrNull!.Range.Count - (long)rows * columns;
    }

    private readonly Criterion Read(int pair) => pair == 0 ? _first : Criterion.Read(_pairs[pair + 1].Value, _site.Conversion);

    private readonly void Mark(int column, int row, int count, scoped RowMarks marks, scoped RowMarks others)
    {
        _first.Mark(_pairs[0].AreaOrNull!, column, row, count, marks);
        for (var i = 2; i < _pairs.Length && !marks.IsEmpty; i += 2)
        {
            var area = _pairs[i].AreaOrNull!;
            if (marks.Count < count / Sparse)
            {
                Read(i).Filter(area, column, row, marks);
                continue;
            }
            Read(i).Mark(area, column, row, count, others);
            marks.And(others);
        }
    }

    private bool TryAdd(int column, int row, int count, scoped RowMarks marks, out Operand failure)
    {
        failure = default;
        _total.Matched += marks.Count;
        if (_values is null || column >= _values.Columns || row >= _values.Rows || marks.IsEmpty) return true;
        var first = _values.Range.First;
        var last = Math.Min(first.Row + row + count, first.Row + _values.Rows) - 1;
        foreach (var stretch in _values.Cells.Stretches(new CellRange(first.Column + column, first.Row + row, first.Column + column, last)))
        {
            var at = stretch.FirstRow - first.Row - row;
            for (var i = 0; i < stretch.Words.Length; i += RowMarks.LineRows)
            {
                var length = Math.Min(RowMarks.LineRows, stretch.Words.Length - i);
                var bits = marks.Line(at + i) & ulong.MaxValue >> (RowMarks.LineRows - length);
                if (bits == 0) continue;
                var error = Add(stretch.Words.Slice(i, length), bits);
                if (error < 0) continue;
                failure = Operand.Stored(stretch.Words[i + error], stretch.Sides.IsEmpty ? null : stretch.Sides[i + error]);
                return false;
            }
        }
        return true;
    }

    // Adds the numbers whose bits are set; the place of the first error, or -1.
    private int Add(scoped ReadOnlySpan<ulong> words, ulong bits)
    {
        var (sum, count, least, most) = (0.0, 0, double.PositiveInfinity, double.NegativeInfinity);
        for (; bits != 0; bits &= bits - 1)
        {
            var at = BitOperations.TrailingZeroCount(bits);
            var word = new CellWord(words[at]);
            if (word.IsError) return at;
            if (!word.IsNumber) continue;
            sum += word.Number;
            least = Math.Min(least, word.Number);
            most = Math.Max(most, word.Number);
            count++;
        }
        if (count == 0) return -1;
        _total.Numbers = _total.Numbers.Plus(new NumberSummary { Sum = sum, Count = count, Min = least, Max = most, Filled = count });
        return -1;
    }
}
