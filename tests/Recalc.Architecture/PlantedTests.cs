using System.Reflection;

namespace Recalc.Architecture;

/// <summary>The checker itself, tried on violations planted in this assembly: one for each way in which a type can use another.</summary>
public class PlantedTests
{
    private const string Root = "Recalc.Architecture.Planted";
    private const string Lower = Root + ".Lower";
    private const string Upper = Root + ".Upper";

    private static readonly RoomTable Strict = new(Root, shared: "", new() { [Lower] = [], [Upper] = [] });
    private static readonly RoomTable Lenient = new(Root, shared: "", new() { [Lower] = [], [Upper] = [Lower] });

    public static TheoryData<string> Planted => [.. Users().Where(n => n.StartsWith("By", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Planted))]
    public void A_planted_use_is_found(string user)
    {
        Assert.Contains(Find(Strict), v => v.StartsWith($"{Upper}.{user} may not use {Lower}.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Neighbour")]
    [InlineData("Alone")]
    public void What_uses_nothing_below_is_not_accused(string user)
    {
        Assert.Contains(user, Users());
        Assert.DoesNotContain(Find(Strict), v => v.Contains("." + user + " ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_that_allows_it_accuses_nobody() => Assert.Empty(Find(Lenient));

    [Fact]
    public void Neighbours_may_use_each_other()
    {
        using var assembly = new AssemblyFile("Recalc.Architecture");
        Assert.Contains(assembly.Uses(), u => u.From == new TypeName(Upper, "Neighbour") && u.To == new TypeName(Upper, "ByParameter"));
    }

    [Fact]
    public void A_namespace_without_a_line_is_unknown()
    {
        var table = new RoomTable(Root, shared: "", new() { [Lower] = [] });
        using var assembly = new AssemblyFile("Recalc.Architecture");
        Assert.Contains(Upper, table.Unknown(assembly.Namespaces));
        Assert.DoesNotContain(Lower, table.Unknown(assembly.Namespaces));
    }

    private static string[] Find(RoomTable table)
    {
        using var assembly = new AssemblyFile("Recalc.Architecture");
        return [.. table.Violations(assembly.Uses())];
    }

    private static IEnumerable<string> Users() =>
        Assembly.GetExecutingAssembly().GetTypes().Where(t => t.Namespace == Upper && !t.IsNested).Select(t => t.Name);
}
