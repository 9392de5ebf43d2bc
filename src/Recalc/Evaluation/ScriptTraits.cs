namespace Recalc.Evaluation;

/// <summary>What the engine has to know of a script before it runs it. The bits above are <see cref="UnsupportedFeatures"/>.</summary>
[Flags]
internal enum ScriptTraits : ulong
{
    None = 0,

    /// <summary>The others were found.</summary>
    Known = 1,

    /// <summary>Which references it reads depends on values: it has branches, makes references, or takes them without reading.</summary>
    Selective = 2,

    /// <summary>It calls something that rests on the clock or on chance.</summary>
    Volatile = 4,

    /// <summary>It uses something that this version does not compute.</summary>
    Unsupported = 8,

    /// <summary>Lanes cannot be run together: it has variables, arrays, operators of references, or names with formulas.</summary>
    Singular = 16,

    /// <summary>It reads cells that its references do not say: it makes references out of values.</summary>
    Discovering = 32,

    /// <summary>It rests on the formulas of cells or on the sheets there are, not on values alone.</summary>
    Structural = 64,

    /// <summary>It calls something whose result may be another the next time, though nobody asks.</summary>
    Impure = 128,
}
