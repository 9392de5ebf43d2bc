using Recalc.Names;

namespace Recalc.Tests.Names;

public class NameDirectoryTests
{
    private static readonly NameEntry First = new(IsCell: false, 0);
    private static readonly NameEntry Second = new(IsCell: false, 1);

    [Fact]
    public void The_sheets_own_name_comes_first()
    {
        var directory = new NameDirectory();
        directory.Define(NameDirectory.Global, 7, First);
        directory.Define(2, 7, Second);
        Assert.True(directory.TryFind(2, 7, out var found));
        Assert.Equal(Second, found);
        Assert.True(directory.TryFind(1, 7, out found));
        Assert.Equal(First, found);
        Assert.True(directory.TryFind(NameDirectory.Global, 7, out found));
        Assert.Equal(First, found);
        Assert.True(directory.IsOf(2, 7));
        Assert.False(directory.IsOf(1, 7));
    }

    [Fact]
    public void A_sheets_name_is_unknown_elsewhere()
    {
        var directory = new NameDirectory();
        directory.Define(0, 7, First);
        Assert.False(directory.TryFind(NameDirectory.Global, 7, out _));
        Assert.False(directory.TryFind(1, 7, out _));
    }

    [Fact]
    public void The_last_definition_holds()
    {
        var directory = new NameDirectory();
        directory.Define(0, 5, new NameEntry(IsCell: true, 12));
        Assert.Equal(5, directory.SymbolOf(12));
        directory.Define(0, 5, Second);
        Assert.True(directory.TryFind(0, 5, out var found));
        Assert.Equal(Second, found);
        Assert.Equal(-1, directory.SymbolOf(12));
    }
}
