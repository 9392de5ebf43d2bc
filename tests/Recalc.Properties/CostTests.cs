using Recalc.Addressing;
using Recalc.Properties.Checks;
using Recalc.Values;

namespace Recalc.Properties;

/// <summary>What large models cost, in cells that run and frames that wait: never in time.</summary>
public sealed class CostTests
{
    private const int Rows = 1024;

    /// <summary>A read of so simple a model needs a few frames, whatever its length.</summary>
    private const int FewFrames = 12;

    [Theory]
    [InlineData("B1024", 1024, "B1: =A1", "B2:B1024: =B1+A2")]
    [InlineData("B1", 1024, "B1024: =A1024", "B1:B1023: =B2+A1")]
    [InlineData("D1", 1025, "B1:B1024: =SUM(A$1:A1)", "D1: =SUM(B1:B1024)")]
    [InlineData("D1", 1025, "B1: =A1", "B2:B1024: =B1+A2", "D1: =SUM(B1:B1024)")]
    [InlineData("D1", 2049, "B1: =0", "B2:B1024: =C1", "C1:C1024: =B1+A1", "D1: =SUM(C1:C1024)")]
    [InlineData("C1024", 2048, "B1: =0", "B2:B1024: =C1", "C1:C1024: =B1+A1")]
    [InlineData("D1", 2047, "B2:C1024: =B1+A2-B1*0", "D1: =SUM(C1:C1024)")]
    public void Each_cell_runs_once_and_few_frames_wait(string cell, int runs, params string[] cells)
    {
        var pair = new Pair();
        for (var row = 0; row < Rows; row++) pair.Set($"A{row + 1}: {row % 10}");
        foreach (var fill in cells) pair.Set(fill);
        pair.Log.Clear();
        _ = pair.Sheet[CellAddress.Parse(cell)];
        var ran = pair.Ran.Split(' ');
        Assert.Equal(ran.Length, ran.Distinct().Count());
        Assert.Equal(runs, ran.Length);
        Assert.InRange(pair.Log.DeepestStack, 1, FewFrames);
        Assert.InRange(pair.Log.Frames, 1, 10 * FewFrames);
    }

    [Fact]
    public void Chain_of_many_distinct_formulas_is_no_matter_of_the_stack()
    {
        const int Length = 100_000;
        var book = new Workbook();
        var sheet = book.AddSheet("S");
        sheet[new CellAddress(0, 0)] = 1;
        for (var i = 1; i < Length; i++) sheet.SetFormula(new CellAddress(i % 2, i), $"{(i % 2 == 0 ? "B" : "A")}{i}+{i}-{i - 1}");
        Assert.Equal(Length, sheet[new CellAddress((Length - 1) % 2, Length - 1)]);
    }

    [Fact]
    public void Ring_closed_through_a_sum_is_one_cycle()
    {
        const int Length = 400;
        var pair = new Pair($"A1: =MIN(SUM(B1:B{Length})+1,9)", "B1: =A1", $"B2:B{Length}: =B1");
        Assert.Equal(9, pair.Sheet[CellAddress.Parse($"B{Length}")]);
        Assert.Equal(Length + 1, pair.Ran.Split(' ').Length);
        Assert.InRange(pair.Log.CycleMembers, Length + 1, 4 * Length);
    }

    [Fact]
    public void Ring_that_does_not_settle_is_an_error_all_around()
    {
        var pair = new Pair("A1: =SUM(B1:B40)+1", "B1: =A1", "B2:B40: =B1");
        pair.Reads("B40", ErrorKind.Cycle);
        pair.Reads("A1", ErrorKind.Cycle);
        Assert.Equal("", pair.Ran);
    }
}
