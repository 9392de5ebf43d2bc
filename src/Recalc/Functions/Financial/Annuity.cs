namespace Recalc.Functions.Financial;

/// <summary>
/// Equal payments at equal intervals, which grow at a rate: the five amounts of an annuity, each from the others. Money that is paid is
/// negative. Payments are made at the end of a period, or at its beginning.
/// </summary>
/// <param name="Rate">The interest of a period.</param>
/// <param name="IsDue">True when payments are made at the beginning of a period.</param>
internal readonly record struct Annuity(double Rate, bool IsDue)
{
    private const int MostSteps = 128;
    private const double Precision = 1e-14;
    private const double Tiny = 1e-9;

    /// <summary>What becomes of a present value and payments after some periods.</summary>
    public double FutureValue(double periods, double payment, double present) =>
        Rate == 0 ? -(present + payment * periods) : -(present * Growth(periods) + payment * Advance * Sum(periods));

    /// <summary>What payments and a future value are worth now.</summary>
    public double PresentValue(double periods, double payment, double future) =>
        Rate == 0 ? -(future + payment * periods) : -(future + payment * Advance * Sum(periods)) / Growth(periods);

    /// <summary>The payment that turns a present value into a future one.</summary>
    public double Payment(double periods, double present, double future) =>
        Rate == 0 ? -(present + future) / periods : -(future + present * Growth(periods)) / (Advance * Sum(periods));

    /// <summary>How many payments turn a present value into a future one.</summary>
    public double Periods(double payment, double present, double future)
    {
        if (Rate == 0) return -(present + future) / payment;
        var paid = payment * Advance / Rate;
        return Math.Log((paid - future) / (present + paid)) / Math.Log(1 + Rate);
    }

    /// <summary>The part of a payment that is interest; the first is numbered 1.</summary>
    public double Interest(double period, double periods, double present, double future)
    {
        var payment = Payment(periods, present, future);
        if (!IsDue) return Rate * FutureValue(period - 1, payment, present);
        return period == 1 ? 0 : Rate * (FutureValue(period - 2, payment, present) - payment);
    }

    /// <summary>The rate at which the amounts of an annuity fit together, found by Newton's method; not a number when none is found.</summary>
    public static double RateOf(double periods, double payment, double present, double future, bool isDue, double guess)
    {
        var rate = guess;
        for (var step = 0; step < MostSteps; step++)
        {
            var (value, slope) = Balance(rate, periods, payment, present, future, isDue);
            var next = rate - value / slope;
            if (!double.IsFinite(next)) return double.NaN;
            if (next <= -1) next = (rate - 1) / 2;                              // half way to where nothing is left
            if (Math.Abs(next - rate) <= Precision * Math.Max(1, Math.Abs(next))) return next;
            rate = next;
        }
        return double.NaN;
    }

    // What is left, seen from the beginning, as it changes with the rate.
    private static (double Value, double Slope) Balance(
        double rate, double periods, double payment, double present, double future, bool isDue)
    {
        var due = isDue ? 1 : 0;
        if (Math.Abs(rate) < Tiny)
        {
            var slope = -future * periods - payment * periods * ((periods + 1) / 2 - due);
            return (present + payment * periods + future + rate * slope, slope);
        }
        var discount = Math.Pow(1 + rate, -periods);
        var discounting = -periods * discount / (1 + rate);
        var sum = (1 - discount) / rate;
        var summing = (-discounting - sum) / rate;
        return (present + payment * (1 + rate * due) * sum + future * discount,
            payment * ((1 + rate * due) * summing + due * sum) + future * discounting);
    }

    private double Advance => IsDue ? 1 + Rate : 1;

    private double Growth(double periods) => Math.Pow(1 + Rate, periods);

    // As the growth less 1 it would lose all its digits at small rates (Kahan's expm1 and log1p).
    private double Sum(double periods)
    {
        var base1 = 1 + Rate;
        var exponent = periods * (base1 == 1 ? Rate : Math.Log(base1) * Rate / (base1 - 1));
        var growth = Math.Exp(exponent);
        var less = growth == 1 ? exponent : Math.Abs(exponent) < 1 ? (growth - 1) * exponent / Math.Log(growth) : Growth(periods) - 1;
        return less / Rate;
    }
}
