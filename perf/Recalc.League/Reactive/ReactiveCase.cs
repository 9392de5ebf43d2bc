namespace Recalc.League.Reactive;

/// <summary>A reactive shape of WORKLOADS.md, and how it is measured. The scripts beside <c>peers</c> know it by the same name.</summary>
/// <param name="Name">The name of the case.</param>
/// <param name="Unit">What is measured: <c>ns</c> of a write or of a node, <c>ms</c>, or <c>B</c> of a node.</param>
/// <param name="Measure">Builds the shape, checks its values and how often its nodes ran, and measures it: of times the fastest of ten.</param>
internal sealed record ReactiveCase(string Name, string Unit, Func<double> Measure)
{
    /// <summary>The name of the figure.</summary>
    public string Metric => Unit == "B" ? Name : $"{Name}_{Unit}";

    /// <summary>The case of a shape that is written again and again: nanoseconds of a write.</summary>
    /// <param name="name">The name of the case.</param>
    /// <param name="writes">How many writes an iteration makes.</param>
    /// <param name="iterations">How many iterations are timed together.</param>
    /// <param name="build">Builds the shape; an iteration of it, which checks.</param>
    public static ReactiveCase OfWrites(string name, int writes, int iterations, Func<Action> build) => new(name, "ns", () =>
    {
        var iterate = build();
        return FastestOf.Ten(() =>
        {
            for (var i = 0; i < iterations; i++) iterate();
        }) * 1e9 / ((double)writes * iterations);
    });
}
