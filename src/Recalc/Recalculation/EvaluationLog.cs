using Recalc.Addressing;
using Recalc.Graph;

namespace Recalc.Recalculation;

/// <summary>
/// What a read did, for tests: the cells that were evaluated, stretch by stretch in the order in which they were published, and those that
/// were cleaned without it.
/// </summary>
internal sealed class EvaluationLog : IRunListener
{
    public List<GridRange> Ran { get; } = [];

    public List<GridRange> Cleaned { get; } = [];

    /// <summary>The most frames that waited at once.</summary>
    public int DeepestStack { get; private set; }

    /// <summary>How many frames there were.</summary>
    public int Frames { get; private set; }

    /// <summary>How many members the cycles had that were begun, all together.</summary>
    public int CycleMembers { get; private set; }

    /// <summary>Told of every frame that is pushed, and how many there are then.</summary>
    public void AddFrame(int depth) => (DeepestStack, Frames) = (Math.Max(DeepestStack, depth), Frames + 1);

    public void AddCycle(int members) => CycleMembers += members;

    public void AddRun(int grid, int column, int firstRow, int lastRow) =>
        Ran.Add(new GridRange(grid, new CellRange(column, firstRow, column, lastRow)));

    public void AddCleaned(int grid, int column, int firstRow, int lastRow) =>
        Cleaned.Add(new GridRange(grid, new CellRange(column, firstRow, column, lastRow)));

    public void Clear()
    {
        Ran.Clear();
        Cleaned.Clear();
        (DeepestStack, Frames, CycleMembers) = (0, 0, 0);
    }
}
