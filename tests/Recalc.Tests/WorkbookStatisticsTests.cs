using System.Text;
using Recalc.Addressing;

namespace Recalc.Tests;

public class WorkbookStatisticsTests
{
    private readonly Workbook _book = new();

    [Fact]
    public void An_empty_workbook_has_nothing()
    {
        var counts = _book.GetStatistics();
        Assert.Equal((0, 0L, 0L, 0, 0, 0, 0, 0, 0, 0), (counts.Sheets, counts.Cells, counts.Formulas, counts.DistinctFormulas, counts.Regions,
            counts.ConnectedRegions, counts.Names, counts.Tables, counts.Links, counts.FormulasWithErrors));
        Assert.Empty(counts.UnknownFunctions);
    }

    [Fact]
    public void Cells_with_a_value_a_formula_or_both_count_once()
    {
        var sheet = _book.AddSheet("S");
        sheet[At("A1")] = 1;
        sheet[At("A2")] = "x";
        sheet[At("A3")] = Recalc.Values.CellValue.Blank;
        sheet.SetFormula(At("B1"), "A1");
        sheet.BeginLoad().SetFormula(At("B2"), Read("A2", "B2"), "x");
        var counts = _book.GetStatistics();
        Assert.Equal((4L, 2L, 1, 1), (counts.Cells, counts.Formulas, counts.DistinctFormulas, counts.Regions));
    }

    [Fact]
    public void An_array_formula_or_spill_is_one_formula_and_its_results_are_cells()
    {
        var loader = _book.AddSheet("S").BeginLoad();
        loader.SetFormula(CellRange.Parse("A1:A3"), Read("C1:C3", "A1"));
        loader.SetSpill(CellRange.Parse("B1:B3"), Read("SEQUENCE(3)", "B1"));
        foreach (var cell in (string[])["A1", "A2", "A3", "B2", "B3"]) loader.SetNumber(At(cell), 1);
        var counts = _book.GetStatistics();
        Assert.Equal((6L, 2L, 2, 2, 2), (counts.Cells, counts.Formulas, counts.DistinctFormulas, counts.Regions, counts.ConnectedRegions));
    }

    [Fact]
    public void Formulas_are_distinct_over_all_sheets_and_gaps_make_regions()
    {
        foreach (var name in (string[])["One", "Two"])
        {
            var sheet = _book.AddSheet(name);
            foreach (var row in (int[])[1, 2, 3, 5, 6]) sheet.SetFormula(new CellAddress(1, row - 1), $"A{row}*2");
        }
        var counts = _book.GetStatistics();
        Assert.Equal((2, 10L, 10L, 1, 4, 4), (counts.Sheets, counts.Cells, counts.Formulas, counts.DistinctFormulas, counts.Regions, counts.ConnectedRegions));
    }

    [Fact]
    public void A_formula_that_was_replaced_counts_no_more()
    {
        var sheet = _book.AddSheet("S");
        sheet.SetFormula(At("A1"), "1+1");
        sheet.SetFormula(At("A1"), "2+2");
        sheet.BeginLoad().SetFormula(At("A2"), Read("1+", "A2"));
        Assert.Equal((2, 1), (_book.GetStatistics().DistinctFormulas, _book.GetStatistics().FormulasWithErrors));
        sheet[At("A2")] = 1;
        Assert.Equal((1, 0), (_book.GetStatistics().DistinctFormulas, _book.GetStatistics().FormulasWithErrors));
    }

    [Fact]
    public void Mistakes_in_names_count_and_their_formulas_do_not()
    {
        _book.DefineName(new DefinedName("good", "1+1"));
        _book.DefineName(new DefinedName("bad", "1+"));
        var counts = _book.GetStatistics();
        Assert.Equal((2, 0, 1), (counts.Names, counts.DistinctFormulas, counts.FormulasWithErrors));
    }

    [Fact]
    public void Unknown_functions_are_listed_once_in_order()
    {
        var sheet = _book.AddSheet("S");
        sheet.SetFormula(At("A1"), "zeta(1)+Alpha(SUM(1))+_xlfn.ALPHA(2)");
        sheet.SetFormula(At("A2"), "LET(f,LAMBDA(x,x),f(1))+known(1)+_xlfn.CONCAT(1)");
        _book.DefineName(new DefinedName("Known", "LAMBDA(x,x)"));
        Assert.Equal(["Alpha", "zeta"], _book.GetStatistics().UnknownFunctions);
    }

    [Fact]
    public void Cells_that_were_set_in_a_scattered_order_are_counted_in_few_regions()
    {
        var sheet = _book.AddSheet("S");
        var cells = Enumerable.Range(0, 400).Select(i => new CellAddress(5 + i % 20, 5 + i / 20)).ToArray();
        new Random(1).Shuffle(cells);
        foreach (var cell in cells) sheet.SetFormula(cell, "$A$1");
        var counts = _book.GetStatistics();
        Assert.Equal((400L, 1, 1), (counts.Formulas, counts.Regions, counts.ConnectedRegions));
        Assert.Equal("F6:Y25", Assert.Single(sheet.GetRegions()).Range.ToString());
    }

    private static CellAddress At(string cell) => CellAddress.Parse(cell);

    private Formula Read(string text, string cell) => _book.ReadFormula(Encoding.UTF8.GetBytes(text), At(cell));
}
