namespace Recalc.Explaining;

/// <summary>What gives a cell its value.</summary>
public enum CellContent
{
    /// <summary>Nothing: it is blank.</summary>
    Blank,

    /// <summary>A value that was set.</summary>
    Value,

    /// <summary>A formula.</summary>
    Formula,

    /// <summary>An array formula or data table over fixed cells.</summary>
    Array,

    /// <summary>A formula that may spill, its own or that of a cell to the left or above.</summary>
    Spill,

    /// <summary>C# code.</summary>
    Code,
}
