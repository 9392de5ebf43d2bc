using Recalc.Addressing;
using Recalc.Excel;
using Recalc.League.Models;

namespace Recalc.League.Workloads;

/// <summary>
/// W7: a financial model of 12 sheets and 60 months that an expert could have written, read from a file: where <c>RECALC_WORKLOADS</c>
/// says, else at <c>../shared/workloads</c> from the root of the repository. Its size is what it is.
/// </summary>
internal static class FinancialModelWorkload
{
    private const int Rounds = 5;
    private const int EditsOfWarmUp = 20;
    private const double Expected = 1_769_394_119.61;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);
    private static readonly CellAddress Total = CellAddress.Parse("H13"), Rate = CellAddress.Parse("B2"), Price = CellAddress.Parse("C39");

    public static IEnumerable<(string Metric, double Value, string Unit)> Run(int size)
    {
        var path = Path.Combine(Folder(), "W7.xlsx");
        Warm(XlsxReader.Read(path));
        var (full, again, load) = (new Timing(), new Timing(), new Timing());
        Workbook? book = null;
        for (var round = 0; round < Rounds; round++)
        {
            load.Run(() => book = XlsxReader.Read(path));
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Once(book!, full, again);
        }
        var summary = book!.FindSheet("Summary")!;
        yield return ("formulas", book.GetStatistics().Formulas, "");
        yield return ("load_ms", load.Wall * 1e3, "ms");
        yield return ("full_calc_ms", full.Wall * 1e3, "ms");
        yield return ("full_calc_cpu_ms", full.Processor * 1e3, "ms");
        yield return ("recalc_ms", again.Wall * 1e3, "ms");
        yield return ("recalc_cpu_ms", again.Processor * 1e3, "ms");
        yield return ("Summary!H13", summary[Total].AsNumber(), "");
        yield return ("Summary!B12", summary[CellAddress.Parse("B12")].AsNumber(), "");
        yield return ("Summary!C12", summary[CellAddress.Parse("C12")].AsNumber(), "");
        foreach (var edit in Edits(book))
        {
            var timing = EditTiming.Of(edit);
            yield return ($"{edit.Name}_ms", timing.Both * 1e3, "ms");
            yield return ($"{edit.Name}_set_us", timing.Set * 1e6, "us");
            yield return ($"{edit.Name}_cpu_us", timing.Processor * 1e6, "us");
        }
    }

    private static CellEdit[] Edits(Workbook book)
    {
        var (summary, inputs) = (book.FindSheet("Summary")!, book.FindSheet("Assump")!);
        var (rate, price) = (inputs[Rate].AsNumber(), inputs[Price].AsNumber());
        return
        [
            new CellEdit("edit", k => inputs[Rate] = rate * (1 + k / 1e4), () => summary[Total].AsNumber()),
            new CellEdit("edit_leaf", k => inputs[Price] = price * (1 + k / 1e4), () => summary[Total].AsNumber()),
        ];
    }

    // Everything that is timed, until the compiler has seen it often enough; the edits are taken back.
    private static void Warm(Workbook book)
    {
        for (var start = System.Diagnostics.Stopwatch.StartNew(); start.Elapsed < WarmUp;)
        {
            Once(book, null, null);
            foreach (var edit in Edits(book))
            {
                for (var k = EditsOfWarmUp; k >= 0; k--)
                {
                    edit.Set(k);
                    edit.Read();
                }
            }
        }
    }

    private static void Once(Workbook book, Timing? full, Timing? again)
    {
        book.Invalidate();
        Run(full, book.Recalculate);
        var total = book.FindSheet("Summary")![Total];
        if (!total.TryGetNumber(out var number) || Math.Abs(number - Expected) > .005)
            throw new InvalidOperationException($"Summary!H13 is {total}, and not {Expected} to the cent.");
        Run(again, () => { book.Invalidate(); book.Recalculate(); });
    }

    private static void Run(Timing? timing, Action action)
    {
        if (timing is null) action();
        else timing.Run(action);
    }

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("RECALC_WORKLOADS") is { Length: > 0 } set) return set;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Recalc.sln"))) return Path.Combine(folder.FullName, "..", "shared", "workloads");
        throw new DirectoryNotFoundException("There is no Recalc.sln above the program: set RECALC_WORKLOADS to the folder of W7.xlsx.");
    }
}
