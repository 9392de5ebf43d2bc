using Recalc.Words;

namespace Recalc.Values;

/// <summary>
/// How a C# type lies in a cell: <c>double</c>, <c>float</c>, <c>decimal</c>, <c>int</c> and <c>long</c> as numbers, <c>bool</c> as a logical, <c>string</c> as text,
/// <c>DateTime</c> and <c>DateOnly</c> as the serial number of a date system, <see cref="CellValue"/> and <see cref="ErrorKind"/> as what they say, and anything else as
/// an object, which formulas do not read. Thread-safe.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
internal static class CellConversion<T>
{
    /// <summary>True for a type that lies in a word alone, such as a number.</summary>
    public static bool IsNumber => typeof(T) == typeof(double) || typeof(T) == typeof(float) || typeof(T) == typeof(decimal) || typeof(T) == typeof(int) || typeof(T) == typeof(long);

    /// <summary>The word of a value, and the object beside it.</summary>
    public static CellWord Write(T value, DateSystem dates, out object? side)
    {
        side = null;
        if (typeof(T) == typeof(double)) return CellWord.FromNumber((double)(object)value!);
        if (typeof(T) == typeof(int)) return CellWord.FromNumber((int)(object)value!);
        if (typeof(T) == typeof(long)) return CellWord.FromNumber((long)(object)value!);
        if (typeof(T) == typeof(float)) return CellWord.FromNumber((float)(object)value!);
        if (typeof(T) == typeof(decimal)) return CellWord.FromNumber((double)(decimal)(object)value!);
        if (typeof(T) == typeof(bool)) return CellWord.FromLogical((bool)(object)value!);
        if (typeof(T) == typeof(DateTime)) return DateWord.Of((DateTime)(object)value!, dates);
        if (typeof(T) == typeof(DateOnly)) return DateWord.Of(((DateOnly)(object)value!).ToDateTime(default), dates);
        if (typeof(T) == typeof(ErrorKind)) return CellWord.FromError((ErrorKind)(object)value!);
        if (typeof(T) == typeof(CellValue))
        {
            var cell = (CellValue)(object)value!;
            side = cell.TextOrNull;
            return cell.Word;
        }
        side = value;
        if (value is null) return CellWord.Blank;
        return CellWord.FromSlot(typeof(T) == typeof(string) ? WordTag.Text : WordTag.Object, U31.Of(0));
    }

    /// <summary>
    /// The value of a word. Blank is 0, FALSE, an empty text or <c>default</c>; a number is read as a logical (not 0) and a logical as a number (1 or 0); as text
    /// everything reads as it is shown. False when the word holds something else, a number that is not whole for a whole type among it.
    /// </summary>
    public static bool TryRead(CellWord word, object? side, DateSystem dates, out T value)
    {
        if (typeof(T) == typeof(CellValue))
        {
            value = (T)(object)(word.Tag == WordTag.Object ? CellValue.FromError(ErrorKind.Value) : new CellValue(word, side as string));
            return true;
        }
        if (typeof(T) == typeof(string)) return TryReadText(word, side, out value);
        if (typeof(T) == typeof(bool) && (word.IsNumber || word.IsLogical || word.IsBlank))
        {
            value = (T)(object)(word.IsNumber ? word.Number != 0 : word.IsTrue);
            return true;
        }
        if (typeof(T) == typeof(ErrorKind))
        {
            value = word.IsError ? (T)(object)word.Error : default!;
            return word.IsError;
        }
        if (IsNumber || typeof(T) == typeof(DateTime) || typeof(T) == typeof(DateOnly)) return TryReadNumber(word, dates, out value);
        if (side is T held && word.Tag == WordTag.Object)
        {
            value = held;
            return true;
        }
        value = default!;
        return word.IsBlank;
    }

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
        if (typeof(T) == typeof(double)) value = (T)(object)number;
        else if (typeof(T) == typeof(float)) value = (T)(object)(float)number;
        else if (typeof(T) == typeof(decimal))
        {
            if (Math.Abs(number) > 7.9e27) return false;
            value = (T)(object)(decimal)number;
        }
        else if (typeof(T) == typeof(int))
        {
            if (number != (int)number) return false;
            value = (T)(object)(int)number;
        }
        else if (typeof(T) == typeof(long))
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
        if (typeof(T) == typeof(DateTime)) value = (T)(object)date;
        else value = (T)(object)DateOnly.FromDateTime(date);
        return true;
    }
}
