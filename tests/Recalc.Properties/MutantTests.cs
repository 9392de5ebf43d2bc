using System.Reflection;
using Recalc.Properties.Mutants;

namespace Recalc.Properties;

/// <summary>
/// The engine, broken on purpose in the ways of <c>Mutants.md</c>: these tests have to see each of them. What they do not see, they do not
/// test.
/// </summary>
public sealed class MutantTests
{
    private const int Scenarios = 2_000;

    /// <summary>A mutant that is not done then hangs, and is caught.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static IEnumerable<TheoryDataRow<string>> Names => Mutant.All.Select(m => new TheoryDataRow<string>(m.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Mutant_is_caught(string name) => Assert.NotNull(Catch(Mutant.All.Single(m => m.Name == name), Scenarios));

    [Fact]
    public void Engine_without_a_mutation_is_not_caught() => Assert.Null(Catch(null, 100));

    private static string? Catch(Mutant? mutant, int scenarios)
    {
        var hunt = new MutantAssembly(mutant).Tests.GetType(typeof(Prey).FullName!)!.GetMethod(nameof(Prey.Catch), BindingFlags.Public | BindingFlags.Static)!;
        var caught = "It hangs.";
        var thread = new Thread(() => caught = (string?)hunt.Invoke(null, [scenarios])) { IsBackground = true };
        thread.Start();
        thread.Join(Patience);
        TestContext.Current.TestOutputHelper?.WriteLine($"{mutant}: {caught ?? "nothing catches it"}");
        return caught;
    }
}
