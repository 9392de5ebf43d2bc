namespace Recalc.Addressing;

/// <summary>How a reference is spelled; two spellings of the same cells stay apart, so that a formula prints back as it was written.</summary>
internal enum ReferenceShape : byte
{
    /// <summary>One cell: <c>A1</c>.</summary>
    Cell,

    /// <summary>Two corners: <c>A1:B2</c>.</summary>
    Area,

    /// <summary>Whole columns: <c>A:C</c>; the rows are 0 to the last.</summary>
    Columns,

    /// <summary>Whole rows: <c>1:3</c>; the columns are 0 to the last.</summary>
    Rows,
}
