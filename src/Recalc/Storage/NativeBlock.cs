using System.Runtime.InteropServices;

namespace Recalc.Storage;

/// <summary>
/// A 64-byte-aligned block of native memory that holds words: the owner behind a page's pointer. It lives as long as a page holds it,
/// so a span over it is good while the page is.
/// </summary>
internal sealed unsafe class NativeBlock : IDisposable
{
    private const int Alignment = 64;

    private static long s_liveBytes;

    private void* _pointer;

    /// <summary>Allocates room for <paramref name="words"/> words, not cleared.</summary>
    public NativeBlock(int words)
    {
        Length = words;
        _pointer = NativeMemory.AlignedAlloc((nuint)words * sizeof(ulong), Alignment);
        Interlocked.Add(ref s_liveBytes, (long)words * sizeof(ulong));
        GC.AddMemoryPressure((long)words * sizeof(ulong));
    }

    ~NativeBlock() => Free();

    /// <summary>Bytes of all blocks of the process that were not given back yet.</summary>
    public static long LiveBytes => Interlocked.Read(ref s_liveBytes);

    /// <summary>How many words the block has.</summary>
    public int Length { get; }

    public Span<ulong> Words => new(_pointer, Length);

    /// <summary>Gives the memory back at once; for the one writer that knows that nobody else holds a span.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    // The collector sees a few bytes of this object only: were it not told of the rest, workbooks that were dropped would pile up.
    private void Free()
    {
        if (_pointer is null) return;
        NativeMemory.AlignedFree(_pointer);
        _pointer = null;
        Interlocked.Add(ref s_liveBytes, -(long)Length * sizeof(ulong));
        GC.RemoveMemoryPressure((long)Length * sizeof(ulong));
    }
}
