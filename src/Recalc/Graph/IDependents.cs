namespace Recalc.Graph;

/// <summary>Says which cells depend on others in a way of its own, such as by references that were discovered while running.</summary>
internal interface IDependents
{
    /// <summary>Adds the formula cells that refer to some cell of a rectangle; they may come more than once.</summary>
    void AddDependents(GridRange changed, List<GridRange> into);
}
