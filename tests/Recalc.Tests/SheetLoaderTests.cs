using Recalc.Addressing;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Tests;

public class SheetLoaderTests
{
    private readonly Workbook _book = new();
    private readonly Sheet _sheet;
    private readonly SheetLoader _loader;

    public SheetLoaderTests() => (_sheet, _loader) = (_book.AddSheet("Data"), _book.Sheets[0].BeginLoad());

    [Fact]
    public void Formulas_keep_the_results_they_had()
    {
        for (var row = 0; row < 10; row++) _loader.SetFormula(new CellAddress(1, row), Read($"A{row + 1}+1", new CellAddress(1, row)), row + 1);
        Assert.Equal(7, _sheet[At("B7")].AsNumber());
        Assert.Equal("A7+1", _sheet.GetFormula(At("B7")));
        Assert.Single(_sheet.GetRegions());
    }

    [Fact]
    public void What_comes_last_counts()
    {
        _loader.SetFormula(At("A1"), Read("1"), 1);
        _loader.SetValue(At("A1"), "x");
        _loader.SetNumber(At("A2"), 1);
        _loader.SetFormula(At("A2"), Read("2"));
        Assert.Equal((null, "2"), (_sheet.GetFormula(At("A1")), _sheet.GetFormula(At("A2"))));
        Assert.Equal(["x", CellValue.Blank], new[] { _sheet[At("A1")], _sheet.Peek(At("A2")) });
        Assert.Equal(2, _sheet[At("A2")].AsNumber());
    }

    [Fact]
    public void Values_in_an_array_formula_or_spill_are_its_results()
    {
        _loader.SetFormula(CellRange.Parse("A1:A3"), Read("B1:B3*2", default, FormulaFlavor.Array));
        _loader.SetSpill(CellRange.Parse("C1:C3"), Read("SEQUENCE(3)"));
        foreach (var cell in (string[])["A1", "A2", "A3", "C1", "C2", "C3"]) _loader.SetNumber(At(cell), 5);
        Assert.Equal(["A1:A3 Array", "C1:C3 Dynamic"], _sheet.GetRegions().Select(r => $"{r.Range} {r.Flavor}"));
        Assert.Equal(("B1:B3*2", "SEQUENCE(3)", null), (_sheet.GetFormula(At("A3")), _sheet.GetFormula(At("C1")), _sheet.GetFormula(At("C2"))));
        Assert.Equal(5, _sheet[At("A2")].AsNumber());
    }

    [Fact]
    public void A_loader_sees_formulas_that_were_set_beside_it()
    {
        _sheet.SetFormula(At("A1"), "1+1");
        _loader.SetNumber(At("A1"), 3);
        Assert.Null(_sheet.GetFormula(At("A1")));
        Assert.Equal(1, _book.GetStatistics().Cells);
    }

    [Fact]
    public void Numbers_that_no_cell_holds_become_errors()
    {
        _loader.SetNumber(At("A1"), double.NaN);
        _loader.SetNumber(At("A2"), double.PositiveInfinity);
        _loader.SetNumber(At("A3"), -0.0);
        Assert.Equal(ErrorKind.Num, _sheet[At("A1")].AsError());
        Assert.Equal(ErrorKind.Num, _sheet[At("A2")].AsError());
        Assert.Equal(0, BitConverter.DoubleToInt64Bits(_sheet[At("A3")].AsNumber()));
    }

    [Fact]
    public void A_formula_of_another_workbook_or_none_is_refused()
    {
        var other = new Workbook().ReadFormula("1"u8, default);
        foreach (var set in (Action<Formula>[])[f => _loader.SetFormula(At("A1"), f), f => _loader.SetFormula(CellRange.Parse("A1:A2"), f), f => _loader.SetSpill(CellRange.Parse("A1:A2"), f)])
        {
            Assert.StartsWith("The formula was read by another workbook; read it with this one.", Assert.Throws<ArgumentException>(() => set(other)).Message, StringComparison.Ordinal);
            Assert.StartsWith("There is no formula; read one with Workbook.ReadFormula.", Assert.Throws<ArgumentException>(() => set(default)).Message, StringComparison.Ordinal);
        }
        Assert.Empty(_sheet.GetRegions());
    }

    [Fact]
    public void Number_formats_are_kept_by_cell()
    {
        var percent = _book.AddNumberFormat("0%");
        for (var row = 4000; row < 5000; row++) _loader.SetNumberFormat(new CellAddress(3, row), percent);
        _loader.SetNumberFormat(new CellAddress(3, 4500), 0);
        Assert.Equal((percent, 0, percent, 0), (Format(4499), Format(4500), Format(4501), Format(5000)));
        Assert.Throws<ArgumentOutOfRangeException>(() => _loader.SetNumberFormat(At("A1"), 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => _loader.SetNumberFormat(At("A1"), -1));
    }

    [Fact]
    public void Rows_are_hidden_both_ends_included()
    {
        _loader.HideRows(10, 9_000);
        _loader.HideRows(SheetLimits.Rows - 1, SheetLimits.Rows - 1);
        Assert.Equal([false, true, true, true, false, true], new[] { 9, 10, 4096, 9_000, 9_001, SheetLimits.Rows - 1 }.Select(_sheet.IsRowHidden));
        Assert.Throws<ArgumentOutOfRangeException>(() => _loader.HideRows(-1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => _loader.HideRows(5, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => _loader.HideRows(5, SheetLimits.Rows));
    }

    [Theory]
    [InlineData("A1:XFD1048576")]
    [InlineData("B2:XFC1048575")]
    public void A_huge_rectangle_costs_next_to_nothing(string rectangle)
    {
        var formula = Read("A1");
        var before = GC.GetAllocatedBytesForCurrentThread();
        _loader.SetFormula(CellRange.Parse(rectangle), formula);
        _loader.SetNumber(At("C3"), 1);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Equal(rectangle == "A1:XFD1048576" ? "A:XFD" : rectangle, Assert.Single(_sheet.GetRegions()).Range.ToString());
        Assert.Equal(1, _book.GetStatistics().Formulas);
    }

    private static CellAddress At(string cell) => CellAddress.Parse(cell);

    private int Format(int row) => _sheet.GetNumberFormat(new CellAddress(3, row));

    private Formula Read(string text, CellAddress cell = default, FormulaFlavor flavor = FormulaFlavor.Dynamic) =>
        _book.ReadFormula(System.Text.Encoding.UTF8.GetBytes(text), cell, flavor);
}
