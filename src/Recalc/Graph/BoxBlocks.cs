using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Recalc.Graph;

/// <summary>
/// Boxes in blocks of 16, so that a block is compared with another box at once. A block is 64 numbers: the first columns of its boxes,
/// then their first rows, and the complements of their last columns and rows. Boxes that were never set are empty.
/// </summary>
internal readonly struct BoxBlocks
{
    public const int SizeBits = 4;

    /// <summary>How many boxes a block has.</summary>
    public const int Size = 1 << SizeBits;

    private const int Lanes = 4;

    private readonly int[] _numbers;

    public BoxBlocks(int blocks)
    {
        _numbers = GC.AllocateUninitializedArray<int>(blocks * Lanes * Size);
        Array.Fill(_numbers, int.MaxValue);
    }

    private BoxBlocks(int[] numbers) => _numbers = numbers;

    /// <summary>The same boxes in an array of their own.</summary>
    public BoxBlocks Copy() => new((int[])_numbers.Clone());

    public Box this[int index]
    {
        get
        {
            ref var first = ref At(index);
            var row = Unsafe.Add(ref first, Size);
            var (notLastColumn, notLastRow) = (Unsafe.Add(ref first, 2 * Size), Unsafe.Add(ref first, 3 * Size));
            return Box.FromLanes(Vector128.Create(first, row, notLastColumn, notLastRow));
        }
        set
        {
            ref var first = ref At(index);
            var lanes = value.Lanes;
            first = lanes[0];
            Unsafe.Add(ref first, Size) = lanes[1];
            Unsafe.Add(ref first, 2 * Size) = lanes[2];
            Unsafe.Add(ref first, 3 * Size) = lanes[3];
        }
    }

    /// <summary>The boxes of a block that meet the one whose probe this is, as bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Meeting(int block, Vector128<int> probe)
    {
        ref var first = ref At(block << SizeBits);
        var outside = Outside(ref first, 0, probe) | Outside(ref first, Size / 2, probe) << (Size / 2);
        return ~outside & ((1u << Size) - 1);
    }

    // Of half a block, the boxes of which some number is greater than the probe's.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Outside(ref int first, int half, Vector128<int> probe)
    {
        var columns = Vector256.GreaterThan(Vector256.LoadUnsafe(ref first, (nuint)half), Vector256.Create(probe[0]));
        var rows = Vector256.GreaterThan(Vector256.LoadUnsafe(ref first, (nuint)(Size + half)), Vector256.Create(probe[1]));
        var lastColumns = Vector256.GreaterThan(Vector256.LoadUnsafe(ref first, (nuint)(2 * Size + half)), Vector256.Create(probe[2]));
        var lastRows = Vector256.GreaterThan(Vector256.LoadUnsafe(ref first, (nuint)(3 * Size + half)), Vector256.Create(probe[3]));
        return Vector256.ExtractMostSignificantBits(columns | rows | lastColumns | lastRows);
    }

    /// <summary>The smallest box that holds those of a block.</summary>
    public Box Union(int block)
    {
        var union = Box.Empty;
        for (var i = 0; i < Size; i++) union = union.Union(this[(block << SizeBits) + i]);
        return union;
    }

    // The first number of a box. Bounds are checked once, on its last.
    private ref int At(int index)
    {
        var at = (index >> SizeBits) * Lanes * Size + (index & (Size - 1));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)(at + (Lanes - 1) * Size), (uint)_numbers.Length);
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_numbers), at);
    }
}
