namespace Recalc.Evaluation;

/// <summary>Random numbers, begun when the first is asked for. For one thread.</summary>
/// <param name="seed">What they start from, so that they come again; null for other ones each time.</param>
internal sealed class Chance(int? seed)
{
    private Random? _random;

    /// <summary>Other numbers each time; for any number of threads.</summary>
    public static Chance Any { get; } = new(null);

    /// <summary>The same numbers from the start.</summary>
    public Chance Again() => new(seed);

    /// <summary>The next number, from 0 up to 1.</summary>
    public double Next()
    {
        if (seed is not { } start) return Random.Shared.NextDouble();
        return (_random ??= new Random(start)).NextDouble();
    }
}
