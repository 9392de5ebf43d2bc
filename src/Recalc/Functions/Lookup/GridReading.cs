using Recalc.Values;

namespace Recalc.Functions.Lookup;

/// <summary>What the functions that rearrange arrays make of their arguments.</summary>
internal static class GridReading
{
    /// <summary>The argument as a grid; a single value is one of its own. False when it is an error.</summary>
    public static bool TryGrid(this in Operand argument, out ValueGrid grid)
    {
        grid = argument.Grid ?? new ArrayValue(1, 1, [argument.IsError ? CellValue.Blank : argument.Value]);
        return !argument.IsError;
    }

    /// <summary>The argument at an index as a whole number, rounded towards zero; what stands for it when it is left out.</summary>
    public static bool TryWholeOr(
        this ReadOnlySpan<Operand> arguments, int index, int otherwise, CallSite site, out int whole, out Operand failure)
    {
        (whole, failure) = (otherwise, default);
        if (!arguments.IsGiven(index)) return true;
        if (!arguments[index].TryNumber(site, out var number, out failure)) return false;
        whole = (int)Math.Clamp(Math.Truncate(number), -int.MaxValue, int.MaxValue);
        return true;
    }

    /// <summary>The argument at an index as a condition; FALSE when it is left out.</summary>
    public static bool TryCondition(this ReadOnlySpan<Operand> arguments, int index, out bool condition, out Operand failure)
    {
        (condition, failure) = (false, default);
        return !arguments.IsGiven(index) || arguments[index].TryLogical(out condition, out failure);
    }

    /// <summary>True when there is an argument at an index.</summary>
    public static bool IsGiven(this ReadOnlySpan<Operand> arguments, int index) => index < arguments.Length && !arguments[index].IsOmitted;

    /// <summary>The error of a function that keeps nothing.</summary>
    public static Operand Empty(string function) =>
        Operand.Error(ErrorKind.Calc, new Fault($"{function} keeps no value, and an array cannot be empty."));

    /// <summary>Takes the memory of an array and the steps to fill it.</summary>
    public static bool TryCharge(this CallSite site, long values, out Operand failure)
    {
        failure = default;
        if (values > Array.MaxLength || !site.TryChargeMemory(values)) failure = site.OverMemory;
        else if (!site.TryChargeSteps(values)) failure = site.OverSteps;
        else return true;
        return false;
    }
}
