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
        var root = new RootCommand("Recalc reads, calculates and checks Excel models. Alone it reads expressions and prints their values.")
        {
            CheckCommand.Create(terminal), EvalCommand.Create(terminal), InspectCommand.Create(terminal), ParseCommand.Create(terminal),
        };
        root.SetAction(_ => new Session(terminal).Run());
        var command = root.Parse(args);
        var exit = command.Invoke(new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error });
        return command.Errors.Count > 0 ? ExitCode.Unreadable : exit;
    }
}
