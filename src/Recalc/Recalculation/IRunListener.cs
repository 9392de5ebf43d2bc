namespace Recalc.Recalculation;

/// <summary>Told of what reads do with cells, by stretches of a column in the order in which they are published; within the gate.</summary>
internal interface IRunListener
{
    /// <summary>Cells were computed.</summary>
    void AddRun(int grid, int column, int firstRow, int lastRow);

    /// <summary>Cells were found to be valid without that.</summary>
    void AddCleaned(int grid, int column, int firstRow, int lastRow);
}
