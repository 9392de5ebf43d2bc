using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Tests.Recalculation;

/// <summary>What depends on cells through tables, names, several areas, several sheets and lambdas is computed again, and nothing else.</summary>
public sealed class ReferenceKindsTests
{
    private const int Rows = 300;

    [Fact]
    public void Cell_beside_in_a_table_is_read_in_every_row_and_follows_an_edit()
    {
        var sheet = TableOf(Rows);
        for (var row = 1; row <= Rows; row++) sheet.SetFormula(new CellAddress(1, row), "Data[@a]*2+Factor");
        sheet.Workbook.DefineName(new DefinedName("Factor", "Sheet1!$D$1"));
        sheet[CellAddress.Parse("D1")] = 1;
        for (var row = 1; row <= Rows; row++) Assert.Equal(2 * row + 1, sheet[new CellAddress(1, row)]);
        sheet[CellAddress.Parse("A6")] = 100;
        Assert.Equal(201, sheet[CellAddress.Parse("B6")]);
        sheet[CellAddress.Parse("D1")] = 5;
        Assert.Equal(205, sheet[CellAddress.Parse("B6")]);
        Assert.Equal(2 * Rows + 5, sheet[new CellAddress(1, Rows)]);
    }

    [Fact]
    public void Column_of_a_table_added_later_is_found()
    {
        var sheet = new Workbook().AddSheet("Sheet1");
        sheet.SetFormula(CellAddress.Parse("F1"), "SUM(Data[a])");
        Assert.Equal(ErrorKind.Name, sheet[CellAddress.Parse("F1")]);
        sheet[CellAddress.Parse("A1")] = "a";
        sheet[CellAddress.Parse("A2")] = 4;
        sheet.Workbook.AddTable(new Table("Data", sheet, CellRange.Parse("A1:A3"), ["a"]));
        Assert.Equal(4, sheet[CellAddress.Parse("F1")]);
        sheet[CellAddress.Parse("A3")] = 5;
        Assert.Equal(9, sheet[CellAddress.Parse("F1")]);
    }

    [Theory]
    [InlineData("SUM((A1,B2))")]
    [InlineData("SUM(Sheet1:Sheet2!B2,A1)")]
    [InlineData("LET(f,LAMBDA(x,x+B2),f(A1))")]
    [InlineData("REDUCE(B2,A1,LAMBDA(s,x,s+x))")]
    [InlineData("Plus(A1)")]
    [InlineData("Left+B2")]
    [InlineData("SUM(BYROW((A1:B9 A1:A1),LAMBDA(r,SUM(r)+B2)))")]
    public void Edit_of_either_cell_reaches_the_formula(string formula)
    {
        var workbook = new Workbook();
        var sheet = workbook.AddSheet("Sheet1");
        workbook.AddSheet("Sheet2");
        workbook.DefineName(new DefinedName("Plus", "LAMBDA(x,x+Sheet1!$B$2)"));
        workbook.DefineName(new DefinedName("Left", "Sheet1!XFC1"));
        (sheet[CellAddress.Parse("A1")], sheet[CellAddress.Parse("B2")]) = (1, 10);
        sheet.SetFormula(CellAddress.Parse("C1"), formula);
        Assert.Equal(11, sheet[CellAddress.Parse("C1")]);
        sheet[CellAddress.Parse("A1")] = 2;
        Assert.Equal(12, sheet[CellAddress.Parse("C1")]);
        sheet[CellAddress.Parse("B2")] = 20;
        Assert.Equal(22, sheet[CellAddress.Parse("C1")]);
        sheet.SetFormula(CellAddress.Parse("A1"), "B2*2");
        Assert.Equal(60, sheet[CellAddress.Parse("C1")]);
        sheet[CellAddress.Parse("B2")] = 1;
        Assert.Equal(3, sheet[CellAddress.Parse("C1")]);
    }

    [Fact]
    public void Recursion_is_limited_by_the_options_and_explained()
    {
        var sheet = new Workbook(new RecalcOptions { MaxCallDepth = 50 }).AddSheet("Sheet1");
        sheet.Workbook.DefineName(new DefinedName("Down", "LAMBDA(n,IF(n=0,0,Down(n-1)))"));
        sheet.SetFormula(CellAddress.Parse("A1"), "Down(40)");
        sheet.SetFormula(CellAddress.Parse("A2"), "Down(60)");
        Assert.Equal(0, sheet[CellAddress.Parse("A1")]);
        Assert.Equal(ErrorKind.Num, sheet[CellAddress.Parse("A2")]);
        Assert.Contains(nameof(RecalcOptions.MaxCallDepth), sheet.Explain(CellAddress.Parse("A2")), StringComparison.Ordinal);
    }

    [Fact]
    public void Lambdas_read_cells_of_a_long_chain()
    {
        var sheet = new Workbook().AddSheet("Sheet1");
        sheet[CellAddress.Parse("A1")] = 1;
        for (var row = 1; row < Rows; row++) sheet.SetFormula(new CellAddress(0, row), $"LAMBDA(x,x+1)(A{row})");
        Assert.Equal(Rows, sheet[new CellAddress(0, Rows - 1)]);
        sheet[CellAddress.Parse("A1")] = 11;
        Assert.Equal(Rows + 10, sheet[new CellAddress(0, Rows - 1)]);
    }

    private static Sheet TableOf(int rows)
    {
        var sheet = new Workbook().AddSheet("Sheet1");
        (sheet[CellAddress.Parse("A1")], sheet[CellAddress.Parse("B1")]) = ("a", "b");
        for (var row = 1; row <= rows; row++) sheet[new CellAddress(0, row)] = row;
        sheet.Workbook.AddTable(new Table("Data", sheet, new CellRange(0, 0, 1, rows), ["a", "b"]));
        return sheet;
    }
}
