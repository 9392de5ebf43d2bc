using Recalc.Values;

namespace Recalc.Functions.Trigonometric;

/// <summary>Circular and hyperbolic functions. Circular ones take angles below 2^27, as Excel's do.</summary>
internal static class TrigonometricFunctions
{
    private const double LargestAngle = 134_217_728;

    public static readonly BodyList Rows = new()
    {
        { "DEGREES", NumberBody.Of(n => n / Math.PI * 180) },
        { "RADIANS", NumberBody.Of(n => n / 180 * Math.PI) },
        { "SIN", OfAngle(n => Math.Sin(n)) },
        { "COS", OfAngle(n => Math.Cos(n)) },
        { "TAN", OfAngle(n => Math.Tan(n)) },
        { "COT", OfAngle(n => Reciprocal(Math.Tan(n))) },
        { "SEC", OfAngle(n => 1 / Math.Cos(n)) },
        { "CSC", OfAngle(n => Reciprocal(Math.Sin(n))) },
        { "ASIN", NumberBody.Of(Math.Asin) },
        { "ACOS", NumberBody.Of(Math.Acos) },
        { "ATAN", NumberBody.Of(Math.Atan) },
        { "ATAN2", NumberBody.Of(2, [], n => n[0] == 0 && n[1] == 0 ? ErrorKind.Div0 : Math.Atan2(n[1], n[0])) },
        { "ACOT", NumberBody.Of(n => Math.PI / 2 - Math.Atan(n)) },
        { "SINH", NumberBody.Of(Math.Sinh) },
        { "COSH", NumberBody.Of(Math.Cosh) },
        { "TANH", NumberBody.Of(Math.Tanh) },
        { "COTH", NumberBody.Of(1, [], n => Reciprocal(Math.Tanh(n[0]))) },
        { "SECH", OfAngle(n => 1 / Math.Cosh(n)) },
        { "CSCH", OfAngle(n => Reciprocal(Math.Sinh(n))) },
        { "ASINH", NumberBody.Of(Math.Asinh) },
        { "ACOSH", NumberBody.Of(Math.Acosh) },
        { "ATANH", NumberBody.Of(Math.Atanh) },
        { "ACOTH", NumberBody.Of(n => Math.Abs(n) <= 1 ? double.NaN : 0.5 * Math.Log((n + 1) / (n - 1))) },
    };

    private static FunctionBody OfAngle(Func<double, Operand> compute) => (a, site) =>
    {
        if (!a[0].TryNumber(site, out var angle, out var failure)) return failure;
        return Math.Abs(angle) < LargestAngle ? compute(angle) : ErrorKind.Num;
    };

    private static Operand Reciprocal(double number) => number == 0 ? ErrorKind.Div0 : 1 / number;
}
