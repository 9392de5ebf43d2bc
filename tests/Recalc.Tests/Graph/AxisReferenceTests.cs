using CsCheck;
using Recalc.Addressing;
using Recalc.Graph;

namespace Recalc.Tests.Graph;

public class AxisReferenceTests
{
    private const int Count = 24;

    private static readonly Gen<Coordinate> End = Gen.OneOf(
        Gen.Int[0, Count - 1].Select(Coordinate.Absolute),
        Gen.Int[1 - Count, Count - 1].Select(Coordinate.Relative),
        Gen.Int[-2, 2].Select(Coordinate.Relative));

    private static readonly Gen<(int First, int Last)> Interval =
        Gen.Select(Gen.Int[0, Count - 1], Gen.Int[0, Count - 1], (a, b) => (Math.Min(a, b), Math.Max(a, b)));

    [Fact]
    public void The_users_of_an_interval_are_those_whose_own_interval_meets_it() =>
        Gen.Select(End, End, Interval, Interval).Sample((end1, end2, changed, owners) =>
        {
            var expected = Positions(owners).Where(i => Span(end1, end2, i).Any(p => p >= changed.First && p <= changed.Last)).ToArray();
            var axis = new AxisReference(end1, end2);
            var isFound = axis.TryFindUsers(changed.First, changed.Last, owners.First, owners.Last, out var first, out var last);
            Assert.Equal(expected.Length > 0, isFound);
            if (expected.Length > 0) Assert.Equal(expected, Positions((first, last)));
        }, iter: 100_000);

    [Fact]
    public void The_footprint_reaches_from_the_first_to_the_last_position_referred_to() =>
        Gen.Select(End, End, Interval).Sample((end1, end2, owners) =>
        {
            var all = Positions(owners).SelectMany(i => Span(end1, end2, i)).ToArray();
            var isFound = new AxisReference(end1, end2).TryCover(owners.First, owners.Last, Count, out var first, out var last);
            Assert.Equal(all.Length > 0, isFound);
            if (all.Length > 0) Assert.Equal((all.Min(), all.Max()), (first, last));
        }, iter: 100_000);

    [Fact]
    public void A_mark_runs_on_when_everybody_refers_to_the_neighbour() =>
        Gen.Select(End, End, Interval).Sample((end1, end2, owners) =>
        {
            var axis = new AxisReference(end1, end2);
            Assert.Equal(Positions(owners).All(i => Span(end1, end2, i).Contains(i)), axis.HoldsOwn(owners.First, owners.Last));
            if (axis.Direction is var direction and not 0)
                for (var i = 1; i < Count - 1; i++)
                {
                    Assert.Contains(i - direction, Span(end1, end2, i));
                    Assert.All(Span(end1, end2, i), p => Assert.True((p - i) * direction < 0));
                }
        }, iter: 10_000);

    [Theory]
    [InlineData(0, 5, 5, 9)]                                                   // $A1:A6 of the first: a tail
    [InlineData(23, -1, 0, 6)]                                                  // the fixed end lies behind: a head
    public void One_fixed_end_gives_a_head_or_a_tail(int fixedAt, int offset, int first, int last)
    {
        var axis = new AxisReference(Coordinate.Relative(offset), Coordinate.Absolute(fixedAt));
        var changed = fixedAt == 0 ? 10 : 5;
        Assert.True(axis.TryFindUsers(changed, changed, 0, 9, out var from, out var to));
        Assert.Equal((first, last), (from, to));
    }

    private static IEnumerable<int> Positions((int First, int Last) interval) =>
        Enumerable.Range(interval.First, interval.Last - interval.First + 1);

    private static IEnumerable<int> Span(Coordinate end1, Coordinate end2, int at)
    {
        var (a, b) = (end1.At(at), end2.At(at));
        for (var p = Math.Max(Math.Min(a, b), 0); p <= Math.Min(Math.Max(a, b), Count - 1); p++) yield return p;
    }
}
