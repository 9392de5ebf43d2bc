namespace Recalc.Excel.Packaging;

/// <summary>What one reading of a file may still take, how far it has come, and whether it is still wanted.</summary>
internal sealed class ReadBudget(XlsxReadOptions options, IProgress<double>? progress, CancellationToken cancellation)
{
    private const int ProgressSteps = 100;

    private long _bytes;
    private long _cells;
    private long _planned;
    private long _finished;
    private int _reported;

    public XlsxReadOptions Options { get; } = options;

    /// <summary>Counts bytes that were inflated.</summary>
    /// <exception cref="InvalidDataException">The file has more than it may.</exception>
    public void SpendBytes(int count, long inPart)
    {
        cancellation.ThrowIfCancellationRequested();
        _bytes += count;
        if (inPart > Options.MaxPartBytes)
            throw new InvalidDataException(
                $"The part inflates to more than {Options.MaxPartBytes} bytes; raise MaxPartBytes if it is meant to.");
        if (_bytes > Options.MaxUncompressedBytes)
            throw new InvalidDataException(
                $"The file inflates to more than {Options.MaxUncompressedBytes} bytes; raise MaxUncompressedBytes if it is meant to.");
    }

    /// <summary>Counts a cell.</summary>
    /// <exception cref="InvalidDataException">The file has more than it may.</exception>
    public void SpendCell() => SpendCells(1);

    /// <summary>Counts cells, or what takes as much memory as they do.</summary>
    /// <exception cref="InvalidDataException">The file has more than it may.</exception>
    public void SpendCells(int count)
    {
        _cells += count;
        if (_cells > Options.MaxCells)
            throw new InvalidDataException($"The file has more than {Options.MaxCells} cells; raise MaxCells if it is meant to.");
    }

    /// <summary>Takes cells back that are going to be counted again.</summary>
    public void ReturnCells(int count) => _cells -= count;

    /// <summary>Says how many compressed bytes the parts that are going to be read have.</summary>
    public void Plan(long compressedBytes)
    {
        _planned = compressedBytes;
        _finished = 0;
    }

    /// <summary>Says that compressed bytes of a part were read; <paramref name="isWhole"/> when the part is done.</summary>
    public void Advance(long compressedBytes, bool isWhole)
    {
        if (progress is null || _planned <= 0) return;
        var step = (int)Math.Min(ProgressSteps - 1, (_finished + compressedBytes) * (double)ProgressSteps / _planned);
        if (isWhole) _finished += compressedBytes;
        if (step <= _reported) return;
        _reported = step;
        progress.Report((double)step / ProgressSteps);
    }

    /// <summary>Says that everything was read.</summary>
    public void Complete() => progress?.Report(1);
}
