using Recalc.Values;

namespace Recalc.Functions;

/// <summary>
/// What a function makes of an argument that is a single value. An argument that is an error stays that error, with its explanation; what
/// cannot be converted is #VALUE!. What was left out is a blank.
/// </summary>
internal static class ArgumentReading
{
    /// <summary>The argument as a number, as arithmetic takes it.</summary>
    public static bool TryNumber(this in Operand argument, CallSite site, out double number, out Operand failure)
    {
        failure = default;
        if (argument.IsNumber)
        {
            number = argument.Word.Number;
            return true;
        }
        if (Coercion.TryToNumber(argument.Value, site.Conversion, out number, out var error)) return true;
        failure = Failure(argument, error);
        return false;
    }

    /// <summary>The argument as a whole number, rounded down; what is too large for an int is its largest or smallest.</summary>
    public static bool TryWhole(this in Operand argument, CallSite site, out int whole, out Operand failure)
    {
        var isNumber = argument.TryNumber(site, out var number, out failure);
        whole = (int)Math.Clamp(Math.Floor(number), int.MinValue, int.MaxValue);
        return isNumber;
    }

    /// <summary>The argument as a whole number, cut off behind the point; what is too large for an int is its largest or smallest.</summary>
    public static bool TryTruncated(this in Operand argument, CallSite site, out int whole, out Operand failure)
    {
        var isNumber = argument.TryNumber(site, out var number, out failure);
        whole = (int)Math.Clamp(Math.Truncate(number), int.MinValue, int.MaxValue);
        return isNumber;
    }

    /// <summary>
    /// An argument at the end of a call, cut off to a whole number; <paramref name="otherwise"/> when the call is shorter. What was left
    /// out between commas is 0.
    /// </summary>
    public static bool TryOptional(
        this ReadOnlySpan<Operand> arguments, int index, int otherwise, CallSite site, out int whole, out Operand failure)
    {
        (whole, failure) = (otherwise, default);
        return index >= arguments.Length || arguments[index].TryTruncated(site, out whole, out failure);
    }

    /// <summary>As <see cref="TryOptional"/>, but also what was left out between commas is <paramref name="otherwise"/>.</summary>
    public static bool TryGiven(
        this ReadOnlySpan<Operand> arguments, int index, int otherwise, CallSite site, out int whole, out Operand failure)
    {
        (whole, failure) = (otherwise, default);
        return !arguments.IsGiven(index) || arguments[index].TryTruncated(site, out whole, out failure);
    }

    /// <summary>True when the call has such an argument and it was not left out.</summary>
    public static bool IsGiven(this ReadOnlySpan<Operand> arguments, int index) =>
        index < arguments.Length && !arguments[index].IsOmitted;

    /// <summary>The argument as the condition of IF takes it.</summary>
    public static bool TryLogical(this in Operand argument, out bool logical, out Operand failure)
    {
        failure = default;
        if (Coercion.TryToLogical(argument.Value, out logical, out var error)) return true;
        failure = Failure(argument, error);
        return false;
    }

    /// <summary>The argument as <c>&amp;</c> takes it.</summary>
    public static bool TryText(this in Operand argument, out string text, out Operand failure)
    {
        failure = default;
        if (Coercion.TryToText(argument.Value, out text, out var error)) return true;
        failure = Failure(argument, error);
        return false;
    }

    private static Operand Failure(in Operand argument, ErrorKind error) => argument.IsError ? argument : Operand.Error(error);
}
