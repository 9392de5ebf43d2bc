using Recalc.Addressing;
using Recalc.Names;

namespace Recalc.Tests.Names;

public class NameDirectoryTests
{
    [Fact]
    public void A_sheets_own_name_comes_before_the_workbooks()
    {
        var directory = new NameDirectory();
        var global = directory.Define(NameDirectory.Global, 7);
        var own = directory.Define(2, 7);
        Assert.True(directory.TryFind(2, 7, out var found));
        Assert.Equal(own, found);
        Assert.True(directory.TryFind(1, 7, out found));
        Assert.Equal(global, found);
        Assert.True(directory.TryFind(NameDirectory.Global, 7, out found));
        Assert.Equal(global, found);
    }

    [Fact]
    public void A_name_of_one_sheet_is_unknown_on_others()
    {
        var directory = new NameDirectory();
        directory.Define(2, 7);
        Assert.False(directory.TryFind(1, 7, out _));
        Assert.False(directory.TryFind(NameDirectory.Global, 7, out _));
        Assert.False(directory.TryFind(2, 8, out _));
    }

    [Fact]
    public void Defining_anew_keeps_the_number()
    {
        var directory = new NameDirectory();
        Assert.Equal([0, 1, 2], new[] { directory.Define(0, 5), directory.Define(1, 5), directory.Define(NameDirectory.Global, 5) });
        Assert.Equal(1, directory.Define(1, 5));
        Assert.Equal(3, directory.Count);
    }

    [Fact]
    public void Names_lie_in_columns_of_the_names_sheet()
    {
        Assert.Equal(new CellAddress(0, 0), NameDirectory.CellOf(0));
        Assert.Equal(new CellAddress(0, SheetLimits.Rows - 1), NameDirectory.CellOf(SheetLimits.Rows - 1));
        Assert.Equal(new CellAddress(1, 0), NameDirectory.CellOf(SheetLimits.Rows));
    }
}
