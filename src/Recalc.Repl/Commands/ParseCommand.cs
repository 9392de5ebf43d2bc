using System.CommandLine;
using System.Text;
using Recalc.Addressing;
using Recalc.Repl.Output;
using Recalc.Syntax;

namespace Recalc.Repl.Commands;

/// <summary><c>recalc parse EXPR</c>: the tree of a formula, its mistakes, and the script it is compiled to.</summary>
internal static class ParseCommand
{
    public static Command Create(Terminal terminal)
    {
        var expression = new Argument<string>("EXPR") { Description = "A formula, with or without a leading '='." };
        var dialect = new Option<FormulaDialect>("--dialect") { Description = "How it is spelled.", DefaultValueFactory = _ => FormulaDialect.A1 };
        var at = new Option<string>("--at") { Description = "The cell it stands in, which its relative references are seen from.", DefaultValueFactory = _ => "A1" };
        at.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && !CellAddress.TryParse(text, out _)) result.AddError($"'{text}' is no cell; write one as B7.");
        });
        var command = new Command("parse", "Show the tree of a formula, its mistakes, and its script.") { expression, dialect, at };
        command.SetAction(result => Run(terminal.Output, result.GetValue(expression)!, result.GetValue(dialect), CellAddress.Parse(result.GetValue(at)!)));
        return command;
    }

    private static int Run(TextWriter output, string expression, FormulaDialect dialect, CellAddress at)
    {
        var text = Encoding.UTF8.GetBytes(expression);
        var tree = SyntaxTree.Parse(text, dialect);
        TreeWriter.Write(tree.Root, output);
        foreach (var diagnostic in tree.Diagnostics) output.WriteLine($"\n{diagnostic.Render(text)}");
        if (tree.Diagnostics.Count > 0) return ExitCode.Findings;
        var workbook = new Workbook();
        var formula = workbook.ReadFormula(text, at, dialect: dialect);
        output.WriteLine($"\nR1C1    {workbook.GetText(formula, at, FormulaDialect.R1C1)}\n");
        output.Write(workbook.Disassemble(formula));
        return ExitCode.Success;
    }
}
