namespace Recalc.Functions.Engineering;

/// <summary>Roots, logarithms, exponentials and trigonometric functions of complex numbers.</summary>
internal static class ComplexCurves
{
    private static readonly double Ln2 = Math.Log(2), Ln10 = Math.Log(10);

    public static readonly BodyList Rows = new()
    {
        { "IMSQRT", ComplexBody.Of(z => z.WithPolar(Math.Sqrt(z.Magnitude), z.Angle / 2)) },
        { "IMEXP", ComplexBody.Of(z => z.WithPolar(Math.Exp(z.Real), z.Imaginary)) },
        { "IMLN", ComplexBody.Of(z => Logarithm(z, 1)) },
        { "IMLOG10", ComplexBody.Of(z => Logarithm(z, Ln10)) },
        { "IMLOG2", ComplexBody.Of(z => Logarithm(z, Ln2)) },
        { "IMSIN", ComplexBody.Of(Sine) },
        { "IMCOS", ComplexBody.Of(Cosine) },
        { "IMTAN", ComplexBody.Of(Tangent) },
        { "IMCOT", ComplexBody.Of(Cotangent) },
        { "IMSEC", ComplexBody.Of(Secant) },
        { "IMCSC", ComplexBody.Of(Cosecant) },
        { "IMSINH", ComplexBody.Of(HyperbolicSine) },
        { "IMCOSH", ComplexBody.Of(HyperbolicCosine) },
        { "IMSECH", ComplexBody.Of(HyperbolicSecant) },
        { "IMCSCH", ComplexBody.Of(HyperbolicCosecant) },
    };

    private static ComplexNumber Logarithm(ComplexNumber z, double scale) => z.With(Math.Log(z.Magnitude) / scale, z.Angle / scale);

    private static ComplexNumber Sine(ComplexNumber z) =>
        z.With(Math.Sin(z.Real) * Math.Cosh(z.Imaginary), Math.Cos(z.Real) * Math.Sinh(z.Imaginary));

    private static ComplexNumber Cosine(ComplexNumber z) =>
        z.With(Math.Cos(z.Real) * Math.Cosh(z.Imaginary), -Math.Sin(z.Real) * Math.Sinh(z.Imaginary));

    private static ComplexNumber Tangent(ComplexNumber z)
    {
        var scale = Math.Cos(2 * z.Real) + Math.Cosh(2 * z.Imaginary);
        return z.With(Math.Sin(2 * z.Real) / scale, Math.Sinh(2 * z.Imaginary) / scale);
    }

    private static ComplexNumber Cotangent(ComplexNumber z)
    {
        var scale = Math.Cosh(2 * z.Imaginary) - Math.Cos(2 * z.Real);
        return z.With(Math.Sin(2 * z.Real) / scale, -Math.Sinh(2 * z.Imaginary) / scale);
    }

    private static ComplexNumber Secant(ComplexNumber z)
    {
        var scale = (Math.Cosh(2 * z.Imaginary) + Math.Cos(2 * z.Real)) / 2;
        return z.With(Math.Cos(z.Real) * Math.Cosh(z.Imaginary) / scale, Math.Sin(z.Real) * Math.Sinh(z.Imaginary) / scale);
    }

    private static ComplexNumber Cosecant(ComplexNumber z)
    {
        var scale = (Math.Cosh(2 * z.Imaginary) - Math.Cos(2 * z.Real)) / 2;
        return z.With(Math.Sin(z.Real) * Math.Cosh(z.Imaginary) / scale, -Math.Cos(z.Real) * Math.Sinh(z.Imaginary) / scale);
    }

    private static ComplexNumber HyperbolicSine(ComplexNumber z) =>
        z.With(Math.Sinh(z.Real) * Math.Cos(z.Imaginary), Math.Cosh(z.Real) * Math.Sin(z.Imaginary));

    private static ComplexNumber HyperbolicCosine(ComplexNumber z) =>
        z.With(Math.Cosh(z.Real) * Math.Cos(z.Imaginary), Math.Sinh(z.Real) * Math.Sin(z.Imaginary));

    private static ComplexNumber HyperbolicSecant(ComplexNumber z)
    {
        var scale = (Math.Cosh(2 * z.Real) + Math.Cos(2 * z.Imaginary)) / 2;
        return z.With(Math.Cosh(z.Real) * Math.Cos(z.Imaginary) / scale, -Math.Sinh(z.Real) * Math.Sin(z.Imaginary) / scale);
    }

    private static ComplexNumber HyperbolicCosecant(ComplexNumber z)
    {
        var scale = (Math.Cosh(2 * z.Real) - Math.Cos(2 * z.Imaginary)) / 2;
        return z.With(Math.Sinh(z.Real) * Math.Cos(z.Imaginary) / scale, -Math.Cosh(z.Real) * Math.Sin(z.Imaginary) / scale);
    }
}
