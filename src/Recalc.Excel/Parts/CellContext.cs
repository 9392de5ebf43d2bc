namespace Recalc.Excel.Parts;

/// <summary>What cells refer to in other parts, the same for all sheets.</summary>
internal sealed record CellContext(CellValues Values, CellStyles Styles, SheetMetadata Metadata);
