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
}
