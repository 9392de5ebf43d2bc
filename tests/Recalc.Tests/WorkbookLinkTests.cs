using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Tests;

public class WorkbookLinkTests
{
    [Fact]
    public void A_link_keeps_the_cells_it_was_given()
    {
        var book = new Workbook();
        var link = book.AddLink(@"C:\data\prices.xlsx");
        Assert.Equal((0, 1), (link.AddSheet("Prices"), link.AddSheet("Old")));
        link.SetValue(1, CellAddress.Parse("B2"), "x");
        link.SetValue(1, CellAddress.Parse("B2"), 7);
        Assert.Equal(7, link.GetValue(1, CellAddress.Parse("B2")).AsNumber());
        Assert.True(link.GetValue(0, CellAddress.Parse("B2")).IsBlank);
        Assert.Equal(["Prices", "Old"], link.Sheets);
        Assert.Equal(@"C:\data\prices.xlsx", link.Target);
        Assert.Same(link, Assert.Single(book.Links));
    }

    [Fact]
    public void Names_of_a_link_are_compared_without_case()
    {
        var link = new Workbook().AddLink("x");
        link.DefineName("Rate", "Sheet1!$A$1");
        link.DefineName("RATE", null);
        Assert.Null(Assert.Single(link.Names).Value);
        Assert.True(link.Names.ContainsKey("rate"));
    }

    [Fact]
    public void A_sheet_that_is_not_there_is_refused()
    {
        var link = new Workbook().AddLink("x");
        link.AddSheet("a");
        foreach (var sheet in (int[])[-1, 1])
        {
            Assert.Equal("sheet", Assert.Throws<ArgumentOutOfRangeException>(() => link.GetValue(sheet, default)).ParamName);
            Assert.Equal("sheet", Assert.Throws<ArgumentOutOfRangeException>(() => link.SetValue(sheet, default, CellValue.Blank)).ParamName);
        }
    }

    [Fact]
    public void Null_is_refused()
    {
        var book = new Workbook();
        Assert.Throws<ArgumentNullException>(() => book.AddLink(null!));
        Assert.Throws<ArgumentNullException>(() => book.AddLink("x").AddSheet(null!));
        Assert.Throws<ArgumentNullException>(() => book.AddLink("x").DefineName(null!, null));
    }
}
