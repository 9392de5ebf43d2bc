namespace Recalc.Graph;

/// <summary>The users of one reference that a change reaches, and how the reference goes on in the rows around them.</summary>
/// <param name="Cells">The users.</param>
/// <param name="RunsTo">
/// The row that a mark runs to within their columns: behind the last row or before the first one when each further row refers to its
/// neighbour, as in a running total; else the last row.
/// </param>
/// <param name="FirstRow">The first of the rows in which the reference moves along: a row further down refers to a row further down.</param>
/// <param name="LastRow">The last of them; before the first when it does not move along, or refers to several rows.</param>
internal readonly record struct Reach(GridRange Cells, int RunsTo, int FirstRow, int LastRow)
{
    /// <summary>Users of whose reference nothing is known.</summary>
    public Reach(GridRange cells) : this(cells, cells.Range.Last.Row, 0, -1) { }

    public bool MovesAlong => FirstRow <= LastRow;
}
