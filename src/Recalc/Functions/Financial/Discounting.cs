namespace Recalc.Functions.Financial;

/// <summary>Flows of money at moments, measured in periods from now, and what they are worth at a rate of interest.</summary>
/// <param name="flows">The flows.</param>
/// <param name="moments">When each is; empty when they are one period apart and the first is now.</param>
internal readonly ref struct Discounting(ReadOnlySpan<double> flows, ReadOnlySpan<double> moments)
{
    private const int MostSteps = 100;
    private const double Precision = 1e-14;

    /// <summary>Rates between which a root is looked for where Newton's method finds none.</summary>
    private static ReadOnlySpan<double> Grid =>
        [-0.999999, -0.99, -0.9, -0.7, -0.5, -0.3, -0.1, 0, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 100, 1e4, 1e6];

    private readonly ReadOnlySpan<double> _flows = flows;
    private readonly ReadOnlySpan<double> _moments = moments;

    /// <summary>True when money goes in and comes out, without which no rate makes them even.</summary>
    public bool HasBothSigns
    {
        get
        {
            var (gains, losses) = (false, false);
            foreach (var flow in _flows) (gains, losses) = (gains | flow > 0, losses | flow < 0);
            return gains && losses;
        }
    }

    /// <summary>What all flows are worth now, and how that changes with the rate.</summary>
    public (double Value, double Slope) At(double rate)
    {
        var (value, slope, factor) = (0.0, 0.0, 1.0);
        for (var i = 0; i < _flows.Length; i++)
        {
            var moment = _moments.IsEmpty ? i : _moments[i];
            if (!_moments.IsEmpty) factor = Math.Pow(1 + rate, -moment);
            value += _flows[i] * factor;
            slope -= moment * _flows[i] * factor;
            if (_moments.IsEmpty) factor /= 1 + rate;
        }
        return (value, slope / (1 + rate));
    }

    /// <summary>
    /// The rate at which they are worth nothing: by Newton's method from a guess, else between rates where the sign changes; not a number
    /// when there is none.
    /// </summary>
    public double RateOfReturn(double guess)
    {
        var rate = guess;
        for (var step = 0; step < MostSteps; step++)
        {
            var (value, slope) = At(rate);
            if (value == 0) return rate;
            var next = rate - value / slope;
            if (!double.IsFinite(next) || next <= -1) break;
            if (Math.Abs(next - rate) <= Precision * Math.Max(1, Math.Abs(next))) return next;
            rate = next;
        }
        return Between(guess);
    }

    // The change of sign that is nearest to the guess.
    private double Between(double guess)
    {
        var (best, distance) = (double.NaN, double.PositiveInfinity);
        for (var i = 1; i < Grid.Length; i++)
        {
            var (low, high) = (Grid[i - 1], Grid[i]);
            var (before, after) = (At(low).Value, At(high).Value);
            if (!double.IsFinite(before) || !double.IsFinite(after) || before * after > 0) continue;
            var root = Halve(low, high, before);
            if (Math.Abs(root - guess) < distance) (best, distance) = (root, Math.Abs(root - guess));
        }
        return best;
    }

    private double Halve(double low, double high, double atLow)
    {
        for (var step = 0; step < 2 * MostSteps && high - low > Precision * Math.Max(1, Math.Abs(low)); step++)
        {
            var middle = (low + high) / 2;
            if (At(middle).Value * atLow > 0) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }
}
