using System.Diagnostics;
using Recalc.Addressing;

namespace Recalc.League.Workloads;

/// <summary>
/// forks: a calculated model of N cells, rows of W1 and their sum, and 10,000 forks of it one after the other, each with an edit and a read and disposed after it; then 1,000 that
/// are kept, and what they hold.
/// </summary>
internal static class ForksWorkload
{
    private const int Forks = 10_000, Kept = 1_000, ColumnsOfRow = 6, Stride = 7919;
    private static readonly CellAddress Total = CellAddress.Parse("H1");

    public static IEnumerable<(string Metric, double Value, string Unit)> Run(int size)
    {
        var rows = Math.Max(size / ColumnsOfRow, 1);
        var book = Model(rows);
        var expected = book.Sheets[0][Total].AsNumber();
        Use(book, rows, Forks / 10);
        var (wall, processor) = Measure.MedianSeconds(() => Use(book, rows, Forks));
        yield return ("forks_10000_ms", wall * 1e3, "ms");
        yield return ("forks_10000_cpu_ms", processor * 1e3, "ms");
        yield return ("fork_us", MedianForkSeconds(book) * 1e6, "us");
        yield return ("fork_bytes", BytesOfFork(book), "B");
        var (kept, bytes) = Measure.KeptBytes(() => Keep(book, rows));
        yield return ("kept_bytes_per_fork", (double)bytes / kept.Count, "B");
        kept.ForEach(f => f.Dispose());
        if (book.Sheets[0][Total].AsNumber() != expected) throw new InvalidOperationException("A fork has changed the model that it was forked from.");
    }

    private static Workbook Model(int rows)
    {
        var book = new Workbook();
        var sheet = book.AddSheet("S");
        var (loader, numbers) = (sheet.BeginLoad(), new Lcg());
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < 3; column++) loader.SetNumber(new CellAddress(column, row), numbers.Num());
        sheet.SetFormula(CellRange.Parse($"D1:D{rows}"), "A1*B1+C1");
        sheet.SetFormula(CellRange.Parse($"E1:E{rows}"), "D1/2-A1");
        sheet.SetFormula(CellRange.Parse($"F1:F{rows}"), "IF(E1>100,E1-100,E1)");
        sheet.SetFormula(Total, $"SUM(F1:F{rows})");
        book.Recalculate();
        return book;
    }

    // Each fork has another row edited: its total differs from that of the others.
    private static void Use(Workbook book, int rows, int forks)
    {
        var before = double.NaN;
        for (var i = 0; i < forks; i++)
        {
            using var fork = book.Fork();
            var total = Edit(fork, rows, i);
            if (total == before) throw new InvalidOperationException($"Fork {i} has the total of the one before it, {total}.");
            before = total;
        }
    }

    private static double Edit(Workbook fork, int rows, int i)
    {
        fork.Sheets[0][new CellAddress(0, (int)((long)i * Stride % rows))] = 1_000 + i;
        return fork.Sheets[0][Total].AsNumber();
    }

    private static double MedianForkSeconds(Workbook book)
    {
        var seconds = new double[Kept];
        for (var i = 0; i < seconds.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            using var fork = book.Fork();
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        Array.Sort(seconds);
        return seconds[seconds.Length / 2];
    }

    private static double BytesOfFork(Workbook book)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Kept; i++) book.Fork().Dispose();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Kept;
    }

    private static List<Workbook> Keep(Workbook book, int rows)
    {
        var kept = new List<Workbook>(Kept);
        for (var i = 0; i < Kept; i++)
        {
            kept.Add(book.Fork());
            Edit(kept[i], rows, i);
        }
        return kept;
    }
}
