using Recalc.Excel;

namespace Recalc.League.Workloads;

/// <summary>
/// load: an xlsx file with so many shared-formula cells (W1: three columns of inputs, three of formulas, filled down), read from disk.
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
                ("load_ms", seconds * 1000, "ms"),
                ("cells_per_s", statistics.Cells / seconds, "1/s"),
                ("formula_cells_per_s", statistics.Formulas / seconds, "1/s"),
                ("bytes_per_cell", (double)bytes / statistics.Cells, "B"),
            ];
        }
        finally
        {
            File.Delete(path);
        }
    }
}
