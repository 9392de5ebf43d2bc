using System.Numerics;

namespace Recalc.Evaluation;

/// <summary>A set of the lanes of a run: a bit a lane. <c>default</c> is empty.</summary>
[System.Runtime.CompilerServices.InlineArray(Words)]
internal struct LaneMask
{
    /// <summary>The most lanes of a run.</summary>
    public const int Lanes = 1024;

    private const int Words = Lanes / 64;

    private ulong _first;

    /// <summary>The lanes from 0 on.</summary>
    public static LaneMask First(int count)
    {
        var mask = default(LaneMask);
        for (var i = 0; i < Words && count > 0; i++, count -= 64) mask[i] = count >= 64 ? ulong.MaxValue : (1UL << count) - 1;
        return mask;
    }

    public readonly bool IsEmpty
    {
        get
        {
            var any = 0UL;
            for (var i = 0; i < Words; i++) any |= this[i];
            return any == 0;
        }
    }

    public readonly bool Contains(int lane) => (this[lane >> 6] >> (lane & 63) & 1) != 0;

    /// <summary>True when all lanes of another set are in this one.</summary>
    public readonly bool Contains(in LaneMask other)
    {
        var missing = 0UL;
        for (var i = 0; i < Words; i++) missing |= other[i] & ~this[i];
        return missing == 0;
    }

    /// <summary>Adds the lanes from one to another.</summary>
    public void Add(int first, int last)
    {
        for (var i = first >> 6; i <= last >> 6; i++)
        {
            var (low, high) = (Math.Max(first - (i << 6), 0), Math.Min(last - (i << 6), 63));
            this[i] |= ulong.MaxValue >> (63 - high) & ulong.MaxValue << low;
        }
    }

    public void Add(int lane) => this[lane >> 6] |= 1UL << (lane & 63);

    public static LaneMask operator &(in LaneMask left, in LaneMask right)
    {
        var mask = default(LaneMask);
        for (var i = 0; i < Words; i++) mask[i] = left[i] & right[i];
        return mask;
    }

    /// <summary>The lanes of this set that are in neither of two others.</summary>
    public readonly LaneMask Except(in LaneMask a, in LaneMask b)
    {
        var mask = default(LaneMask);
        for (var i = 0; i < Words; i++) mask[i] = this[i] & ~(a[i] | b[i]);
        return mask;
    }

    /// <summary>The next lane of the set from one on; -1 when there is none.</summary>
    public readonly int Next(int lane)
    {
        for (var i = lane >> 6; i < Words; i++, lane = i << 6)
        {
            var bits = this[i] >> (lane & 63);
            if (bits != 0) return lane + BitOperations.TrailingZeroCount(bits);
        }
        return -1;
    }

    /// <summary>The last lane of the run of lanes that begins at one.</summary>
    public readonly int RunEnd(int lane)
    {
        for (var i = lane >> 6; i < Words; i++, lane = i << 6)
        {
            var gaps = ~this[i] >> (lane & 63);
            var length = BitOperations.TrailingZeroCount(gaps);
            if (length < 64 - (lane & 63)) return lane + length - 1;
        }
        return Lanes - 1;
    }
}
