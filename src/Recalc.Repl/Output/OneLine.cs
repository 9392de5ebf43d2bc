namespace Recalc.Repl.Output;

/// <summary>Text on one line, so that a line of output is one record.</summary>
internal static class OneLine
{
    public static string Of(string text) =>
        text.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
}
