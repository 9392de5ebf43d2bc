namespace Recalc.League.Reactive;

/// <summary>A reactive shape of WORKLOADS.md, and how it is measured. The scripts beside <c>peers</c> know it by the same name.</summary>
/// <param name="Name">The name of the case.</param>
/// <param name="Unit">What is measured: <c>ns</c> of a write or of a node, <c>ms</c>, or <c>B</c> of a node.</param>
/// <param name="Cost">What the engine pays for the shape, to be read where it is behind: taken from profiles.</param>
/// <param name="Measure">
/// Builds the shape, checks its values and how often its nodes ran, and measures it: of times the fastest of ten.
/// </param>
internal sealed record ReactiveCase(string Name, string Unit, string Cost, Func<double> Measure)
{
    public const string CostOfNodes = "each run is claimed, recorded and published by the rules that formulas share, and edges are numbers instead of pointers";
    public const string CostOfEffects = "effects are nodes that are read together after a write: each is looked at whether it is marked or not, and its value handed out";
    public const string CostOfWrites = "a write and a read each pass the gate of the workbook and begin a walk of their own";

    /// <summary>The name of the figure.</summary>
    public string Metric => Unit == "B" ? Name : $"{Name}_{Unit}";

    /// <summary>The case of a shape that is written again and again: nanoseconds of a write.</summary>
    /// <param name="name">The name of the case.</param>
    /// <param name="writes">How many writes an iteration makes.</param>
    /// <param name="iterations">How many iterations are timed together.</param>
    /// <param name="cost">What the engine pays for it.</param>
    /// <param name="build">Builds the shape; an iteration of it, which checks.</param>
    public static ReactiveCase OfWrites(string name, int writes, int iterations, string cost, Func<Action> build) =>
        new(name, "ns", cost, () => SecondsOf(build(), iterations) * 1e9 / ((double)writes * iterations));

    private static double SecondsOf(Action iterate, int iterations) => FastestOf.Ten(() =>
    {
        for (var i = 0; i < iterations; i++) iterate();
    });
}
