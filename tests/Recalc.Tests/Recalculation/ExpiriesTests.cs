using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Recalculation;

namespace Recalc.Tests.Recalculation;

public class ExpiriesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Forks_take_what_has_grown_too_old_as_a_plain_list_would(int seed)
    {
        var random = new Random(seed);
        List<(Expiries Expiries, Dictionary<GridCell, long> Plain)> family = [(new(), [])];
        for (var step = 0; step < 5_000; step++)
        {
            var (expiries, plain) = family[random.Next(family.Count)];
            var cell = new GridCell(0, new CellAddress(random.Next(6), random.Next(6)));
            switch (random.Next(8))
            {
                case 0 when family.Count < 5:
                    family.Add((expiries.Fork(), new(plain)));
                    break;
                case 0:
                    family.RemoveAt(random.Next(family.Count));
                    break;
                case 1:
                    expiries.Set(cell, long.MaxValue);
                    plain.Remove(cell);
                    break;
                case 2:
                    var now = random.Next(1_000);
                    var old = plain.Where(p => p.Value <= now).Select(p => p.Key).ToHashSet();
                    var taken = new HashSet<GridCell>();
                    while (expiries.TryTake(now, out var expired)) Assert.True(taken.Add(expired));
                    Assert.Equal(old, taken);
                    foreach (var gone in old) plain.Remove(gone);
                    break;
                default:
                    expiries.Set(cell, plain[cell] = random.Next(1_000));
                    break;
            }
            Assert.Equal(plain.Count, expiries.Count);
        }
    }
}
