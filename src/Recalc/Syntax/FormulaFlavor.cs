namespace Recalc.Syntax;

/// <summary>What becomes of an array where a formula yields one, or meets one in the place of a single value.</summary>
public enum FormulaFlavor
{
    /// <summary>Today's Excel: functions lift over arrays and the result spills. Formulas set from code are of this flavor.</summary>
    Dynamic,

    /// <summary>
    /// A formula stored by an Excel without spilling (or marked so by today's): ranges intersect with the row or column of the
    /// cell.
    /// </summary>
    Implicit,

    /// <summary>A legacy array formula (entered with Ctrl+Shift+Enter): computed as an array, over a fixed rectangle.</summary>
    Array,

    /// <summary>A what-if data table: <c>TABLE(row input, column input)</c> over a fixed rectangle.</summary>
    DataTable,
}
