using System.Runtime.CompilerServices;
using Recalc.Words;

namespace Recalc.Benchmarks.Words;

public readonly struct U4U12Routes : IFieldRoutes<ushort>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByName(ushort word)
    {
        var w = new U4U12(word);
        return w.U4 + w.U12;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByMask(ushort word) => ((word >> 12) & 0xF) + (word & 0xFFF);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByShifts(ushort word) => (word >> 12) + (int)((uint)word << 20 >> 20);

    public static Func<ulong, long>[] Calls() => FieldCalls.Of<U4U12>();
}

public readonly struct I4I12Routes : IFieldRoutes<ushort>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByName(ushort word)
    {
        var w = new I4I12(word);
        return w.I4 + w.I12;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByMask(ushort word) => ((((word >> 12) & 0xF) ^ 0x8) - 0x8) + (((word & 0xFFF) ^ 0x800) - 0x800);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByShifts(ushort word) => ((word << 16) >> 28) + ((word << 20) >> 20);

    public static Func<ulong, long>[] Calls() => FieldCalls.Of<I4I12>();
}

public readonly struct U12I4Routes : IFieldRoutes<ushort>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByName(ushort word)
    {
        var w = new U12I4(word);
        return w.U12 + w.I4;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByMask(ushort word) => ((word >> 4) & 0xFFF) + (((word & 0xF) ^ 0x8) - 0x8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByShifts(ushort word) => (word >> 4) + ((word << 28) >> 28);

    public static Func<ulong, long>[] Calls() => FieldCalls.Of<U12I4>();
}

public readonly struct I12U4Routes : IFieldRoutes<ushort>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByName(ushort word)
    {
        var w = new I12U4(word);
        return w.I12 + w.U4;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByMask(ushort word) => ((((word >> 4) & 0xFFF) ^ 0x800) - 0x800) + (word & 0xF);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ByShifts(ushort word) => ((word << 16) >> 20) + (int)((uint)word << 28 >> 28);

    public static Func<ulong, long>[] Calls() => FieldCalls.Of<I12U4>();
}
