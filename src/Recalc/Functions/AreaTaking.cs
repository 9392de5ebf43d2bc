namespace Recalc.Functions;

/// <summary>What becomes of a reference of several areas as an argument of a function.</summary>
internal enum AreaTaking : byte
{
    /// <summary>It is #VALUE!.</summary>
    None,

    /// <summary>The function gets the reference as it is: INDEX, AREAS.</summary>
    Whole,

    /// <summary>Every area is an argument of its own: SUM, COUNT.</summary>
    Spread,

    /// <summary>The function gets all its values as one column: SMALL, RANK.</summary>
    Column,
}
