namespace Recalc.Excel.Parts;

/// <summary>The kinds of formula that a file tells apart (<c>ST_CellFormulaType</c>).</summary>
internal enum FormulaType
{
    Normal,
    Shared,
    Array,
    DataTable,
}
