namespace Recalc.Excel.Parts;

/// <summary>What the text of a cell's value means (<c>ST_CellType</c>).</summary>
internal enum CellType
{
    Number,
    SharedString,
    FormulaString,
    InlineString,
    Logical,
    Error,
    Date,
}
