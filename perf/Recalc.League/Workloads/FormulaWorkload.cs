using System.Globalization;
using System.Text;
using Recalc.Addressing;

namespace Recalc.League.Workloads;

/// <summary>
/// W8: distinct formulas of five shapes, none of which is another's in relative form, read into a workbook: lexed, parsed, compiled,
/// interned.
/// </summary>
internal static class FormulaWorkload
{
    public static IEnumerable<(string Metric, double Value, string Unit)> Run(int size)
    {
        var formulas = Enumerable.Range(0, size).Select(i => Encoding.UTF8.GetBytes(Shape(i))).ToArray();
        var seconds = Measure.MedianSeconds(() => Read(formulas));
        var (book, bytes) = Measure.KeptBytes(() => Read(formulas));
        var distinct = formulas.Select((f, i) => book.ReadFormula(f, CellOf(i))).Where(f => !f.HasErrors).Distinct().Count();
        if (distinct != size) throw new InvalidOperationException($"Of {size} formulas, {distinct} are different and understood.");
        yield return ("formulas_per_s", size / seconds.Wall, "1/s");
        yield return ("formulas_per_cpu_s", size / seconds.Processor, "1/s");
        yield return ("bytes_per_formula", (double)bytes / size, "B");
    }

    private static Workbook Read(byte[][] formulas)
    {
        var book = new Workbook();
        for (var i = 0; i < formulas.Length; i++) book.ReadFormula(formulas[i], CellOf(i));
        return book;
    }

    private static CellAddress CellOf(int i) => new(7, i % SheetLimits.Rows);

    private static string Shape(int i)
    {
        var row = i % 50000 + 1;
        FormattableString formula = (i % 5) switch
        {
            0 => $"A{row}*B{row}+C{row}*{i}",
            1 => $"IF(E{row}>{i},E{row}-100,E{row})",
            2 => $"SUM(A{row}:B{row + 5})*{i}+VLOOKUP(A{row},T!$A$1:$C$50000,3,FALSE)",
            3 => $"ROUND(Assump!$B$2*(1+{i}%)^2,2)",
            _ => $"\"k{i}\"&TEXT(A{row},\"0.00\")&LEFT(B{row},3)",
        };
        return formula.ToString(CultureInfo.InvariantCulture);
    }
}
