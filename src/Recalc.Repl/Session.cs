using Recalc.Repl.Evaluating;
using Recalc.Repl.Output;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Repl;

/// <summary><c>recalc</c> alone: reads lines, evaluates them over a workbook of one sheet, and prints what they yield.</summary>
internal sealed class Session(Terminal terminal)
{
    private const string Help =
        """
        A1*2+1          evaluate an expression and print its value; =A1=5 when it would read as a setting
        A1 = 5          set a cell: a number, "text", TRUE, or a formula such as =B1*2; A1 = clears it
        rate = A1/12    define a name
        ? or help       this
        quit            leave, as the end of the input does
        """;

    private readonly Evaluator _evaluator = new(new Workbook());

    /// <summary>Goes on to the end of the input.</summary>
    public void Run()
    {
        while (Read() is { } line && line is not ("quit" or "exit"))
        {
            try
            {
                Execute(line);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                terminal.Error.WriteLine($"recalc: This is a mistake in recalc, not in what you wrote. {e}");   // the session goes on
            }
            terminal.Output.Flush();
        }
    }

    private string? Read()
    {
        if (terminal.Prompts) terminal.Output.Write("> ");
        terminal.Output.Flush();
        return terminal.Input.ReadLine()?.Trim();
    }

    private void Execute(string line)
    {
        var equals = line.IndexOf('=');
        if (line.Length == 0) return;
        if (line is "?" or "help") terminal.Output.WriteLine(Help);
        else if (equals > 0 && Assignment.TryFind(_evaluator, line[..equals].Trim(), out var assignment))
            Set(assignment, line[(equals + 1)..].Trim());
        else if (TryParse(line, out var expression)) Print(_evaluator.Evaluate(expression));
    }

    private void Set(Assignment assignment, string text)
    {
        if (text.Length == 0) assignment.Set(CellValue.Blank);
        else if (TypedText.Read(text) is { Kind: not CellValueKind.Text } constant) assignment.Set(constant);
        else if (!TryParse(text, out var formula)) return;
        else if (formula.Root.Kind == SyntaxKind.Text && text.StartsWith('"'))
            assignment.Set(text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal));
        else assignment.Set(formula);
    }

    private bool TryParse(string text, out SyntaxTree tree)
    {
        tree = SyntaxTree.Parse(text);
        if (tree.Diagnostics.Count == 0) return true;
        terminal.Output.WriteLine(tree.Diagnostics[0].Render(tree.Text.Span));
        return false;
    }

    private void Print(ExpressionResult result)
    {
        terminal.Output.WriteLine(ValueText.General(result.Value));
        if (result.Explanation is { } explanation) terminal.Output.WriteLine($"  {OneLine.Of(explanation)}");
    }
}
