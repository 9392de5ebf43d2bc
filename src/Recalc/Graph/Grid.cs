using Recalc.Addressing;
using Recalc.Storage;

namespace Recalc.Graph;

/// <summary>What the engine knows of a sheet, or of the names, which are cells of a sheet of their own.</summary>
internal sealed class Grid
{
    public Grid(int id) => Id = id;

    // What a fork shares with its parent until one of them changes it.
    private Grid(Grid other)
    {
        (Id, HasForeignResults) = (other.Id, other.HasForeignResults);
        (Cells, Regions, States, HiddenRows) = (other.Cells.Fork(), other.Regions.Fork(), other.States.Fork(), other.HiddenRows.Copy());
        Cyclic = other.Cyclic.Count == 0 ? [] : [.. other.Cyclic];
    }

    /// <summary>The grid of a fork: independent of this one, and sharing all that neither of them changes.</summary>
    public Grid Fork() => new(this);

    /// <summary>The number of the grid of the names.</summary>
    public const int Names = SheetLimits.Sheets;

    /// <summary>The number of the sheet, or <see cref="Names"/>.</summary>
    public int Id { get; }

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
