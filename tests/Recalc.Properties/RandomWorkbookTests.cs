using CsCheck;
using Recalc.Properties.Checks;
using Recalc.Properties.Scenarios;

namespace Recalc.Properties;

/// <summary>
/// Random workbooks, edits and reads: the engine reads what the oracle reads, and computes nothing that it need not. Set CsCheck_Iter to
/// play more of them, and CsCheck_Seed to repeat a failure.
/// </summary>
public sealed class RandomWorkbookTests
{
    private const int Scenarios = 800;

    [Fact]
    public void Random_workbooks_read_as_those_of_the_oracle() => Gen.Int.Sample(
        seed => Twin.Play(RandomScenario.Make(seed)),
        iter: Environment.GetEnvironmentVariable("CsCheck_Iter") is null ? Scenarios : -1,
        print: seed => $"{seed}, of which this is left:\n{string.Join('\n', Minimizer.Minimize(RandomScenario.Make(seed), Twin.Fails))}\n");
}
