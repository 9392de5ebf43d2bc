namespace Recalc.Conformance;

/// <summary>A row of a table of a spec file.</summary>
/// <param name="Place">The file and the line, as in <c>syntax-tree.md:12</c>.</param>
/// <param name="Cells">What stands between the backticks, in the order that was asked for.</param>
internal sealed record SpecRow(string Place, IReadOnlyList<string> Cells)
{
    /// <summary>The row as data of a theory: place, then two cells. Its test is named by place and first cell.</summary>
    public TheoryDataRow<string, string, string> ToTheory() => new(Place, Cells[0], Cells[1]) { TestDisplayName = $"{Place} {Cells[0]}" };
}
