namespace Recalc.Architecture;

public class RoomTests
{
    private const string Words = "Recalc.Words";
    private const string Values = "Recalc.Values";
    private const string Addressing = "Recalc.Addressing";
    private const string Syntax = "Recalc.Syntax";
    private const string Storage = "Recalc.Storage";
    private const string Functions = "Recalc.Functions";
    private const string Names = "Recalc.Names";
    private const string Scripts = "Recalc.Scripts";
    private const string Graph = "Recalc.Graph";
    private const string Caching = "Recalc.Caching";
    private const string Evaluation = "Recalc.Evaluation";
    private const string Scheduling = "Recalc.Scheduling";
    private const string Recalculation = "Recalc.Recalculation";
    private const string Explaining = "Recalc.Explaining";
    private const string Snapshots = "Recalc.Snapshots";
    private const string Root = "Recalc";

    private static readonly string[] OfFunctions = [Values, Addressing, Storage];
    private static readonly string[] AboveEvaluation = [Values, Addressing, Syntax, Storage, Functions, Names, Scripts, Graph, Caching];
    private static readonly string[] AboveRecalculation = [.. AboveEvaluation, Evaluation, Scheduling];
    private static readonly string[] AboveExplaining = [.. AboveRecalculation, Recalculation];

    // The rooms of ARCHITECTURE, section 4, and one line for every folder of a family of functions.
    private static readonly RoomTable Rooms = new(Root, Words, new()
    {
        [Words] = [],
        [Values] = [],
        [Addressing] = [],
        [Syntax] = [Values, Addressing],
        [Storage] = [Values, Addressing],
        [Functions] = OfFunctions,
        ["Recalc.Functions.Arithmetic"] = OfFunctions,
        ["Recalc.Functions.Database"] = OfFunctions,
        ["Recalc.Functions.Dates"] = OfFunctions,
        ["Recalc.Functions.Engineering"] = OfFunctions,
        ["Recalc.Functions.Financial"] = OfFunctions,
        ["Recalc.Functions.Host"] = OfFunctions,
        ["Recalc.Functions.Information"] = OfFunctions,
        ["Recalc.Functions.Logic"] = OfFunctions,
        ["Recalc.Functions.Lookup"] = OfFunctions,
        ["Recalc.Functions.Matching"] = OfFunctions,
        ["Recalc.Functions.Special"] = OfFunctions,
        ["Recalc.Functions.Statistical"] = OfFunctions,
        ["Recalc.Functions.Texts"] = OfFunctions,
        ["Recalc.Functions.Trigonometric"] = OfFunctions,
        [Names] = [Values, Addressing],
        [Scripts] = [Syntax, Functions, Names, Values, Addressing],
        [Graph] = [Addressing, Storage, Scripts],
        [Caching] = [Values, Addressing, Storage, Functions],
        [Evaluation] = AboveEvaluation,
        ["Recalc.Evaluation.Kernels"] = AboveEvaluation,
        [Scheduling] = [],
        [Recalculation] = AboveRecalculation,
        [Explaining] = [.. AboveExplaining, Root],                              // its answers are places: sheets and names of a workbook
        [Snapshots] = AboveExplaining,
        [Root] = [.. AboveExplaining, Explaining, Snapshots],
    });

    // The public face: the root and what it speaks.
    private static readonly string[] PublicRooms = [Root, Values, Addressing, Syntax, Functions, Explaining];

    [Fact]
    public void Every_namespace_has_a_line_in_the_table()
    {
        using var assembly = new AssemblyFile("Recalc");
        Assert.Empty(Rooms.Unknown(assembly.Namespaces));
    }

    [Fact]
    public void No_room_uses_what_it_may_not()
    {
        using var assembly = new AssemblyFile("Recalc");
        Assert.Empty(Rooms.Violations(assembly.Uses()));
    }

    // Constants leave no trace in an assembly; the directives that bring them in do, in the sources. (A directive nobody needs is an
    // error of the build.)
    [Fact]
    public void No_source_imports_a_room_that_it_may_not_use()
    {
        var imports = Sources.Imports("Recalc").ToArray();
        Assert.Contains(imports, i => i.To.Namespace == Words);
        Assert.Empty(Rooms.Violations(imports));
    }

    [Fact]
    public void Only_the_root_and_what_it_speaks_is_public()
    {
        using var assembly = new AssemblyFile("Recalc");
        Assert.Contains(assembly.PublicTypes, t => t.Namespace == Root);
        Assert.DoesNotContain(assembly.PublicTypes, t => !PublicRooms.Contains(t.Namespace));
    }

    [Fact]
    public void Satellites_see_only_what_is_public()
    {
        using var assembly = new AssemblyFile("Recalc");
        string[] satellites = [.. Sources.Projects("src").Where(p => p != "Recalc"), "recalc"];
        Assert.Contains("Recalc.Excel", satellites);
        Assert.Contains("Recalc.Tests", assembly.Friends);
        Assert.Empty(assembly.Friends.Intersect(satellites, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_Excel_reader_uses_only_public_types()
    {
        using var assembly = new AssemblyFile("Recalc");
        using var excel = new AssemblyFile("Recalc.Excel");
        var known = assembly.PublicTypes.ToHashSet();
        var used = excel.Uses().Select(u => u.To).Where(t => Rooms.Namespaces.Contains(t.Namespace)).Distinct().ToArray();
        Assert.NotEmpty(used);
        Assert.DoesNotContain(used, t => !known.Contains(t));
    }

    // A table that forbids what is done must be heard of, or the table above proves nothing.
    [Fact]
    public void A_table_that_forbids_too_much_fails()
    {
        using var assembly = new AssemblyFile("Recalc");
        var table = new RoomTable(Root, Words, Rooms.Namespaces.ToDictionary(n => n, _ => Array.Empty<string>()));
        var violations = table.Violations(assembly.Uses()).ToArray();
        Assert.Contains(violations, v => v.StartsWith("Recalc.Syntax.Lexer may not use Recalc.Addressing.", StringComparison.Ordinal));
        Assert.Contains(violations, v => v.StartsWith("Recalc.Workbook ", StringComparison.Ordinal));
        Assert.NotEmpty(table.Violations(Sources.Imports("Recalc")));
    }
}
