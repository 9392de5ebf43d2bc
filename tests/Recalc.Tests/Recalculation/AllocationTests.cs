using Recalc.Addressing;

namespace Recalc.Tests.Recalculation;

public class AllocationTests
{
    private const int Rows = 3000;
    private readonly Sheet _sheet = new Workbook().AddSheet("S");

    [Fact]
    public void An_edit_and_a_read_through_filled_columns_allocate_nothing()
    {
        for (var row = 0; row < Rows; row++) _sheet[new CellAddress(0, row)] = row;
        _sheet.SetFormula(CellRange.Parse($"B1:B{Rows}"), "A1*2+1");
        _sheet.SetFormula(CellRange.Parse($"C1:C{Rows}"), "IF(B1>100,B1-100,B1)");
        _sheet.SetFormula(Cell("D1"), $"SUM(C1:C{Rows})");
        Assert.Equal(0, AllocatedByEdits("A1500", "D1"));
    }

    [Fact]
    public void An_edit_and_a_read_of_a_chain_allocate_nothing()
    {
        _sheet[Cell("A1")] = 1;
        _sheet.SetFormula(CellRange.Parse($"A2:A{Rows}"), "A1+1");
        Assert.Equal(0, AllocatedByEdits("A1", $"A{Rows}"));
    }

    [Fact]
    public void An_edit_and_a_read_of_look_ups_and_conditions_allocate_nothing()
    {
        for (var row = 0; row < Rows; row++) _sheet[new CellAddress(0, row)] = row;
        _sheet[Cell("B1")] = 7;
        _sheet.SetFormula(Cell("C1"), $"INDEX(A1:A{Rows},MATCH(B1,A1:A{Rows},0))+VLOOKUP(B1,A1:A{Rows},1,FALSE)");
        _sheet.SetFormula(Cell("C2"), $"SUMIF(A1:A{Rows},\">\"&5,A1:A{Rows})+COUNTIF(A1:A{Rows},B1)+IFERROR(C1/0,CHOOSE(2,1,C1))");
        Assert.Equal(0, AllocatedByEdits("B1", "C1"));
        // The text of the criterion is made anew; nothing else is.
        Assert.InRange(AllocatedByEdits("B1", "C2"), 0, 200);
    }

    // Bytes a round, once everything has grown to its size and is compiled.
    private long AllocatedByEdits(string input, string output)
    {
        const int Rounds = 50;
        _sheet.Workbook.Engine.ChecksInvariants = false;
        var (from, to) = (Cell(input), Cell(output));
        return Allocated.By(() => Run(from, to, Rounds)) / Rounds;
    }

    private void Run(CellAddress input, CellAddress output, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            _sheet[input] = 3 + round % 7;
            _ = _sheet[output];
        }
    }

    private static CellAddress Cell(string address) => CellAddress.Parse(address);
}
