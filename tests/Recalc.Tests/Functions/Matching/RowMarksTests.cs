using CsCheck;
using Recalc.Functions.Matching;

namespace Recalc.Tests.Functions.Matching;

public class RowMarksTests
{
    private static readonly Gen<(int, int, int, ulong)> Edit = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 299], Gen.Int[0, 300], Gen.ULong);

    [Fact]
    public void Marks_are_an_array_of_logicals() =>
        Gen.Select(Gen.Int[1, 300], Edit.Array[0, 12]).Sample((rows, edits) =>
        {
            var marks = RowMarks.Of(new ulong[RowMarks.MaxWords], rows);
            var naive = new bool[rows];
            foreach (var (edit, first, second, bits) in edits)
            {
                var (from, to) = (Math.Min(first, rows - 1), Math.Min(second, rows));
                var length = Math.Min(rows - from, RowMarks.LineRows);
                var line = bits & ulong.MaxValue >> (RowMarks.LineRows - length);
                if (edit == 0) marks.Set(from, to);
                if (edit == 1) marks.Clear(from);
                if (edit == 2) marks.Or(from, line);
                if (edit == 0) for (var i = from; i < to; i++) naive[i] = true;
                if (edit == 1) naive[from] = false;
                if (edit == 2) for (var i = 0; i < length; i++) naive[from + i] |= (line >> i & 1) != 0;
                var expected = naive.Skip(from).Take(length).Select((b, i) => b ? 1UL << i : 0).Aggregate(0UL, (a, b) => a | b);
                Assert.Equal(expected, marks.Line(from));
                Assert.Equal(Array.IndexOf(naive, true, from), marks.Next(from));
            }
            Assert.Equal(naive.Count(b => b), marks.Count);
            Assert.Equal(!naive.Contains(true), marks.IsEmpty);
        });

    [Fact]
    public void Marks_that_both_have_remain()
    {
        var marks = RowMarks.Of(new ulong[RowMarks.MaxWords], 100);
        var others = RowMarks.Of(new ulong[RowMarks.MaxWords], 100);
        marks.Set(10, 90);
        others.Set(80, 100);
        marks.And(others);
        Assert.Equal((10, 80, -1), (marks.Count, marks.Next(0), marks.Next(90)));
    }
}
