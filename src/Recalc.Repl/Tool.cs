using System.CommandLine;
using Recalc.Repl.Commands;
using Recalc.Repl.Output;

namespace Recalc.Repl;

/// <summary>The <c>recalc</c> tool.</summary>
internal static class Tool
{
    /// <summary>Runs a command line and returns the exit code.</summary>
    public static int Run(string[] args, Terminal terminal)
    {
        var root = new RootCommand("Recalc reads Excel models.") { InspectCommand.Create(terminal), ParseCommand.Create(terminal) };
        return root.Parse(args).Invoke(new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error });
    }
}
