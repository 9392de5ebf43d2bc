using System.Buffers;
using Recalc.Values;

namespace Recalc.Functions.Engineering;

/// <summary>
/// A complex number as formulas hold it: text such as <c>3-4.5i</c>, or a number that is real. <c>default</c> is 0. Immutable.
/// </summary>
/// <param name="Real">The real part.</param>
/// <param name="Imaginary">The imaginary part.</param>
/// <param name="Suffix">The letter of the imaginary unit, i or j; the null character when the text had none.</param>
internal readonly record struct ComplexNumber(double Real, double Imaginary, char Suffix = '\0')
{
    // Two numbers and the letter.
    private const int MostLength = 2 * NumberText.MaxLength + 2;

    private static readonly SearchValues<char> PartCharacters = SearchValues.Create(" +-.,0123456789Ee");

    public double Magnitude => double.Hypot(Real, Imaginary);

    /// <summary>The angle, above -pi up to pi; of 0 it is 0.</summary>
    public double Angle => Math.Atan2(Imaginary, Real);

    /// <summary>Other parts with the same letter.</summary>
    public ComplexNumber With(double real, double imaginary) => new(real, imaginary, Suffix);

    /// <summary>The number of so large a magnitude at so large an angle.</summary>
    public ComplexNumber WithPolar(double magnitude, double angle) =>
        With(magnitude * Math.Cos(angle), magnitude * Math.Sin(angle));

    /// <summary>Reads an argument: a blank is 0, a logical #VALUE!, text that is no complex number #NUM!.</summary>
    public static bool TryRead(in Operand argument, out ComplexNumber number, out Operand failure)
    {
        (number, failure) = (default, default);
        if (argument.IsNumber) number = new(argument.Word.Number, 0);
        else if (argument.Word.IsBlank) return true;
        else if (!StrictBody.TryText(argument, out var text, out failure)) return false;
        else if (!TryParse(text, out number))
        {
            failure = ErrorKind.Num;
            return false;
        }
        return true;
    }

    /// <summary>Gives two numbers one letter; false when they have different ones.</summary>
    public static bool TryMatch(ref ComplexNumber left, ref ComplexNumber right)
    {
        if (left.Suffix == '\0') left = left with { Suffix = right.Suffix };
        else if (right.Suffix == '\0') right = right with { Suffix = left.Suffix };
        return left.Suffix == right.Suffix;
    }

    /// <summary>
    /// Reads <c>1</c>, <c>i</c>, <c>-2.5j</c>, <c>1E-3+i</c>; the real part comes first. Spaces may stand round numbers and after their
    /// signs, but not between a sign and the letter.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ComplexNumber number)
    {
        number = default;
        var real = 0.0;
        text = text.Trim(' ');
        if (text.IsEmpty || text[^1] is not ('i' or 'j'))
        {
            var isReal = TryParsePart(text, out real);
            number = new(real, 0);
            return isReal;
        }
        var suffix = text[^1];
        var body = text[..^1];
        var start = StartOfLastPart(body);
        if (start > 0 && !TryParsePart(body[..start], out real)) return false;
        if (!TryParseFactor(body[start..], out var imaginary)) return false;
        number = new(real, imaginary, suffix);
        return true;
    }

    /// <summary>The number as text, each part with at most 15 digits; #NUM! when a part is not finite.</summary>
    public Operand ToOperand()
    {
        if (!double.IsFinite(Real) || !double.IsFinite(Imaginary)) return ErrorKind.Num;
        Span<char> text = stackalloc char[MostLength];
        var length = 0;
        if (Imaginary == 0 || Real != 0) length = NumberText.Write(text, Real);
        if (Imaginary != 0)
        {
            if (length > 0 && Imaginary > 0) text[length++] = '+';
            if (Imaginary == -1) text[length++] = '-';
            else if (Imaginary != 1) length += NumberText.Write(text[length..], Imaginary);
            text[length++] = Suffix == 'j' ? 'j' : 'i';
        }
        return new string(text[..length]);
    }

    // The place of the last sign that is not an exponent's; 0 when there is none.
    private static int StartOfLastPart(ReadOnlySpan<char> text)
    {
        for (var i = text.Length - 1; i > 0; i--)
        {
            if (text[i] is '+' or '-' && text[i - 1] is not ('e' or 'E')) return i;
        }
        return 0;
    }

    // What stands before the letter: a number, a sign or nothing. After a real part there must be a sign.
    private static bool TryParseFactor(ReadOnlySpan<char> text, out double factor)
    {
        factor = text is "-" ? -1 : 1;
        return text is "" or "+" or "-" || TryParsePart(text, out factor);
    }

    // What text spells elsewhere, without currencies, percent signs and parentheses.
    private static bool TryParsePart(ReadOnlySpan<char> text, out double part)
    {
        part = 0;
        return !text.ContainsAnyExcept(PartCharacters) && TextNumber.TryParsePlain(text, out part);
    }
}
