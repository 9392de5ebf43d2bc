namespace Recalc.Functions;

/// <summary>What the result of a function rests on.</summary>
public enum FunctionPurity : byte
{
    /// <summary>On its arguments alone.</summary>
    Pure,

    /// <summary>On the clock or on chance: it may differ whenever it is called.</summary>
    Volatile,

    /// <summary>Volatile for some arguments (CELL, INFO).</summary>
    SometimesVolatile,

    /// <summary>On references that it makes while running (INDIRECT, OFFSET).</summary>
    Dynamic,

    /// <summary>On the formulas of cells or the sheets there are, not on values alone (FORMULATEXT, SHEETS).</summary>
    Structural,

    /// <summary>On the program around the engine (RTD, CUBEVALUE, WEBSERVICE).</summary>
    Host,

    /// <summary>On something outside that may change, but is asked again only when an argument changes: a price list read from a file.</summary>
    Impure,
}
