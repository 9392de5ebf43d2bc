using Recalc.Addressing;

namespace Recalc.League.Workloads;

/// <summary>steady: what an edit and a read allocate once everything has grown, for rows of W1 with their sum, and for a web of C# nodes.</summary>
internal static class SteadyWorkload
{
    private const int Edits = 10_000, WarmUp = 1_000, Rows = 10_000, Layers = 50, Width = 10;

    public static IEnumerable<(string Peer, string Metric, double Value, string Unit)> Run(int size)
    {
        yield return ("recalc", "allocated_bytes_per_edit", BytesPerEdit(Formulas()), "B");
        yield return ("recalc nodes", "allocated_bytes_per_edit", BytesPerEdit(Nodes()), "B");
    }

    private static double BytesPerEdit(Func<double, double> edit)
    {
        var total = 0.0;
        for (var i = 0; i < WarmUp; i++) total += edit(i);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Edits; i++) total += edit(i);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        if (double.IsNaN(total)) throw new InvalidOperationException("The model has no number.");
        return bytes / (double)Edits;
    }

    private static Func<double, double> Formulas()
    {
        var sheet = new Workbook().AddSheet("S");
        for (var row = 0; row < Rows; row++)
            for (var column = 0; column < 3; column++) sheet[new CellAddress(column, row)] = row + column;
        sheet.SetFormula(CellRange.Parse($"D1:D{Rows}"), "A1*B1+C1");
        sheet.SetFormula(CellRange.Parse($"E1:E{Rows}"), "IF(D1>100,D1-100,D1)");
        var (input, total) = (CellAddress.Parse("A5000"), CellAddress.Parse("H1"));
        sheet.SetFormula(total, $"SUM(E1:E{Rows})");
        return value =>
        {
            sheet[input] = value;
            return sheet[total].AsNumber();
        };
    }

    private static Func<double, double> Nodes()
    {
        var book = new Workbook();
        var head = book.Input(0.0);
        var layer = Enumerable.Repeat(head, Width).ToArray();
        for (var i = 0; i < Layers; i++)
        {
            var before = layer;
            layer = [.. Enumerable.Range(0, Width).Select(j => book.Compute(ctx => ctx.Get(before[j]) / 2 + ctx.Get(before[(j + 1) % Width]) / 2))];
        }
        var last = book.Compute(ctx => ctx.Get(layer[0]) + ctx.Get(layer[^1]));
        return value =>
        {
            book.Set(head, value);
            return book.Get(last);
        };
    }
}
