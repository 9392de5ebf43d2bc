using Recalc.Addressing;

namespace Recalc.League.Workloads;

/// <summary>
/// pages: one cell in every page, so in every 4,096th row of many columns, and what that costs in memory: for inputs alone, and for
/// calculated formulas with an input beside each.
/// </summary>
internal static class PagesWorkload
{
    private const int PageRows = 4096, PagesOfColumn = SheetLimits.Rows / PageRows;

    public static IEnumerable<(string Metric, double Value, string Unit)> Run(int size)
    {
        Formulas(PagesOfColumn);
        var (inputs, inputBytes) = Measure.KeptBytes(() => Inputs(size));
        yield return ("bytes_per_cell", (double)inputBytes / inputs.GetStatistics().Cells, "B");
        var (formulas, formulaBytes) = Measure.KeptBytes(() => Formulas(size));
        yield return ("bytes_per_cell_with_formulas", (double)formulaBytes / formulas.GetStatistics().Cells, "B");
    }

    private static Workbook Inputs(int size)
    {
        var book = new Workbook();
        var loader = book.AddSheet("S").BeginLoad();
        for (var i = 0; i < size; i++) loader.SetNumber(CellOf(i, step: 1), i + 1);
        return book;
    }

    private static Workbook Formulas(int size)
    {
        var book = new Workbook();
        var sheet = book.AddSheet("S");
        var loader = sheet.BeginLoad();
        for (var i = 0; i < size / 2; i++) loader.SetNumber(CellOf(i, step: 2), i + 1);
        for (var i = 0; i < size / 2; i++)
        {
            var input = CellOf(i, step: 2);
            sheet.SetFormula(new CellAddress(input.Column + 1, input.Row), $"{input}+1");
        }
        book.Recalculate();
        var last = CellOf(size / 2 - 1, step: 2);
        var result = sheet[new CellAddress(last.Column + 1, last.Row)].AsNumber();
        if (result != size / 2 + 1) throw new InvalidOperationException($"The last formula gave {result}, not {size / 2 + 1}.");
        return book;
    }

    private static CellAddress CellOf(int i, int step) => new(i / PagesOfColumn * step, i % PagesOfColumn * PageRows);
}
