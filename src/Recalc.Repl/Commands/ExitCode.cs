namespace Recalc.Repl.Commands;

/// <summary>What the tool tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Success = 0;

    /// <summary>The work was done and found something wrong: a mistake in a formula, a value that differs or is an error.</summary>
    public const int Findings = 1;

    /// <summary>A file could not be read, or the command line not be understood.</summary>
    public const int Unreadable = 2;
}
