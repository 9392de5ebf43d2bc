using System.Runtime.CompilerServices;
using Recalc.Values;

namespace Recalc.Functions;

/// <summary>How arguments of registered functions are called in explanations.</summary>
internal static class Argument
{
    /// <summary>The name of a parameter, or its number from one.</summary>
    public static string NameOf(FunctionDeclaration function, int index)
    {
        var names = function.Promises.ParameterNames;
        return index < names.Count ? names[index] : $"argument {index + 1}";
    }
}

/// <summary>Arguments of registered functions as a C# type: what a cell can hold, a <see cref="CellSpan"/>, or a <see cref="LazyArgument"/>.</summary>
/// <typeparam name="T">The type.</typeparam>
internal static class Argument<T>
{
    private static bool IsDate => typeof(T) == typeof(DateTime) || typeof(T) == typeof(DateOnly);

    /// <summary>True for a type that a cell can hold.</summary>
    public static bool IsValue => CellConversion<T>.IsNumber || IsDate || typeof(T) == typeof(bool) || typeof(T) == typeof(string)
        || typeof(T) == typeof(CellValue) || typeof(T) == typeof(ErrorKind);

    /// <summary>How the argument is taken.</summary>
    /// <exception cref="NotSupportedException">No argument is of the type.</exception>
    public static ArgumentKind Kind
    {
        get
        {
            if (typeof(T) == typeof(CellSpan)) return ArgumentKind.Area;
            if (typeof(T) == typeof(LazyArgument)) return ArgumentKind.Lazy;
            return IsValue ? ArgumentKind.Value : throw new NotSupportedException(
                $"A parameter of a function is a number, bool, string, DateTime, DateOnly, CellValue, ErrorKind, CellSpan or LazyArgument, and no {typeof(T).Name}.");
        }
    }

    /// <summary>
    /// The argument as the type. Text is read as a number, date or logical as Excel does it; the rest is <see cref="CellConversion{T}"/>. An error stays that
    /// error, unless the type can hold it; what cannot be converted is #VALUE!.
    /// </summary>
    public static bool TryRead(in Operand argument, CallSite site, FunctionDeclaration function, int index, out T value, out Operand failure)
    {
        failure = default;
        if (typeof(T) == typeof(double) && argument.IsNumber)
        {
            var number = argument.Word.Number;
            value = Unsafe.As<double, T>(ref number);
            return true;
        }
        if (argument.IsError && typeof(T) != typeof(CellValue) && typeof(T) != typeof(ErrorKind))
        {
            (value, failure) = (default!, argument);
            return false;
        }
        var (word, side) = (argument.IsOmitted ? CellWord.Blank : argument.Word, argument.Object);
        if (argument.IsText) Coerce(argument, site, ref word, ref side);
        if (argument.FunctionOrNull is null && CellConversion<T>.TryRead(word, side, site.DateSystem, out value)) return true;
        var shown = argument.IsText ? $"the text \"{argument.Object}\"" : argument.FunctionOrNull is null ? argument.Value.ToString() : "a lambda";
        failure = Operand.Error(ErrorKind.Value, new Fault($"{function.Name} takes a {typeof(T).Name} for {Argument.NameOf(function, index)}, and {shown} is none."));
        value = default!;
        return false;
    }

    private static void Coerce(in Operand text, CallSite site, ref CellWord word, ref object? side)
    {
        if ((CellConversion<T>.IsNumber || IsDate) && text.TryNumber(site, out var number, out _)) (word, side) = (CellWord.FromNumber(number), null);
        else if (typeof(T) == typeof(bool) && text.TryLogical(out var logical, out _)) (word, side) = (CellWord.FromLogical(logical), null);
    }
}
