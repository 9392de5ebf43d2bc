using System.Runtime.CompilerServices;

namespace Recalc.Excel;

/// <summary>
/// How much of a file <see cref="XlsxReader"/> takes before it calls the file hostile and stops with a
/// <see cref="WorkbookFormatException"/>. The defaults are far above what Excel writes. Immutable; safe to share.
/// </summary>
public sealed record XlsxReadOptions
{
    /// <summary>The limits of a reader that is told nothing.</summary>
    public static XlsxReadOptions Default { get; } = new();

    /// <summary>Bytes of all parts together after inflating; 2 GiB unless told. A part that is read twice counts twice.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public long MaxUncompressedBytes { get; init => field = Positive(value); } = 2L << 30;

    /// <summary>Bytes of one part after inflating; 1 GiB unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public long MaxPartBytes { get; init => field = Positive(value); } = 1L << 30;

    /// <summary>UTF-16 units of one text or formula; 1,048,576 unless told. Excel itself keeps texts of up to 32,767.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public int MaxTextLength { get; init => field = (int)Positive(value); } = 1 << 20;

    /// <summary>
    /// Cells of all sheets together, cells of links and cells that only have a style included; 67,108,864 unless told. Memory is taken by
    /// the column and 4,096 rows, so a cell that is the first of these counts as sixteen.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public long MaxCells { get; init => field = Positive(value); } = 1L << 26;

    private static long Positive(long limit, [CallerMemberName] string? name = null) =>
        limit > 0 ? limit : throw new ArgumentOutOfRangeException(name, limit, $"{name} must be positive; leave it out for the default.");
}
