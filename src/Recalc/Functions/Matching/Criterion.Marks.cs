using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Functions.Matching;

// Many cells at once: 64 words make 64 bits. Numbers are compared as vectors; boxed words are NaNs, which no comparison accepts.
internal readonly partial struct Criterion
{
    // Twice what SignificantDigits holds for near: past this, numbers differ in 15 digits whichever of the two the share is taken of.
    private const double Near = 2e-14;

    /// <summary>Marks which cells of a column of an area meet the criterion. Takes time in proportion to those that are used.</summary>
    /// <param name="area">The area; its cells are computed.</param>
    /// <param name="column">The column of the area, from zero.</param>
    /// <param name="row">The first row of the area, from zero.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="marks">The marks of these rows; those of before are dropped.</param>
    public void Mark(CellArea area, int column, int row, int count, RowMarks marks)
    {
        marks.Clear();
        var first = area.Range.First;
        var next = 0;
        var range = new CellRange(first.Column + column, first.Row + row, first.Column + column, first.Row + row + count - 1);
        foreach (var stretch in area.Cells.Stretches(range))
        {
            var at = stretch.FirstRow - range.First.Row;
            if (MatchesBlank) marks.Set(next, at);
            Mark(stretch.Words, stretch.Sides, marks, at);
            next = at + stretch.Words.Length;
        }
        if (MatchesBlank) marks.Set(next, count);
    }

    /// <summary>Takes the marks of cells away that do not meet the criterion, one by one: for few marks among many rows.</summary>
    public void Filter(CellArea area, int column, int row, RowMarks marks)
    {
        for (var at = marks.Next(0); at >= 0; at = marks.Next(at + 1))
        {
            var word = area.Cells.Word(area.Range.First.Column + column, area.Range.First.Row + row + at, out var side);
            if (!Matches(new CellWord(word), side)) marks.Clear(at);
        }
    }

    private void Mark(ReadOnlySpan<ulong> words, ReadOnlySpan<object?> sides, RowMarks marks, int at)
    {
        Span<ulong> padded = stackalloc ulong[RowMarks.LineRows];
        for (var i = 0; i < words.Length; i += RowMarks.LineRows)
        {
            var count = Math.Min(RowMarks.LineRows, words.Length - i);
            scoped var line = words.Slice(i, count);
            if (count < RowMarks.LineRows)
            {
                line.CopyTo(padded);
                padded[count..].Fill(CellWord.Boxed);
                line = padded;
            }
            var bits = MarkLine(line, sides.IsEmpty ? sides : sides.Slice(i, count)) & ulong.MaxValue >> (RowMarks.LineRows - count);
            if (bits != 0) marks.Or(at + i, bits);
        }
    }

    /// <summary>Marks which of 64 cells meet the criterion: a bit each.</summary>
    /// <param name="line">Their words.</param>
    /// <param name="sides">Their objects, or none at all; there may be fewer of them, past which no cell has any.</param>
    public ulong MarkLine(ReadOnlySpan<ulong> line, ReadOnlySpan<object?> sides) => _test switch
    {
        CriterionTest.Equal => MarkEqual(line, sides),
        CriterionTest.NotEqual => ~MarkEqual(line, sides),
        CriterionTest.Blank => MarkWord(line, CellWord.Blank.Bits),
        CriterionTest.Filled => ~MarkWord(line, CellWord.Blank.Bits),
        CriterionTest.Empty => MarkWord(line, CellWord.Blank.Bits) | MarkTexts(line, sides),
        _ when _text is not null => MarkTexts(line, sides),
        _ when _wanted.IsNumber => MarkOrdered(line),
        _ => MarkLogicals(line),
    };

    private ulong MarkEqual(ReadOnlySpan<ulong> line, ReadOnlySpan<object?> sides)
    {
        if (_text is not null) return MarkTexts(line, sides);
        if (!_wanted.IsNumber) return MarkWord(line, _wanted.Bits);
        var bits = HasNear(line) ? MarkOrdered(line) : 0;
        return _readsText ? bits | MarkTexts(line, sides) : bits;
    }

    private static ulong MarkWord(ReadOnlySpan<ulong> line, ulong word)
    {
        ref var first = ref MemoryMarshal.GetReference(line);
        var wanted = Vector256.Create(word);
        var bits = 0UL;
        for (var i = 0; i < RowMarks.LineRows; i += Vector256<ulong>.Count)
            bits |= (ulong)Vector256.Equals(Vector256.LoadUnsafe(ref first, (nuint)i), wanted).ExtractMostSignificantBits() << i;
        return bits;
    }

    // Texts are few where numbers are many; only a page that has any has objects.
    private ulong MarkTexts(ReadOnlySpan<ulong> line, ReadOnlySpan<object?> sides)
    {
        var bits = 0UL;
        if (_text is not null && !_isPattern && _test is CriterionTest.Equal or CriterionTest.NotEqual) return MarkSameTexts(line, sides);
        for (var i = 0; i < sides.Length; i++)
        {
            var word = new CellWord(line[i]);
            if (word.Tag == WordTag.Text && Meets(word, sides[i])) bits |= 1UL << i;
        }
        return bits;
    }

    // Nearly all texts are told apart by their length or their first characters.
    private ulong MarkSameTexts(ReadOnlySpan<ulong> line, ReadOnlySpan<object?> sides)
    {
        var (bits, wanted) = (0UL, _text!.Length - _start);
        for (var i = 0; i < sides.Length; i++)
        {
            if (sides[i] is not string text || text.Length != wanted || new CellWord(line[i]).Tag != WordTag.Text) continue;
            if (TextOrder.Equals(text, Text)) bits |= 1UL << i;
        }
        return bits;
    }

    private ulong MarkLogicals(ReadOnlySpan<ulong> line)
    {
        var bits = 0UL;
        for (var i = 0; i < line.Length; i++)
        {
            if (Meets(new CellWord(line[i]), null)) bits |= 1UL << i;
        }
        return bits;
    }

    // True when a number may be equal. Most lines of most columns have none.
    private bool HasNear(ReadOnlySpan<ulong> line)
    {
        ref var first = ref MemoryMarshal.GetReference(line);
        var (low, high) = Zone();
        var near = Vector256<double>.Zero;
        for (var i = 0; i < RowMarks.LineRows; i += Vector256<ulong>.Count)
        {
            var numbers = Vector256.LoadUnsafe(ref first, (nuint)i).AsDouble();
            near |= Vector256.GreaterThanOrEqual(numbers, low) & Vector256.LessThanOrEqual(numbers, high);
        }
        return near.AsUInt64() != Vector256<ulong>.Zero;
    }

    // Below the zone and above it the order is plain, and so it is for the very number; what else lies in the zone is told by its digits.
    private ulong MarkOrdered(ReadOnlySpan<ulong> line)
    {
        ref var first = ref MemoryMarshal.GetReference(line);
        var wanted = Vector256.Create(_wanted.Number);
        var (low, high) = Zone();
        var (below, equal, above, near) = (0UL, 0UL, 0UL, 0UL);
        for (var i = 0; i < RowMarks.LineRows; i += Vector256<ulong>.Count)
        {
            var numbers = Vector256.LoadUnsafe(ref first, (nuint)i).AsDouble();
            var inZone = Vector256.GreaterThanOrEqual(numbers, low) & Vector256.LessThanOrEqual(numbers, high);
            below |= (ulong)Vector256.LessThan(numbers, low).ExtractMostSignificantBits() << i;
            above |= (ulong)Vector256.GreaterThan(numbers, high).ExtractMostSignificantBits() << i;
            equal |= (ulong)Vector256.Equals(numbers, wanted).ExtractMostSignificantBits() << i;
            near |= (ulong)inZone.ExtractMostSignificantBits() << i;
        }
        var bits = (Accepts(-1) ? below : 0) | (Accepts(0) ? equal : 0) | (Accepts(1) ? above : 0);
        for (near &= ~equal; near != 0; near &= near - 1)
        {
            var i = BitOperations.TrailingZeroCount(near);
            if (Accepts(SignificantDigits.Compare(new CellWord(line[i]).Number, _wanted.Number))) bits |= 1UL << i;
        }
        return bits;
    }

    private (Vector256<double> Low, Vector256<double> High) Zone()
    {
        var reach = Near * Math.Abs(_wanted.Number);
        return (Vector256.Create(_wanted.Number - reach), Vector256.Create(_wanted.Number + reach));
    }
}
