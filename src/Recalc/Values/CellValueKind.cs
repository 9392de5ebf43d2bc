namespace Recalc.Values;

/// <summary>The kinds of value that a cell can have.</summary>
public enum CellValueKind
{
    /// <summary>Nothing: the cell is empty.</summary>
    Blank,

    /// <summary>A finite double. Dates are numbers too.</summary>
    Number,

    /// <summary>Text, possibly empty.</summary>
    Text,

    /// <summary>TRUE or FALSE.</summary>
    Logical,

    /// <summary>An error value.</summary>
    Error,
}
