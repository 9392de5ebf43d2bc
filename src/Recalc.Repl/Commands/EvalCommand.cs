using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Recalc.Repl.Evaluating;
using Recalc.Repl.Files;
using Recalc.Repl.Output;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Repl.Commands;

/// <summary><c>recalc eval EXPR</c>: the value of an expression, over a workbook when one is given.</summary>
internal static class EvalCommand
{
    public static Command Create(Terminal terminal)
    {
        var expression = new Argument<string>("EXPR")
        {
            Description = "A formula, with or without a leading '='. References that name no sheet lead to the workbook's first one. "
                + "Of an array the first value is printed.",
        };
        var book = new Option<string?>("--book") { Description = "The workbook to evaluate over: .xlsx, .xlsm, .xltx." };
        var set = new Option<string[]>("--set")
        {
            Description = "NAME=VALUE, any number of times: sets a cell (B7, Sheet!B7) or a name; where the name stands for a single cell, "
                + "that cell. VALUE is read as typed into a cell: 5, 6.5%, TRUE, text, =formula.",
        };
        var json = new Option<bool>("--json") { Description = "Print an object instead of text." };
        var command = new Command("eval", "Evaluate an expression.") { expression, book, set, json };
        command.SetAction(result => Run(
            terminal, result.GetValue(expression)!, result.GetValue(book), result.GetValue(set) ?? [], result.GetValue(json)));
        return command;
    }

    private static int Run(Terminal terminal, string expression, string? book, string[] settings, bool asJson)
    {
        if (!TryParse(terminal, expression, out var tree) || !TryOpen(terminal, book, out var workbook)) return ExitCode.Unreadable;
        var evaluator = new Evaluator(workbook);
        foreach (var setting in settings)
            if (!TrySet(terminal, evaluator, setting)) return ExitCode.Unreadable;
        var result = evaluator.Evaluate(tree);
        terminal.Output.WriteLine(asJson ? ResultText.ToJson(result) : ValueText.General(result.Value));
        terminal.Output.Flush();
        if (result.Value.Kind != CellValueKind.Error) return ExitCode.Success;
        if (result.Explanation is { } explanation) terminal.Error.WriteLine($"recalc: {explanation}");
        return ExitCode.Findings;
    }

    private static bool TryOpen(Terminal terminal, string? book, [NotNullWhen(true)] out Workbook? workbook)
    {
        workbook = null;
        if (book is null) workbook = new Workbook();
        else if (WorkbookFile.TryOpen(book, terminal, out var opened)) workbook = opened.Workbook;
        return workbook is not null;
    }

    private static bool TryParse(Terminal terminal, string formula, out SyntaxTree tree)
    {
        tree = SyntaxTree.Parse(formula);
        if (tree.Diagnostics.Count == 0) return true;
        terminal.Error.WriteLine(tree.Diagnostics[0].Render(tree.Text.Span));
        return false;
    }

    private static bool TrySet(Terminal terminal, Evaluator evaluator, string setting)
    {
        var equals = setting.IndexOf('=');
        if (equals < 0 || !Assignment.TryFind(evaluator, setting[..equals].Trim(), out var assignment))
        {
            terminal.Error.WriteLine(
                $"recalc: --set {setting}: write a cell of the workbook or a name, '=', and a value, such as Sheet1!B7=5.");
            return false;
        }
        var value = setting[(equals + 1)..];
        if (value is not ['=', _, ..]) assignment.Follow().Set(TypedText.Read(value));
        else if (TryParse(terminal, value, out var formula)) assignment.Follow().Set(formula);
        else return false;
        return true;
    }
}
