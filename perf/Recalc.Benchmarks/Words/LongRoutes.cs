using System.Runtime.CompilerServices;
using Recalc.Words;

namespace Recalc.Benchmarks.Words;

public readonly struct U31Routes : IFieldRoutes<int>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByName(int word)
    {
        var w = U31.Of(word);
        return w.Sign + (long)w.Index;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByMask(int word) => -(long)((word >> 31) & 1) + (word & int.MaxValue);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByShifts(int word) => (word >> 31) + (long)((uint)word << 1 >> 1);

    public static Func<ulong, long>[] Calls() => FieldCalls.Of<U31>();
}

public readonly struct U8U8U16U32Routes : IFieldRoutes<ulong>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByName(ulong word)
    {
        var w = new U8U8U16U32(word);
        return w.U8High + w.U8Low + w.U16 + (long)w.U32;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByMask(ulong word) =>
        (long)(((word >> 56) & 0xFF) + ((word >> 48) & 0xFF) + ((word >> 32) & 0xFFFF) + (word & 0xFFFF_FFFF));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByShifts(ulong word) => (long)((word >> 56) + (word << 8 >> 56) + (word << 16 >> 48) + (word << 32 >> 32));

    public static Func<ulong, long>[] Calls() => FieldCalls.Of<U8U8U16U32>();
}

public readonly struct U16U16U32Routes : IFieldRoutes<ulong>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByName(ulong word)
    {
        var w = new U16U16U32(word);
        return w.U16High + w.U16Low + (long)w.U32;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByMask(ulong word) => (long)(((word >> 48) & 0xFFFF) + ((word >> 32) & 0xFFFF) + (word & 0xFFFF_FFFF));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByShifts(ulong word) => (long)((word >> 48) + (word << 16 >> 48) + (word << 32 >> 32));

    public static Func<ulong, long>[] Calls() => FieldCalls.Of<U16U16U32>();
}

public readonly struct U16I48Routes : IFieldRoutes<ulong>
{
    private const ulong Low = (1UL << 48) - 1;
    private const ulong Sign = 1UL << 47;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByName(ulong word)
    {
        var w = new U16I48(word);
        return w.U16 + w.I48 + w.U48;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByMask(ulong word) => (long)((word >> 48) & 0xFFFF) + (long)(((word & Low) ^ Sign) - Sign) + (long)(word & Low);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByShifts(ulong word) => (long)(word >> 48) + ((long)(word << 16) >> 16) + (long)(word << 16 >> 16);

    public static Func<ulong, long>[] Calls() => FieldCalls.Of<U16I48>();
}
