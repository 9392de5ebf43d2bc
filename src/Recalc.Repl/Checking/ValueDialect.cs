namespace Recalc.Repl.Checking;

/// <summary>How expected values are written.</summary>
internal enum ValueDialect
{
    /// <summary>As the values that they are.</summary>
    Plain,

    /// <summary>
    /// As documents of LibreOffice have them: a logical is the number 1 or 0, for there is no kind of its own, and any error is a label.
    /// </summary>
    LibreOffice,

    /// <summary>
    /// As tests of ONLYOFFICE read them: a blank result is empty text, where a cell would show 0, and errors newer than its own are #VALUE!.
    /// </summary>
    OnlyOffice,

    /// <summary>As cells of files keep them: errors that are newer than the format are #VALUE!.</summary>
    Stored,
}
