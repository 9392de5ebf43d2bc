namespace Recalc.League;

/// <summary>The data of all workloads: x ← (1664525·x + 1013904223) mod 2³².</summary>
internal sealed class Lcg(uint seed = 12345)
{
    private uint _state = seed;

    /// <summary>A number from 0 to 99.99 in hundredths.</summary>
    public double Num() => Step() % 10000 / 100.0;

    /// <summary>An integer from 0 to <paramref name="m"/> - 1.</summary>
    public int Int(int m) => (int)(Step() % (uint)m);

    private uint Step()
    {
        _state = unchecked(1664525 * _state + 1013904223);
        return _state >> 8;
    }
}
