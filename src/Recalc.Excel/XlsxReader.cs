using Recalc.Excel.Packaging;

namespace Recalc.Excel;

/// <summary>
/// Reads Excel workbooks (.xlsx, .xlsm, .xltx, .xltm; ISO/IEC 29500 transitional and strict) into <see cref="Workbook"/>: values, formulas
/// with the results they had, names, tables, links with the values kept of them, number formats and settings. Nothing outside the file
/// is ever opened, and nothing is calculated: formulas without a result wait to be read, and all of them when the file does not trust
/// its results (<see cref="CalculationSettings.FullCalculationOnLoad"/>). Thread-safe: each call is on its own.
/// </summary>
public static class XlsxReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="options">What the file may hold; null for <see cref="XlsxReadOptions.Default"/>.</param>
    /// <param name="progress">Is told, about a hundred times, which fraction of the compressed bytes was read; may be null.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="WorkbookFormatException">The file is no workbook of these kinds, is damaged, or takes more than the options
    /// allow.</exception>
    /// <exception cref="IOException">The file cannot be opened, for example because it is not there.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static Workbook Read(
        string path, XlsxReadOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 14);
        return Read(stream, path, options, progress, cancellationToken);
    }

    /// <summary>Reads a stream from its beginning to its end; the stream stays open.</summary>
    /// <param name="stream">The bytes of a file. They must be seekable: an archive has its directory at the end.</param>
    /// <param name="options">What the file may hold; null for <see cref="XlsxReadOptions.Default"/>.</param>
    /// <param name="progress">Is told, about a hundred times, which fraction of the compressed bytes was read; may be null.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentException">The stream cannot be read or not be sought in.</exception>
    /// <exception cref="WorkbookFormatException">The bytes are no workbook of these kinds, are damaged, or take more than the options
    /// allow.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static Workbook Read(
        Stream stream, XlsxReadOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead || !stream.CanSeek)
            throw new ArgumentException("The stream must be readable and seekable; copy it into a MemoryStream or a file first.",
                nameof(stream));
        return Read(stream, null, options, progress, cancellationToken);
    }

    private static Workbook Read(
        Stream stream, string? file, XlsxReadOptions? options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var budget = new ReadBudget(options ?? XlsxReadOptions.Default, progress, cancellationToken);
        using var package = Package.Open(stream, file, budget);
        var workbook = new XlsxImport(package, budget).Read();
        budget.Complete();
        return workbook;
    }
}
