using Recalc.Values;

namespace Recalc.Functions.Arithmetic;

/// <summary>Numbers in Roman numerals and in other bases.</summary>
internal static class NumeralFunctions
{
    private const double LargestWhole = 9_007_199_254_740_992;
    private const int LargestRoman = 3999;
    private const int LongestRoman = 255;
    private const int LowestForm = 4;
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Symbols = "MDCLXVI";
    private static readonly int[] Worths = [1000, 500, 100, 50, 10, 5, 1];

    public static readonly BodyList Rows = new()
    {
        { "ROMAN", Roman },
        { "ARABIC", Arabic },
        { "BASE", Base },
        { "DECIMAL", Decimal },
    };

    // Digit by digit: four and nine are subtracted from what is above; shorter forms subtract smaller symbols still.
    private static Operand Roman(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryNumber(site, out var number, out var failure)) return failure;
        var form = 0.0;
        if (arguments.Length > 1 && !arguments[1].IsOmitted)
        {
            if (arguments[1].Word.IsLogical) form = arguments[1].Word.IsTrue ? 0 : LowestForm;
            else if (!arguments[1].TryNumber(site, out form, out failure)) return failure;
        }
        (number, form) = (Math.Truncate(number), Math.Truncate(form));
        if (number is < 0 or > LargestRoman || form is < 0 or > LowestForm) return ErrorKind.Value;
        return Write((int)number, (int)form);
    }

    private static string Write(int number, int form)
    {
        Span<char> text = stackalloc char[32];
        var length = 0;
        for (var i = 0; i < Worths.Length; i += 2)
        {
            var digit = number / Worths[i];
            if (digit % 5 == 4)
            {
                var above = digit == 4 ? i - 1 : i - 2;
                var below = i;
                for (var steps = form; steps > 0 && below < Worths.Length - 1; steps--)
                {
                    if (Worths[above] - Worths[below + 1] > number) break;
                    below++;
                }
                text[length++] = Symbols[below];
                text[length++] = Symbols[above];
                number -= Worths[above] - Worths[below];
                continue;
            }
            if (digit > 4) text[length++] = Symbols[i - 1];
            for (var times = digit % 5; times > 0; times--) text[length++] = Symbols[i];
            number -= digit * Worths[i];
        }
        return text[..length].ToString();
    }

    private static Operand Arabic(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryText(out var text, out var failure)) return failure;
        var numeral = text.AsSpan().Trim();
        var isNegative = numeral.StartsWith("-");
        if (isNegative) numeral = numeral[1..];
        if (numeral.Length > LongestRoman) return ErrorKind.Value;
        var (sum, above) = (0, 0);
        for (var i = numeral.Length - 1; i >= 0; i--)
        {
            var symbol = Symbols.IndexOf(char.ToUpperInvariant(numeral[i]), StringComparison.Ordinal);
            if (symbol < 0) return ErrorKind.Value;
            sum += Worths[symbol] < above ? -Worths[symbol] : Worths[symbol];
            above = Math.Max(above, Worths[symbol]);
        }
        return isNegative ? -sum : sum;
    }

    private static Operand Base(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        Span<double> n = stackalloc double[3];
        if (!NumberBody.TryRead(arguments, site, 2, [0], ref n, out var failure)) return failure;
        var (number, radix, width) = (Math.Truncate(n[0]), Math.Truncate(n[1]), Math.Truncate(n[2]));
        if (number < 0 || number >= LargestWhole || radix is < 2 or > 36 || width is < 0 or > 255) return ErrorKind.Num;
        Span<char> text = stackalloc char[64];
        var (rest, start) = ((long)number, text.Length);
        do
        {
            text[--start] = Digits[(int)(rest % (long)radix)];
            rest /= (long)radix;
        }
        while (rest != 0);
        return text[start..].ToString().PadLeft((int)width, '0');
    }

    private static Operand Decimal(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryText(out var text, out var failure)) return failure;
        if (!arguments[1].TryNumber(site, out var radix, out failure)) return failure;
        radix = Math.Truncate(radix);
        if (radix is < 2 or > 36) return ErrorKind.Num;
        var digits = text.AsSpan().Trim();
        if (digits.Length > 255) return ErrorKind.Value;
        if (radix == 16 && digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) digits = digits[2..];
        if (radix == 16 && digits.EndsWith("h", StringComparison.OrdinalIgnoreCase)) digits = digits[..^1];
        var number = 0.0;
        foreach (var digit in digits)
        {
            var worth = Digits.IndexOf(char.ToUpperInvariant(digit), StringComparison.Ordinal);
            if (worth < 0 || worth >= radix) return ErrorKind.Num;
            number = number * radix + worth;
        }
        return number;
    }
}
