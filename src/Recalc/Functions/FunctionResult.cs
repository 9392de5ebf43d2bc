using Recalc.Values;

namespace Recalc.Functions;

/// <summary>What a registered function yields, as an operand.</summary>
/// <typeparam name="T">The type: what a cell can hold, or a rectangular array of doubles or values.</typeparam>
internal static class FunctionResult<T>
{
    /// <summary>True for a type that holds several values.</summary>
    public static bool IsArray => typeof(T) == typeof(double[,]) || typeof(T) == typeof(CellValue[,]);

    /// <summary>Throws when no function yields the type.</summary>
    public static void Check()
    {
        if (!IsArray && !Argument<T>.IsValue)
            throw new NotSupportedException($"A function yields what a cell can hold, double[,] or CellValue[,], and no {typeof(T).Name}.");
    }

    public static Operand Of(T value, CallSite site)
    {
        if (typeof(T) == typeof(double[,])) return Array((double[,]?)(object?)value, n => n, site);
        if (typeof(T) == typeof(CellValue[,])) return Array((CellValue[,]?)(object?)value, v => v, site);
        var word = CellConversion<T>.Write(value, site.DateSystem, out var side);
        if (side is string text && !site.TryTakeText(text.Length, out var failure)) return failure;
        return Operand.Stored(word.Bits, side);
    }

    private static Operand Array<TItem>(TItem[,]? items, Func<TItem, CellValue> valueOf, CallSite site)
    {
        if (items is null || items.Length == 0) return Operand.Error(ErrorKind.Calc, new Fault("The function returned an array without values."));
        if (!site.TryChargeMemory(items.Length)) return site.OverMemory;
        var (values, next) = (new CellValue[items.Length], 0);
        foreach (var item in items) values[next++] = valueOf(item);
        return Operand.Array(new ArrayValue(items.GetLength(0), items.GetLength(1), values));
    }
}
