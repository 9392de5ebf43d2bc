using Recalc.Addressing;

namespace Recalc;

/// <summary>
/// A rectangle of a sheet that shows the rows of a source, as they were when it was last refreshed. <see cref="Refresh"/> reads the source again; cells that keep their value mark
/// nothing. For one thread at a time.
/// </summary>
public sealed class RangeBinding
{
    private readonly Func<BoundRows> _read;

    internal RangeBinding(Func<BoundRows> read)
    {
        _read = read;
        Refresh();
    }

    /// <summary>The rectangle, headers included; null while there is nothing to show.</summary>
    public CellRange? Range { get; private set; }

    /// <summary>
    /// Reads the source and writes its rows as one edit; rows that are not there any more become blank. When the source throws, the sheet stays as it was. Takes time in proportion to
    /// the rows.
    /// </summary>
    /// <exception cref="InvalidOperationException">The source has more rows than the sheet.</exception>
    public void Refresh() => Range = _read().Write(Range);
}
