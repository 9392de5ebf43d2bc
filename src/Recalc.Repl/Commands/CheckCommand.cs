using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Recalc.Repl.Checking;
using Recalc.Repl.Files;
using Recalc.Repl.Output;

namespace Recalc.Repl.Commands;

/// <summary><c>recalc check FILE…</c>: recalculates workbooks and compares the results with those that their files keep.</summary>
internal static class CheckCommand
{
    private const string Counting =
        "Workbooks, or case files with --cases. Every cell of an array counts. Not compared are the unsupported, which rest on a function "
        + "or feature that is not there yet, and the volatile, which rest on the clock or on chance. Formulas for which a file keeps no "
        + "value are left out of all counts. What made formulas unsupported is listed above the totals. Exit code: 0 when nothing differs "
        + "and nothing is unsupported, 1 otherwise, 2 when a file cannot be read.";

    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = Counting, Arity = ArgumentArity.OneOrMore };
        var cases = new Option<bool>("--cases")
        {
            Description =
                "The files are cases (.jsonl, .jsonl.gz) in cases/SOURCE: of a workbook in files/SOURCE, or formulas with their inputs.",
        };
        var json = new Option<bool>("--json") { Description = "Print an object a line instead of text." };
        var differences = new Option<int>("--differences") { Description = "List so many differences of each file." };
        var tolerance = new Option<double>("--tolerance")
        {
            Description = "Numbers agree within this fraction of the larger one, or of 1.",
            DefaultValueFactory = _ => CheckOptions.UsualTolerance,
        };
        var command = new Command("check", "Recalculate workbooks from nothing, and compare with the values that their files keep.")
        {
            files, cases, json, differences, tolerance,
        };
        command.SetAction(result => Run(
            terminal, result.GetValue(files)!, result.GetValue(cases), result.GetValue(json),
            new CheckOptions(result.GetValue(tolerance), result.GetValue(differences))));
        return command;
    }

    private static int Run(Terminal terminal, string[] files, bool areCases, bool asJson, CheckOptions options)
    {
        var (exit, total) = (ExitCode.Success, new CheckCounts());
        foreach (var file in files)
        {
            if (!TryCheck(terminal, file, areCases, options, out var report))
            {
                exit = ExitCode.Unreadable;
                continue;
            }
            report.WriteTo(terminal.Output, asJson);
            terminal.Output.Flush();
            total.Add(report.Counts);
            if (!report.Counts.IsClean && exit == ExitCode.Success) exit = ExitCode.Findings;
        }
        if (!asJson) WriteTotal(terminal.Output, total);
        terminal.Output.Flush();
        return exit;
    }

    private static void WriteTotal(TextWriter output, CheckCounts total)
    {
        foreach (var line in total.Features.Lines()) output.WriteLine(line);
        output.WriteLine(total);
    }

    // Whatever is wrong with one file, the others are still checked.
    private static bool TryCheck(
        Terminal terminal, string file, bool areCases, CheckOptions options, [NotNullWhen(true)] out CheckReport? report)
    {
        report = null;
        try
        {
            report = areCases ? CheckCases(terminal, file, options)
                : WorkbookFile.TryOpen(file, terminal, out var opened) ? WorkbookCheck.Run(file, opened, options) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or JsonException)
        {
            terminal.Error.WriteLine($"recalc: {file}: {e.Message}");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            terminal.Error.WriteLine($"recalc: {file}: This is a mistake in recalc, not in the file. {e}");
        }
        return report is not null;
    }

    private static CheckReport? CheckCases(Terminal terminal, string file, CheckOptions options)
    {
        var cases = new CaseFile(file);
        if (cases.FindWorkbook() is not { } workbook) return UnitCases.Run(file, cases, options);
        return WorkbookFile.TryOpen(workbook, terminal, out var opened) ? WorkbookCases.Run(file, cases, opened, options) : null;
    }
}
