using Recalc.Addressing;
using Recalc.Reference;
using Recalc.Values;

namespace Recalc.Conformance.Reference;

public sealed class ReferenceCycleTests
{
    [Fact]
    public void Cycle_that_settles_has_its_fixed_point()
    {
        var workbook = Make("A1=MIN(B1+1,5)", "B1=A1", "C1=A1*2");
        Holds(workbook, "C1", 10);
        Holds(workbook, "A1", 5);
        Holds(workbook, "B1", 5);
    }

    [Fact]
    public void Cycle_that_does_not_settle_is_an_error_in_every_cell_and_after_it()
    {
        var workbook = Make("A1=B1+1", "B1=A1", "C1=B1+1", "D1=IFERROR(C1,7)");
        foreach (var cell in new[] { "C1", "A1", "B1" }) Holds(workbook, cell, ErrorKind.Cycle);
        Holds(workbook, "D1", 7);
    }

    [Fact]
    public void Branch_that_is_not_taken_closes_no_cycle() => Holds(Make("A1=IF(FALSE,A1,3)"), "A1", 3);

    [Fact]
    public void Branch_taken_in_a_later_wave_joins_the_cycle()
    {
        // In the first wave A1 is 0 and C1 is not asked for; then it is, and leads back.
        var workbook = Make("A1=IF(B1>0,C1,1)", "B1=A1", "C1=B1");
        foreach (var cell in new[] { "A1", "B1", "C1" }) Assert.Equal(workbook.Get("S", CellAddress.Parse(cell)), workbook.Read().Get("S", CellAddress.Parse(cell)));
        Holds(workbook, "A1", 1);
        Holds(workbook, "C1", 1);
    }

    [Fact]
    public void Cells_of_a_cycle_read_alike_whichever_is_asked_for_first()
    {
        string[] cells = ["A1=MIN(SUM(B1:B3)+1,9)", "B1=A1", "B2=MIN(B1+B3,4)", "B3=A1-B2"];
        var first = cells.Select(c => Make(cells).Get("S", CellAddress.Parse(c[..2]))).ToArray();
        var reading = Make([.. cells.Reverse()]).Read();
        Assert.Equal(first, cells.Select(c => reading.Get("S", CellAddress.Parse(c[..2]))));
    }

    [Fact]
    public void Delta_ends_the_waves_early()
    {
        Holds(Make("A1=A1/2+1"), "A1", ErrorKind.Cycle);
        var workbook = new ReferenceWorkbook { Waves = 100, Delta = 0.001 };
        workbook.AddSheet("S");
        workbook.SetFormula("S", default, "A1/2+1");
        Assert.InRange(workbook.Get("S", default)!.Value.AsNumber(), 1.998, 2);
    }

    [Fact]
    public void Chain_of_many_thousand_cells_is_no_matter_of_the_stack()
    {
        const int Length = 100_000;
        var workbook = Make("A1=1");
        for (var row = 1; row < Length; row++) workbook.SetFormula("S", new CellAddress(0, row), $"A{row}+1");
        Assert.Equal(Length, workbook.Get("S", new CellAddress(0, Length - 1)));
    }

    [Fact]
    public void Unsupported_function_takes_its_cone_with_it_and_nothing_else()
    {
        var workbook = Make("A1=NOSUCH(1)", "B1=IFERROR(A1,1)", "C1=IF(TRUE,2,A1)", "D1=SUM(B1:C1)");
        Assert.Null(workbook.Get("S", CellAddress.Parse("B1")));
        Assert.Null(workbook.Get("S", CellAddress.Parse("D1")));
        Holds(workbook, "C1", 2);
    }

    [Fact]
    public void Reading_tells_what_it_computed()
    {
        var reading = Make("A1=1", "B1=A1", "C1=IF(TRUE,B1,D1)", "D1=4").Read();
        reading.Get("S", CellAddress.Parse("C1"));
        Assert.Equal(["S!A1", "S!B1", "S!C1"], reading.Demanded);
    }

    [Fact]
    public void Clock_is_the_one_that_was_given()
    {
        var workbook = new ReferenceWorkbook { Clock = new StoppedClock() };
        workbook.AddSheet("S");
        workbook.SetFormula("S", default, "NOW()-TODAY()");
        workbook.SetFormula("S", new CellAddress(0, 1), "TODAY()");
        Assert.Equal(0.5, workbook.Get("S", default));
        Assert.Equal(45351, workbook.Get("S", new CellAddress(0, 1)));
    }

    private static ReferenceWorkbook Make(params string[] cells)
    {
        var workbook = new ReferenceWorkbook();
        workbook.AddSheet("S");
        foreach (var cell in cells) workbook.SetFormula("S", CellAddress.Parse(cell[..2]), cell[2..]);
        return workbook;
    }

    private static void Holds(ReferenceWorkbook workbook, string cell, CellValue expected) => Assert.Equal(expected, workbook.Get("S", CellAddress.Parse(cell)));

    private sealed class StoppedClock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
        public override DateTimeOffset GetUtcNow() => new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);
    }
}
