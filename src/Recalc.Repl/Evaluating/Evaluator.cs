using Recalc.Addressing;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Repl.Evaluating;

/// <summary>
/// Evaluates expressions over a workbook, in the first cell of a sheet that is added for it, to which nothing in the workbook refers.
/// </summary>
internal sealed class Evaluator
{
    private const string ScratchName = "Scratch";
    private static readonly CellAddress Cell = new(0, 0);

    private readonly Sheet _scratch;

    /// <summary>Evaluates over a workbook; references that name no sheet lead to its first one.</summary>
    public Evaluator(Workbook workbook)
    {
        Workbook = workbook;
        Home = workbook.Sheets.Count > 0 ? workbook.Sheets[0] : workbook.AddSheet("Sheet1");
        _scratch = workbook.AddSheet(FreeName(workbook));
    }

    public Workbook Workbook { get; }

    /// <summary>The sheet that is meant where none is named.</summary>
    public Sheet Home { get; }

    /// <summary>Evaluates an expression that has no mistakes.</summary>
    public ExpressionResult Evaluate(SyntaxTree expression)
    {
        _scratch.SetFormula(Cell, AbsoluteFormula.Of(expression, Home));
        var value = _scratch[Cell];
        var result = new ExpressionResult(value, value.Kind == CellValueKind.Error ? _scratch.Explain(Cell) : null);
        _scratch[Cell] = CellValue.Blank;
        return result;
    }

    private static string FreeName(Workbook workbook)
    {
        var name = ScratchName;
        for (var i = 2; workbook.FindSheet(name) is not null; i++) name = $"{ScratchName}{i}";
        return name;
    }
}
