using Recalc.Addressing;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Repl.Evaluating;

/// <summary>
/// Evaluates expressions over a workbook, in the first cell of a sheet that is added for it: nothing in the workbook refers to it, and
/// arrays have room there.
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
        var result = new ExpressionResult(Spilled(value), value.Kind == CellValueKind.Error ? _scratch.Explain(Cell) : null);
        _scratch[Cell] = CellValue.Blank;
        return result;
    }

    // The sheet holds nothing but the result.
    private CellValue[][] Spilled(CellValue value)
    {
        if (_scratch.UsedRange is not { Count: > 1 } range) return [[value]];
        var rows = new CellValue[range.Rows][];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = new CellValue[range.Columns];
            for (var column = 0; column < range.Columns; column++) rows[row][column] = _scratch[new CellAddress(column, row)];
        }
        return rows;
    }

    private static string FreeName(Workbook workbook)
    {
        var name = ScratchName;
        for (var i = 2; workbook.FindSheet(name) is not null; i++) name = $"{ScratchName}{i}";
        return name;
    }
}
