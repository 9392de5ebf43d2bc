namespace Recalc.Graph;

/// <summary>What a node is, and the state it is in besides done (ARCHITECTURE §2). Must without marked is illegal.</summary>
[Flags]
internal enum NodeFlags : ushort
{
    /// <summary>An input that is done, as inputs always are.</summary>
    None = 0,

    /// <summary>A precedent may have changed: the value has to be checked before it is used.</summary>
    Marked = 1,

    /// <summary>A direct precedent did change, or the node never ran: it has to run.</summary>
    Must = 2,

    /// <summary>It is being validated or run.</summary>
    Claimed = 4,

    /// <summary>Its run was given up: what it read until then is made valid before it runs again.</summary>
    Suspended = 8,

    /// <summary>Its value came from a cycle: it runs whenever it is marked.</summary>
    Cyclic = 16,

    /// <summary>Formulas may speak of it: its cell on the names sheet has the same word and the same mark.</summary>
    Exported = 32,

    /// <summary>C# code computes it.</summary>
    Code = 64,

    /// <summary>It stands for cells of a sheet, or the formula of a name, that code reads; it has no value of its own.</summary>
    Area = 128,

    /// <summary>Its cell on the names sheet has a formula, and the value and marks are there.</summary>
    Formula = 256,

    /// <summary>An object lies beside its word.</summary>
    HasObject = 512,
}
