using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Recalc.Values;

namespace Recalc.Storage;

/// <summary>
/// A <see cref="NumberSummary"/> in the making: eight lanes, as two vectors of four on every CPU. Words that are no numbers are masked
/// by integer comparison and count as zeros, which change no bit of a sum (-0 is never stored).
/// </summary>
internal struct SummaryLanes
{
    /// <summary>How many lanes there are.</summary>
    public const int Width = 8;

    /// <summary>Up to so many words, the lanes are summed up faster one by one.</summary>
    public const int Few = 32;

    private const int Half = Width / 2;

    // Words are looked at in this many before the faster way is tried again: a line of a page.
    private const int Line = 64;

    private Vector256<double> _sumLow, _sumHigh;
    private Vector256<double> _minLow = Vector256.Create(double.PositiveInfinity), _minHigh = Vector256.Create(double.PositiveInfinity);
    private Vector256<double> _maxLow = Vector256.Create(double.NegativeInfinity), _maxHigh = Vector256.Create(double.NegativeInfinity);

    /// <summary>Numbers and blanks that were counted lane by lane, both below zero; <see cref="_plain"/> holds the others.</summary>
    private Vector256<long> _numbers, _blanks;

    /// <summary>A bit is set where an error was seen.</summary>
    private Vector256<ulong> _errors;

    /// <summary>Words that were counted by the way for numbers only.</summary>
    private long _plain;

    /// <summary>Words that were counted by the way for all words.</summary>
    private long _mixed;

    public SummaryLanes() { }

    private static Vector256<ulong> FirstError => Vector256.Create(CellWord.FromError(0).Bits);

    // Errors are the last atoms, and the tag after atoms is text.
    private static Vector256<ulong> Errors => Vector256.Create(CellWord.FromSlot(WordTag.Text, default).Bits - CellWord.FromError(0).Bits);

    /// <summary>The summary of a few words of a page: the same bits as the vectors give, without their setting up.</summary>
    public static NumberSummary OfFew(ReadOnlySpan<ulong> words, int firstItem)
    {
        Span<double> sums = stackalloc double[Width];
        sums.Clear();
        var (count, filled, hasErrors) = (0, 0, false);
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < words.Length; i++)
        {
            var word = new CellWord(words[i]);
            if (word.IsNumber)
            {
                sums[(firstItem + i) & (Width - 1)] += word.Number;
                if (word.Number < min) min = word.Number;
                if (word.Number > max) max = word.Number;
                count++;
            }
            else if (!word.IsBlank)
            {
                filled++;
                hasErrors |= word.IsError;
            }
        }
        return new NumberSummary
        {
            Sum = Total(sums[0] + sums[4], sums[1] + sums[5], sums[2] + sums[6], sums[3] + sums[7]),
            Count = count,
            Min = count == 0 ? 0 : min,
            Max = count == 0 ? 0 : max,
            Filled = count + filled,
            HasErrors = hasErrors,
        };
    }

    /// <summary>Adds fewer than eight words, the first of them to a lane.</summary>
    public void AddPart(ReadOnlySpan<ulong> words, int lane)
    {
        Span<ulong> all = stackalloc ulong[Width];
        all.Fill(CellWord.Blank.Bits);
        words.CopyTo(all[lane..]);
        AddMixed(all);
    }

    /// <summary>Adds words, the first of them to the first lane.</summary>
    /// <param name="words">A multiple of eight words.</param>
    public void Add(ReadOnlySpan<ulong> words)
    {
        while (!words.IsEmpty)
        {
            var numbers = WordSpan.FirstBoxed(MemoryMarshal.Cast<ulong, double>(words)) & -Width;
            AddNumbers(words[..numbers]);
            words = words[numbers..];
            var mixed = Math.Min(Line, words.Length);
            AddMixed(words[..mixed]);
            words = words[mixed..];
        }
    }

    public readonly NumberSummary Total()
    {
        var numbers = _plain - Vector256.Sum(_numbers);
        var sum = _sumLow + _sumHigh;
        return new NumberSummary
        {
            Sum = Total(sum[0], sum[1], sum[2], sum[3]),
            Count = numbers,
            Min = numbers == 0 ? 0 : Least(Vector256.MinNative(_minLow, _minHigh)),
            Max = numbers == 0 ? 0 : -Least(-Vector256.MaxNative(_maxLow, _maxHigh)),
            Filled = _plain + _mixed + Vector256.Sum(_blanks),
            HasErrors = _errors != default,
        };
    }

    // The order in which lanes are added: first those four apart, then these.
    private static double Total(double first, double second, double third, double fourth) => first + third + (second + fourth);

    private static double Least(Vector256<double> values) => Math.Min(Math.Min(values[0], values[1]), Math.Min(values[2], values[3]));

    // Compiled at full speed at once, for what a first recalculation sums up is long.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddNumbers(ReadOnlySpan<ulong> words)
    {
        ref var first = ref MemoryMarshal.GetReference(words);
        var (sumLow, sumHigh, minLow, minHigh, maxLow, maxHigh) = (_sumLow, _sumHigh, _minLow, _minHigh, _maxLow, _maxHigh);
        for (var i = 0; i < words.Length; i += Width)
        {
            var low = Vector256.LoadUnsafe(ref first, (nuint)i).AsDouble();
            var high = Vector256.LoadUnsafe(ref first, (nuint)(i + Half)).AsDouble();
            sumLow += low;
            sumHigh += high;
            minLow = Vector256.MinNative(minLow, low);
            minHigh = Vector256.MinNative(minHigh, high);
            maxLow = Vector256.MaxNative(maxLow, low);
            maxHigh = Vector256.MaxNative(maxHigh, high);
        }
        (_sumLow, _sumHigh, _minLow, _minHigh, _maxLow, _maxHigh) = (sumLow, sumHigh, minLow, minHigh, maxLow, maxHigh);
        _plain += words.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddMixed(ReadOnlySpan<ulong> words)
    {
        ref var first = ref MemoryMarshal.GetReference(words);
        for (var i = 0; i < words.Length; i += Width)
        {
            AddMixed(Vector256.LoadUnsafe(ref first, (nuint)i), ref _sumLow, ref _minLow, ref _maxLow);
            AddMixed(Vector256.LoadUnsafe(ref first, (nuint)(i + Half)), ref _sumHigh, ref _minHigh, ref _maxHigh);
        }
        _mixed += words.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddMixed(Vector256<ulong> words, ref Vector256<double> sum, ref Vector256<double> min, ref Vector256<double> max)
    {
        var isNumber = Vector256.LessThan(words, Vector256.Create(CellWord.Boxed));
        var (numbers, mask) = (words.AsDouble(), isNumber.AsDouble());
        sum += (words & isNumber).AsDouble();
        min = Vector256.MinNative(min, Vector256.ConditionalSelect(mask, numbers, Vector256.Create(double.PositiveInfinity)));
        max = Vector256.MaxNative(max, Vector256.ConditionalSelect(mask, numbers, Vector256.Create(double.NegativeInfinity)));
        _numbers += isNumber.AsInt64();
        _blanks += Vector256.Equals(words, Vector256.Create(CellWord.Blank.Bits)).AsInt64();
        _errors |= Vector256.LessThan(words - FirstError, Errors);
    }
}
