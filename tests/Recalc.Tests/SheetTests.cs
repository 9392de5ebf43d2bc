using Recalc.Addressing;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Tests;

public class SheetTests
{
    private readonly Workbook _book = new();
    private readonly Sheet _sheet;

    public SheetTests() => _sheet = _book.AddSheet("Data");

    [Fact]
    public void A_cell_holds_what_was_put_into_it()
    {
        _sheet[At("B2")] = 1.5;
        _sheet[At("B3")] = "text";
        _sheet[At("B4")] = true;
        _sheet[At("B5")] = ErrorKind.Div0;
        _sheet[At("XFD1048576")] = 7;
        Assert.Equal([1.5, "text", true, ErrorKind.Div0, CellValue.Blank, 7], new[] { "B2", "B3", "B4", "B5", "B6", "XFD1048576" }.Select(c => _sheet[At(c)]));
        _sheet[At("B2")] = CellValue.Blank;
        Assert.True(_sheet[At("B2")].IsBlank);
    }

    [Fact]
    public void A_formula_reads_in_every_cell_as_it_is_there()
    {
        for (var row = 0; row < 5; row++) _sheet.SetFormula(new CellAddress(2, row), $"=A{row + 1}*$B$1");
        Assert.Equal("A1*$B$1", _sheet.GetFormula(At("C1")));
        Assert.Equal("A5*$B$1", _sheet.GetFormula(At("C5")));
        Assert.Equal("RC[-2]*R1C2", _sheet.GetFormula(At("C5"), FormulaDialect.R1C1));
        Assert.Null(_sheet.GetFormula(At("C6")));
        Assert.Equal(new RegionInfo(CellRange.Parse("C1:C5"), "RC[-2]*R1C2", FormulaFlavor.Dynamic), Assert.Single(_sheet.GetRegions()));
    }

    [Fact]
    public void A_formula_takes_the_place_of_a_value_and_the_other_way_round()
    {
        _sheet[At("A1")] = 5;
        _sheet.SetFormula(At("A1"), "1+1");
        Assert.Equal(5, _sheet.Peek(At("A1")).AsNumber());
        Assert.Equal(2, _sheet[At("A1")].AsNumber());
        Assert.Equal("1+1", _sheet.GetFormula(At("A1")));
        _sheet[At("A1")] = 6;
        Assert.Null(_sheet.GetFormula(At("A1")));
        Assert.Equal(6, _sheet[At("A1")].AsNumber());
    }

    [Fact]
    public void A_mistake_is_shown_with_a_caret_and_changes_nothing()
    {
        _sheet[At("B7")] = 5;
        var exception = Assert.Throws<ArgumentException>(() => _sheet.SetFormula(At("B7"), "=A1+*2"));
        Assert.Equal("formula", exception.ParamName);
        Assert.StartsWith("=A1+*2\n    ^\nData!B7: offset 4: ", exception.Message, StringComparison.Ordinal);
        Assert.Null(_sheet.GetFormula(At("B7")));
        Assert.Equal(5, _sheet[At("B7")].AsNumber());
        Assert.Equal((0, 0), (_book.GetStatistics().FormulasWithErrors, _book.GetStatistics().DistinctFormulas));
    }

    [Theory]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("=(1")]
    [InlineData("=\"a")]
    [InlineData("=1 2")]
    [InlineData("=SUM(1;2)")]
    [InlineData("=\u0001")]
    public void Whatever_is_wrong_is_said_each_time(string formula)
    {
        var first = Assert.Throws<ArgumentException>(() => _sheet.SetFormula(At("A1"), formula));
        Assert.Contains("Data!A1: offset", first.Message, StringComparison.Ordinal);
        Assert.Equal(first.Message, Assert.Throws<ArgumentException>(() => _sheet.SetFormula(At("A1"), formula)).Message);
    }

    [Fact]
    public void A_formula_that_is_too_long_is_said_to_be() =>
        Assert.Contains("at most 8192 characters", Assert.Throws<ArgumentException>(() => _sheet.SetFormula(At("A1"), new string('1', 9_000))).Message, StringComparison.Ordinal);

    [Fact]
    public void Null_is_no_formula() => Assert.Throws<ArgumentNullException>(() => _sheet.SetFormula(At("A1"), null!));

    [Fact]
    public void The_used_range_holds_values_formulas_and_anchors()
    {
        Assert.Null(_sheet.UsedRange);
        _sheet[At("C3")] = 1;
        Assert.Equal(CellRange.Parse("C3"), _sheet.UsedRange);
        _sheet.SetFormula(At("E9"), "1");
        Assert.Equal(CellRange.Parse("C3:E9"), _sheet.UsedRange);
        _sheet.BeginLoad().SetSpill(CellRange.Parse("B5:B100"), Read("SEQUENCE(96)"));
        Assert.Equal(CellRange.Parse("B3:E9"), _sheet.UsedRange);
        _sheet.BeginLoad().SetFormula(CellRange.Parse("A1:A20"), Read("B1:B20*2"));
        Assert.Equal(CellRange.Parse("A1:E20"), _sheet.UsedRange);
    }

    [Fact]
    public void A_value_within_an_array_formula_leaves_it_its_first_cell_and_takes_the_old_results_away()
    {
        var loader = _sheet.BeginLoad();
        loader.SetFormula(CellRange.Parse("A1:B3"), Read("C1:D3*2"));
        foreach (var cell in (string[])["A1", "A2", "A3", "B1", "B2", "B3"]) loader.SetNumber(At(cell), 1);
        _sheet[At("C1")] = 3;
        Assert.Equal("C1:D3*2", _sheet.GetFormula(At("B3")));

        _sheet[At("A2")] = 7;
        Assert.Equal("C1:D3*2", _sheet.GetFormula(At("A1")));
        Assert.Equal(1, _sheet.Peek(At("A1")).AsNumber());
        Assert.Equal(6, _sheet[At("A1")].AsNumber());
        Assert.Equal(7, _sheet[At("A2")].AsNumber());
        foreach (var cell in (string[])["A3", "B1", "B2", "B3"])
        {
            Assert.True(_sheet[At(cell)].IsBlank);
            Assert.Null(_sheet.GetFormula(At(cell)));
        }
        Assert.Equal(3, _sheet[At("C1")].AsNumber());
    }

    [Fact]
    public void A_formula_in_the_first_cell_of_a_spill_takes_its_results_away()
    {
        var loader = _sheet.BeginLoad();
        loader.SetSpill(CellRange.Parse("A1:A5000"), Read("SEQUENCE(5000)"));
        for (var row = 0; row < 5000; row++) loader.SetNumber(new CellAddress(0, row), row);
        Assert.Null(_sheet.GetFormula(At("A2")));
        _sheet.SetFormula(At("A1"), "2");
        Assert.Equal(CellRange.Parse("A1"), _sheet.UsedRange);
        Assert.Equal("2", _sheet.GetFormula(At("A1")));
    }

    [Fact]
    public void Setting_the_same_formula_again_keeps_the_region()
    {
        for (var row = 0; row < 100; row++) _sheet.SetFormula(new CellAddress(1, row), $"=A{row + 1}");
        _sheet.SetFormula(At("B50"), "=A50");
        Assert.Single(_sheet.GetRegions());
    }

    [Fact]
    public void Regions_come_in_the_order_of_their_first_cells()
    {
        foreach (var cell in (string[])["C1", "A5", "B2", "A1"]) _sheet.SetFormula(At(cell), $"{cell[1]}");
        Assert.Equal(["A1", "A5", "B2", "C1"], _sheet.GetRegions().Select(r => r.Range.ToString()));
    }

    [Fact]
    public void Formats_and_hidden_rows_are_nothing_unless_they_were_set()
    {
        Assert.Equal(0, _sheet.GetNumberFormat(At("A1")));
        Assert.False(_sheet.IsRowHidden(5));
        Assert.Equal(SheetVisibility.Visible, _sheet.Visibility);
    }

    private static CellAddress At(string cell) => CellAddress.Parse(cell);

    private Formula Read(string text) => _book.ReadFormula(System.Text.Encoding.UTF8.GetBytes(text), default);
}
