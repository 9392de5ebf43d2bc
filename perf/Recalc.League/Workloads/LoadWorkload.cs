using Recalc.Excel;

namespace Recalc.League.Workloads;

/// <summary>
/// load: an xlsx file with so many shared-formula cells (five columns of formulas beside one of inputs, filled down), read from disk.
/// </summary>
internal static class LoadWorkload
{
    public static IEnumerable<(string Metric, double Value, string Unit)> Run(int size)
    {
        var path = Path.Combine(Path.GetTempPath(), $"recalc-load-{Guid.NewGuid():N}.xlsx");
        try
        {
            SharedFormulaFile.Write(path, rows: Math.Max(1, size / SharedFormulaFile.FormulaColumns));
            var seconds = Measure.MedianSeconds(() => XlsxReader.Read(path));
            var (book, bytes) = Measure.KeptBytes(() => XlsxReader.Read(path));
            var statistics = book.GetStatistics();
            if (statistics.Regions != SharedFormulaFile.FormulaColumns) throw new InvalidOperationException($"{statistics.Regions} regions, one a column expected.");
            return
            [
                ("load_ms", seconds.Wall * 1000, "ms"),
                ("load_cpu_ms", seconds.Processor * 1000, "ms"),
                ("cells_per_s", statistics.Cells / seconds.Wall, "1/s"),
                ("formula_cells_per_s", statistics.Formulas / seconds.Wall, "1/s"),
                ("cells_per_cpu_s", statistics.Cells / seconds.Processor, "1/s"),
                ("bytes_per_cell", (double)bytes / statistics.Cells, "B"),
            ];
        }
        finally
        {
            File.Delete(path);
        }
    }
}
