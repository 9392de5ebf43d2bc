using Recalc.Values;

namespace Recalc.Functions.Engineering;

/// <summary>COMPLEX, the parts of complex numbers, and arithmetic with them.</summary>
internal static class ComplexFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "COMPLEX", Complex },
        { "IMREAL", OfPart(z => z.Real) },
        { "IMAGINARY", OfPart(z => z.Imaginary) },
        { "IMABS", OfPart(z => z.Magnitude) },
        { "IMARGUMENT", OfPart(z => z.Real == 0 && z.Imaginary == 0 ? ErrorKind.Div0 : z.Angle) },
        { "IMCONJUGATE", ComplexBody.Of(z => z.With(z.Real, -z.Imaginary)) },
        { "IMSUM", ComplexBody.OfAll(new(0, 0), (x, y) => x.With(x.Real + y.Real, x.Imaginary + y.Imaginary)) },
        { "IMPRODUCT", ComplexBody.OfAll(new(1, 0), Product) },
        { "IMSUB", ComplexBody.Of(ErrorKind.Num, (x, y) => x.With(x.Real - y.Real, x.Imaginary - y.Imaginary)) },
        { "IMDIV", ComplexBody.Of(ErrorKind.Num, Quotient) },
        { "IMPOWER", Power },
    };

    private static FunctionBody OfPart(Func<ComplexNumber, Operand> part) =>
        (a, _) => ComplexNumber.TryRead(a[0], out var number, out var failure) ? part(number) : failure;

    private static Operand Complex(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!StrictBody.TryNumber(arguments[0], site, out var real, out var failure)) return failure;
        if (!StrictBody.TryNumber(arguments[1], site, out var imaginary, out failure)) return failure;
        var suffix = "i";
        if (arguments.IsGiven(2) && !arguments[2].TryText(out suffix, out failure)) return failure;
        return suffix switch
        {
            "" or "i" => new ComplexNumber(real, imaginary, 'i').ToOperand(),
            "j" => new ComplexNumber(real, imaginary, 'j').ToOperand(),
            _ => ErrorKind.Value,
        };
    }

    private static ComplexNumber Product(ComplexNumber left, ComplexNumber right) =>
        left.With(left.Real * right.Real - left.Imaginary * right.Imaginary, left.Real * right.Imaginary + left.Imaginary * right.Real);

    // Nothing is divided by 0: the parts are no numbers then.
    private static ComplexNumber Quotient(ComplexNumber left, ComplexNumber right)
    {
        var square = right.Real * right.Real + right.Imaginary * right.Imaginary;
        return left.With(
            (left.Real * right.Real + left.Imaginary * right.Imaginary) / square,
            (left.Imaginary * right.Real - left.Real * right.Imaginary) / square);
    }

    private static Operand Power(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!ComplexNumber.TryRead(arguments[0], out var number, out var failure)) return failure;
        if (!StrictBody.TryNumber(arguments[1], site, out var power, out failure)) return failure;
        if (number.Real == 0 && number.Imaginary == 0) return power > 0 ? number.ToOperand() : ErrorKind.Num;
        return number.WithPolar(Math.Pow(number.Magnitude, power), number.Angle * power).ToOperand();
    }
}
