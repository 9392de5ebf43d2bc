using System.Text;
using Recalc.Addressing;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Tests.Recalculation;

public class SpillTests
{
    private readonly Workbook _book = new();
    private readonly Sheet _sheet;

    public SpillTests() => _sheet = _book.AddSheet("S");

    [Fact]
    public void A_result_of_several_values_fills_the_cells_beside_and_below()
    {
        Set("B2", "=SEQUENCE(3,2)");
        Assert.Equal([1, 2, 3, 4, 5, 6], Numbers("B2:C4"));
        Assert.Equal(CellValue.Blank, Value("B5"));
        Assert.Null(_sheet.GetFormula(Cell("C4")));
    }

    [Fact]
    public void A_cell_is_read_before_its_anchor()
    {
        Set("A1", "=SEQUENCE(3)");
        Set("B1", "=A3*10");
        Assert.Equal(30, Value("B1"));
        Set("D1", "=SUM(E1:E9)");
        Assert.Equal(0, Value("D1"));
        Set("E1", "=SEQUENCE(4)");
        Assert.Equal(10, Value("D1"));
    }

    [Fact]
    public void A_spill_grows_and_shrinks_and_what_rests_on_it_follows()
    {
        Set("B1", "2");
        Set("A1", "=SEQUENCE(B1)");
        Set("C1", "=SUM(A1:A10)");
        Set("C2", "=COUNT(A1#)");
        Assert.Equal((3, 2), (Value("C1"), Value("C2")));
        Set("B1", "4");
        Assert.Equal((10, 4), (Value("C1"), Value("C2")));
        Set("B1", "1");
        Assert.Equal((1, 1), (Value("C1"), Value("C2")));
        Assert.Equal(CellValue.Blank, Value("A2"));
    }

    [Fact]
    public void What_lies_in_the_way_is_an_error_until_it_is_gone()
    {
        Set("A3", "7");
        Set("A1", "=SEQUENCE(4)");
        Set("C1", "=IFERROR(SUM(A1:A4),-1)");
        Assert.Equal(ErrorKind.Spill, Value("A1"));
        Assert.Equal("The array cannot spill, for A3 is in its way.", _sheet.Explain(Cell("A1")));
        Assert.Equal(-1, Value("C1"));
        _sheet[Cell("A3")] = CellValue.Blank;
        Assert.Equal(10, Value("C1"));
        Set("A2", "5");
        Assert.Equal((ErrorKind.Spill, 5, CellValue.Blank), (Value("A1"), Value("A2"), Value("A4")));
        Set("A2", "=B9");
        Assert.Equal(ErrorKind.Spill, Value("A1"));
        _sheet[Cell("A2")] = CellValue.Blank;
        Assert.Equal(2, Value("A2"));
    }

    [Fact]
    public void A_spill_over_the_edge_of_the_sheet_is_an_error()
    {
        Set("A1048575", "=SEQUENCE(3)");
        Assert.Equal(ErrorKind.Spill, Value("A1048575"));
    }

    [Fact]
    public void Spills_rest_on_spills()
    {
        Set("A1", "3");
        Set("C1", "=B1#*10");
        Set("B1", "=SEQUENCE(A1)");
        Set("D1", "=SUM(C1#)");
        Assert.Equal(60, Value("D1"));
        Set("A1", "4");
        Assert.Equal(100, Value("D1"));
        Assert.Equal(40, Value("C4"));
    }

    [Fact]
    public void An_anchor_that_is_overwritten_takes_its_cells_with_it()
    {
        Set("A1", "=SEQUENCE(3)");
        Set("B1", "=SUM(A1:A5)");
        Assert.Equal(6, Value("B1"));
        Set("A1", "9");
        Assert.Equal((9, CellValue.Blank), (Value("B1"), Value("A2")));
    }

    [Fact]
    public void Operators_and_functions_of_single_values_spill_over_ranges()
    {
        foreach (var row in Enumerable.Range(1, 3)) Set($"A{row}", $"{row}");
        Set("B1", "=A1:A3*2+1");
        Set("C1", "=ABS(A1:A3-2)");
        Set("D1", "=INDEX(A1:B3,2,0)");
        Assert.Equal([3, 5, 7], Numbers("B1:B3"));
        Assert.Equal([1, 0, 1], Numbers("C1:C3"));
        Assert.Equal([2, 5], Numbers("D1:E1"));
        Set("A2", "10");
        Assert.Equal([3, 21, 7], Numbers("B1:B3"));
    }

    [Fact]
    public void A_spill_that_nothing_read_may_come_from_does_not_run()
    {
        Set("H1", "3");
        Set("B2", "=SEQUENCE(H1)");
        Set("D2", "=SEQUENCE(2,2)*H1");
        Set("A1", "=H1*2");
        Set("A2", "=SUM(B1:C1)");
        Assert.Equal((6, 0), (Value("A1"), Value("A2")));
        Assert.Equal(CellValue.Blank, Value("C9"));
        Assert.Equal((CellValue.Blank, CellValue.Blank), (Peek("B2"), Peek("D2")));
        Assert.Equal(CellValue.Blank, Value("B9"));                             // it might have reached it
        Assert.Equal((1, CellValue.Blank), (Peek("B2"), Peek("D2")));
        Assert.Equal(12, Value("E3"));
        Set("H1", "4");
        Assert.Equal((8, 1, 12), (Value("A1"), Peek("B2"), Peek("E3")));
        Assert.Equal(4, Value("B5"));
    }

    [Fact]
    public void Of_two_anchors_the_one_that_comes_first_has_the_cells_whichever_is_read_first()
    {
        Set("A2", "=SEQUENCE(1,3)");
        Set("B1", "=SEQUENCE(3)");
        Assert.Equal(3, Value("C2"));
        Assert.Equal(ErrorKind.Spill, Value("B1"));
        Assert.Equal([1, 2, 3], Numbers("A2:C2"));
    }

    [Fact]
    public void A_cell_behind_a_spill_is_read_after_it_wherever_the_read_began()
    {
        Set("A1", "=IF(B1>0,SUM(D1:F9),0)");
        Set("B1", "=COUNT(E1:E9)");
        Set("C1", "3");
        Set("E2", "=SEQUENCE(C1)*D1");
        Set("D1", "=C1*10");
        Assert.Equal(3 * 10 + 30 + 60 + 90, Value("A1"));
        Set("C1", "1");
        Assert.Equal(20, Value("A1"));
    }

    [Fact]
    public void A_formula_that_never_ran_is_in_the_way_as_long_as_it_is_there()
    {
        Set("I17", "=1*1");
        Set("H17", "=SEQUENCE(2,2)");
        Assert.Equal(ErrorKind.Spill, Value("H17"));
        Assert.Equal(CellValue.Blank, Peek("I17"));
        _sheet[Cell("I17")] = CellValue.Blank;
        Assert.Equal([1, 2, 3, 4], Numbers("H17:I18"));
    }

    [Theory]
    [InlineData("B1")]
    [InlineData("A1")]
    [InlineData("C1")]
    public void What_an_anchor_rests_on_may_read_where_it_might_have_spilled(string first)
    {
        Set("A1", "=SEQUENCE(B1)");
        Set("B1", "=COUNT(A5:A9)+2");
        Set("C1", "=B1*10");
        Value(first);
        Assert.Equal((2, 20, 2, CellValue.Blank), (Value("B1"), Value("C1"), Value("A2"), Value("A3")));
    }

    [Fact]
    public void An_array_formula_fills_its_rectangle()
    {
        foreach (var row in Enumerable.Range(1, 3)) Set($"A{row}", $"{row}");
        var load = _sheet.BeginLoad();
        load.SetFormula(CellRange.Parse("B1:C4"), _book.ReadFormula(Encoding.UTF8.GetBytes("A1:A3*2"), Cell("B1"), FormulaFlavor.Array));
        _book.Invalidate();
        Set("D1", "=SUM(B1:B3)");
        Assert.Equal(12, Value("D1"));
        Assert.Equal((6, 6, ErrorKind.NotAvailable), (Value("B3"), Value("C3"), Value("C4")));
        Set("A3", "30");
        Assert.Equal(66, Value("D1"));
        Assert.Equal(60, Value("C3"));
    }

    [Fact]
    public void An_array_that_rests_on_itself_is_a_cycle()
    {
        Set("A1", "=SEQUENCE(3)+SUM(B1:B3)");
        Set("B1", "=A2");
        Assert.Equal(ErrorKind.Cycle, Value("B1"));
        Set("B1", "1");
        Assert.Equal([2, 3, 4], Numbers("A1:A3"));
    }

    private CellValue Peek(string cell) => _sheet.Peek(Cell(cell));

    private void Set(string cell, string content)
    {
        if (content.StartsWith('=')) _sheet.SetFormula(Cell(cell), content);
        else _sheet[Cell(cell)] = double.Parse(content, null);
    }

    private CellValue Value(string cell) => _sheet[Cell(cell)];

    private double[] Numbers(string range)
    {
        var (first, last) = (CellRange.Parse(range).First, CellRange.Parse(range).Last);
        return [.. from row in Enumerable.Range(first.Row, last.Row - first.Row + 1)
                   from column in Enumerable.Range(first.Column, last.Column - first.Column + 1)
                   select _sheet[new CellAddress(column, row)].AsNumber()];
    }

    private static CellAddress Cell(string text) => CellAddress.Parse(text);
}
