using Recalc.Scripts;

namespace Recalc.Graph;

/// <summary>
/// Folds the formula cells of a sheet anew: runs down each column, then runs of neighbouring columns that begin and end in the same
/// rows. Finds the rectangles that joining neighbours one by one misses when cells come in a scattered order.
/// </summary>
internal sealed class RegionFold
{
    private readonly record struct Run(int First, int Last, FormulaId Formula);

    /// <summary>Rectangles that the last column ended, by their rows: each is one run of that column.</summary>
    private Dictionary<Run, int> _open = [];
    private Dictionary<Run, int> _next = [];
    private int _column = -2;

    /// <summary>The rectangles so far, by column and row of their first cells.</summary>
    public List<Region> Regions { get; } = [];

    /// <summary>Adds a column; columns come from left to right, stretches from top to bottom.</summary>
    public void Add(int column, IEnumerable<(int First, int Last, FormulaId Formula)> stretches)
    {
        if (column != _column + 1) _open.Clear();
        _column = column;
        Run? run = null;
        foreach (var (first, last, formula) in stretches)
        {
            if (run is { } above && above.Last + 1 == first && above.Formula == formula)
            {
                run = above with { Last = last };
                continue;
            }
            End(run);
            run = new Run(first, last, formula);
        }
        End(run);
        (_open, _next) = (_next, _open);
        _next.Clear();
    }

    private void End(Run? run)
    {
        if (run is not { } ended) return;
        if (_open.TryGetValue(ended, out var at))
        {
            Regions[at] = Regions[at] with { LastColumn = _column };
        }
        else
        {
            at = Regions.Count;
            Regions.Add(new Region(_column, ended.First, _column, ended.Last, ended.Formula, RegionKind.Fill));
        }
        _next.Add(ended, at);
    }
}
