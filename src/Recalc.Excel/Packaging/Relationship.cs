namespace Recalc.Excel.Packaging;

/// <summary>An arrow from a part to another part or to something outside.</summary>
/// <param name="Id">The name by which XML of the source speaks of it.</param>
/// <param name="Kind">The last segment of its type, such as <c>worksheet</c>: transitional, strict and vendor types differ only before
/// it.</param>
/// <param name="Target">Where it points, as the file has it.</param>
/// <param name="Part">The part it points at; null when it points outside.</param>
internal sealed record Relationship(string Id, string Kind, string Target, string? Part);
