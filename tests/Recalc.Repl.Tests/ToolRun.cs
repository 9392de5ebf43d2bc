using Recalc.Repl.Output;

namespace Recalc.Repl.Tests;

/// <summary>One run of the tool: its exit code and what it wrote.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public static ToolRun Of(params string[] args) => WithInput("", args);

    public static ToolRun WithInput(string input, params string[] args)
    {
        using var reader = new StringReader(input);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = Tool.Run(args, new Terminal(reader, output, error, ShowsProgress: false, Prompts: false));
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }
}
