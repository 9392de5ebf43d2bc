namespace Recalc.Functions;

/// <summary>The families that Excel's documentation sorts functions into.</summary>
public enum FunctionFamily : byte
{
    /// <summary>Arithmetic, rounding, sums, matrices.</summary>
    Math,

    /// <summary>Trigonometric and hyperbolic functions.</summary>
    Trigonometry,

    /// <summary>Averages, counts, distributions, regressions.</summary>
    Statistics,

    /// <summary>Interest, annuities, bonds, depreciation.</summary>
    Financial,

    /// <summary>Dates and times.</summary>
    DateTime,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Conditions, LET, LAMBDA and the functions that take lambdas.</summary>
    Logical,

    /// <summary>Questions about values and cells.</summary>
    Information,

    /// <summary>Look-ups, references, and functions that rearrange arrays.</summary>
    Lookup,

    /// <summary>Number systems, complex numbers, units, Bessel functions.</summary>
    Engineering,

    /// <summary>Functions over a list with criteria in cells.</summary>
    Database,

    /// <summary>Functions of the program around Excel: cubes, the web, add-ins.</summary>
    Host,
}
