using Recalc.Values;

namespace Recalc.Functions.Engineering;

/// <summary>BIN2DEC and its kin: numerals of one system in another.</summary>
internal static class NumeralSystemFunctions
{
    private const int MostPlaces = 10;

    public static readonly BodyList Rows = new()
    {
        { "BIN2DEC", ToNumber(NumeralSystem.Binary) },
        { "BIN2HEX", Between(NumeralSystem.Binary, NumeralSystem.Hexadecimal) },
        { "BIN2OCT", Between(NumeralSystem.Binary, NumeralSystem.Octal) },
        { "DEC2BIN", FromNumber(NumeralSystem.Binary) },
        { "DEC2HEX", FromNumber(NumeralSystem.Hexadecimal) },
        { "DEC2OCT", FromNumber(NumeralSystem.Octal) },
        { "HEX2BIN", Between(NumeralSystem.Hexadecimal, NumeralSystem.Binary) },
        { "HEX2DEC", ToNumber(NumeralSystem.Hexadecimal) },
        { "HEX2OCT", Between(NumeralSystem.Hexadecimal, NumeralSystem.Octal) },
        { "OCT2BIN", Between(NumeralSystem.Octal, NumeralSystem.Binary) },
        { "OCT2DEC", ToNumber(NumeralSystem.Octal) },
        { "OCT2HEX", Between(NumeralSystem.Octal, NumeralSystem.Hexadecimal) },
    };

    private static FunctionBody ToNumber(NumeralSystem from) => (a, _) =>
        !StrictBody.TryText(a[0], out var text, out var failure) ? failure
        : from.TryRead(text, out var number) ? number
        : ErrorKind.Num;

    private static FunctionBody FromNumber(NumeralSystem to) => (a, site) =>
        StrictBody.TryNumber(a[0], site, out var number, out var failure) ? Write(to, Math.Truncate(number), a, site) : failure;

    private static FunctionBody Between(NumeralSystem from, NumeralSystem to) => (a, site) =>
        !StrictBody.TryText(a[0], out var text, out var failure) ? failure
        : from.TryRead(text, out var number) ? Write(to, number, a, site)
        : ErrorKind.Num;

    private static Operand Write(NumeralSystem system, double number, ReadOnlySpan<Operand> arguments, CallSite site)
    {
        var places = 0.0;
        if (arguments.IsGiven(1))
        {
            if (!StrictBody.TryNumber(arguments[1], site, out places, out var failure)) return failure;
            places = Math.Truncate(places);
            if (places is < 1 or > MostPlaces) return ErrorKind.Num;
        }
        return system.TryWrite(number, (int)places, out var text) ? text : ErrorKind.Num;
    }
}
