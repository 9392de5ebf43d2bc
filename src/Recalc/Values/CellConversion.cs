using System.Runtime.CompilerServices;
using Recalc.Words;

namespace Recalc.Values;

/// <summary>
/// How a C# type lies in a cell: <c>double</c>, <c>float</c>, <c>decimal</c>, <c>int</c> and <c>long</c> as numbers, <c>bool</c> as a logical, <c>string</c> as text,
/// <c>DateTime</c> and <c>DateOnly</c> as the serial number of a date system, <see cref="CellValue"/> and <see cref="ErrorKind"/> as what they say, and anything else as
/// an object, which formulas do not read. Null is blank, and blank is null for nullable value types. Thread-safe.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
internal static class CellConversion<T>
{
    /// <summary>True for a type that lies in a word alone, such as a number.</summary>
    public static bool IsNumber => Is<double>() || Is<float>() || Is<decimal>() || Is<int>() || Is<long>();

    /// <summary>The word of a value, and the object beside it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CellWord Write(T value, DateSystem dates, out object? side)
    {
        side = null;
        if (default(T) is null && value is null) return CellWord.Blank;
        if (Is<double>()) return CellWord.FromNumber((double)(object)value!);
        if (Is<int>()) return CellWord.FromNumber((int)(object)value!);
        if (Is<long>()) return CellWord.FromNumber((long)(object)value!);
        if (Is<float>()) return CellWord.FromNumber((float)(object)value!);
        if (Is<decimal>()) return CellWord.FromNumber((double)(decimal)(object)value!);
        if (Is<bool>()) return CellWord.FromLogical((bool)(object)value!);
        if (Is<DateTime>()) return DateWord.Of((DateTime)(object)value!, dates);
        if (Is<DateOnly>()) return DateWord.Of(((DateOnly)(object)value!).ToDateTime(default), dates);
        if (Is<ErrorKind>()) return CellWord.FromError((ErrorKind)(object)value!);
        if (Is<CellValue>())
        {
            var cell = (CellValue)(object)value!;
            side = cell.TextOrNull;
            return cell.Word;
        }
        side = value;
        return CellWord.FromSlot(typeof(T) == typeof(string) ? WordTag.Text : WordTag.Object, U31.Of(0));
    }

    /// <summary>
    /// The value of a word. Blank is 0, FALSE, an empty text or <c>default</c>; a number is read as a logical (not 0) and a logical as a number (1 or 0); as text
    /// everything reads as it is shown. False when the word holds something else, a number that is not whole for a whole type among it.
    /// </summary>
    public static bool TryRead(CellWord word, object? side, DateSystem dates, out T value)
    {
        if (IsNullable && word.IsBlank)
        {
            value = default!;
            return true;
        }
        if (Is<CellValue>())
        {
            value = (T)(object)(word.Tag == WordTag.Object ? CellValue.FromError(ErrorKind.Value) : new CellValue(word, side as string));
            return true;
        }
        if (typeof(T) == typeof(string)) return TryReadText(word, side, out value);
        if (Is<bool>() && (word.IsNumber || word.IsLogical || word.IsBlank))
        {
            value = (T)(object)(word.IsNumber ? word.Number != 0 : word.IsTrue);
            return true;
        }
        if (Is<ErrorKind>())
        {
            value = word.IsError ? (T)(object)word.Error : default!;
            return word.IsError;
        }
        if (IsNumber || Is<DateTime>() || Is<DateOnly>()) return TryReadNumber(word, dates, out value);
        if (side is T held && word.Tag == WordTag.Object)
        {
            value = held;
            return true;
        }
        value = default!;
        return word.IsBlank;
    }

    private static bool IsNullable => typeof(T).IsValueType && default(T) is null;

    // The type itself, or that with null: a box of either is the same.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Is<TValue>() where TValue : struct => typeof(T) == typeof(TValue) || typeof(T) == typeof(TValue?);

    private static bool TryReadText(CellWord word, object? side, out T value)
    {
        value = (T)(object)(word.Tag == WordTag.Text ? (string)side! : word.IsNumber ? NumberText.Of(word.Number) : new CellValue(word).ToString());
        return !word.IsError && word.Tag != WordTag.Object;
    }

    private static bool TryReadNumber(CellWord word, DateSystem dates, out T value)
    {
        value = default!;
        if (!word.IsNumber && !word.IsLogical && !word.IsBlank) return false;
        var number = word.IsNumber ? word.Number : word.IsTrue ? 1.0 : 0.0;
        if (Is<double>()) value = (T)(object)number;
        else if (Is<float>()) value = (T)(object)(float)number;
        else if (Is<decimal>())
        {
            if (Math.Abs(number) > 7.9e27) return false;
            value = (T)(object)(decimal)number;
        }
        else if (Is<int>())
        {
            if (number != (int)number) return false;
            value = (T)(object)(int)number;
        }
        else if (Is<long>())
        {
            if (Math.Abs(number) >= 9.2e18 || number != (long)number) return false;
            value = (T)(object)(long)number;
        }
        else return TryReadDate(number, dates, out value);
        return true;
    }

    private static bool TryReadDate(double number, DateSystem dates, out T value)
    {
        value = default!;
        if (!DateWord.TryRead(number, dates, out var date)) return false;
        if (Is<DateTime>()) value = (T)(object)date;
        else value = (T)(object)DateOnly.FromDateTime(date);
        return true;
    }
}
