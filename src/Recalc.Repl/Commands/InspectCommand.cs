using System.CommandLine;
using Recalc.Repl.Files;
using Recalc.Repl.Output;

namespace Recalc.Repl.Commands;

/// <summary><c>recalc inspect FILE…</c>: what a workbook holds, and the regions it folds into.</summary>
internal static class InspectCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "Workbooks: .xlsx, .xlsm, .xltx.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Print an object a line instead of text." };
        var regions = new Option<bool>("--regions") { Description = "List the regions too: rectangles of cells with the same formula in R1C1 spelling." };
        var command = new Command("inspect", "Show what workbooks hold: sheets, cells, formulas, regions, names, unknown functions.") { files, json, regions };
        command.SetAction(result => Run(terminal, result.GetValue(files)!, result.GetValue(json), result.GetValue(regions)));
        return command;
    }

    private static int Run(Terminal terminal, string[] files, bool asJson, bool withRegions)
    {
        var exit = ExitCode.Success;
        foreach (var file in files)
        {
            if (!WorkbookFile.TryOpen(file, terminal, out var opened))
            {
                exit = ExitCode.Unreadable;
                continue;
            }
            var inspection = Inspection.Of(file, opened);
            terminal.Output.WriteLine(asJson ? inspection.ToJson(withRegions ? RegionLine.All(opened.Workbook) : null) : inspection.ToString());
            if (!withRegions || asJson) continue;
            foreach (var region in RegionLine.All(opened.Workbook)) terminal.Output.WriteLine(region);
        }
        terminal.Output.Flush();
        return exit;
    }
}
