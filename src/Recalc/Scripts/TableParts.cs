namespace Recalc.Scripts;

/// <summary>The rows of a table that a structured reference means.</summary>
[Flags]
internal enum TableParts : byte
{
    /// <summary>Nothing was said: the data.</summary>
    None = 0,

    /// <summary><c>#Headers</c></summary>
    Headers = 1,

    /// <summary><c>#Data</c></summary>
    Data = 2,

    /// <summary><c>#Totals</c></summary>
    Totals = 4,

    /// <summary><c>#All</c></summary>
    All = Headers | Data | Totals,

    /// <summary><c>@</c> or <c>#This Row</c></summary>
    ThisRow = 8,
}
