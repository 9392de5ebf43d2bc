namespace Recalc.Scripts;

/// <summary>How a call is compiled.</summary>
internal enum CallForm : byte
{
    /// <summary>The arguments, then the call.</summary>
    Plain,

    /// <summary>Something that is not in the catalogue: a name or a local that should hold a lambda, the arguments, then the callback.</summary>
    Named,

    /// <summary>A function of one argument that is an operator: SINGLE and ANCHORARRAY, as files spell <c>@</c> and <c>#</c>.</summary>
    Operator,

    /// <summary>IF: condition, value, other value.</summary>
    If,

    /// <summary>IFERROR: value, other value.</summary>
    IfError,

    /// <summary>IFNA: value, other value.</summary>
    IfNotAvailable,

    /// <summary>IFS: conditions and values in turn.</summary>
    Ifs,

    /// <summary>CHOOSE: number, values.</summary>
    Choose,

    /// <summary>SWITCH: value, cases and results in turn, default.</summary>
    Switch,

    /// <summary>LET: names and values in turn, result.</summary>
    Let,

    /// <summary>LAMBDA: names, result.</summary>
    Lambda,
}
