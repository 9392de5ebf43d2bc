using Recalc.Addressing;
using Recalc.Storage;

namespace Recalc.Graph;

/// <summary>What the engine knows of a sheet, or of the names, which are cells of a sheet of their own.</summary>
internal sealed class Grid(int id)
{
    /// <summary>The number of the grid of the names.</summary>
    public const int Names = SheetLimits.Sheets;

    /// <summary>The number of the sheet, or <see cref="Names"/>.</summary>
    public int Id { get; } = id;

    /// <summary>The words of inputs and of formulas, old ones included.</summary>
    public CellStore Cells { get; } = new();

    /// <summary>Which cells have formulas.</summary>
    public RegionMap Regions { get; } = new();

    /// <summary>Which rows are hidden, by hand or by a filter: those that have a number.</summary>
    public StretchColumn HiddenRows { get; } = new();

    /// <summary>Which cells are marked, must run, or are being run.</summary>
    public StatePlane States { get; } = new();

    /// <summary>The cells whose value came from a cycle: they run whenever they are marked.</summary>
    public HashSet<CellAddress> Cyclic { get; } = [];

    /// <summary>True when results came with a file: they need not be what this engine computes, until they are forgotten.</summary>
    public bool HasForeignResults { get; set; }
}
