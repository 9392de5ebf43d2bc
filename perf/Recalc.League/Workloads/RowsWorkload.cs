using Recalc.League.Models;
using static Recalc.League.Models.EngineModel;

namespace Recalc.League.Workloads;

/// <summary>
/// W1: rows of three inputs A, B, C and three formulas, D=<c>A*B+C</c>, E=<c>D/2-A</c> and F=<c>IF(E&gt;100,E-100,E)</c>; H1 sums F.
/// </summary>
internal static class RowsWorkload
{
    public static IEnumerable<(string Peer, string Metric, double Value, string Unit)> Run(int size) => Duel.Run(size, Engine, Loop);

    private static double[][] Inputs(int n)
    {
        var (data, columns) = (new Lcg(), new[] { new double[n], new double[n], new double[n] });
        for (var i = 0; i < n; i++)
            foreach (var column in columns) column[i] = data.Num();
        return columns;
    }

    private static EngineModel Engine(int n)
    {
        var model = new EngineModel();
        var (sheet, total, edited) = (model.Book.AddSheet("S"), At(7, 0), At(0, n / 2));
        Load(sheet, 0, Inputs(n));
        Fill(sheet, 3, 0, n - 1, "A1*B1+C1");
        Fill(sheet, 4, 0, n - 1, "D1/2-A1");
        Fill(sheet, 5, 0, n - 1, "IF(E1>100,E1-100,E1)");
        sheet.SetFormula(total, $"SUM(F1:F{n})");
        return model.Checksum(() => Number(sheet, total), readsAll: true)
            .With(new CellEdit("edit", k => sheet[edited] = 1 + k, () => Number(sheet, total)));
    }

    // The first calculation makes room for its results, as the workbook's does; those that follow use it again.
    private static LoopModel Loop(int n)
    {
        var columns = Inputs(n);
        var (a, b, c) = (columns[0], columns[1], columns[2]);
        double[]? d = null, e = null, f = null;
        return new LoopModel(() => Calculate(a, b, c, d ??= new double[n], e ??= new double[n], f ??= new double[n])).With("edit", k => a[n / 2] = 1 + k);
    }

    private static double Calculate(double[] a, double[] b, double[] c, double[] d, double[] e, double[] f)
    {
        var total = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            d[i] = a[i] * b[i] + c[i];
            e[i] = d[i] / 2 - a[i];
            f[i] = e[i] > 100 ? e[i] - 100 : e[i];
            total += f[i];
        }
        return total;
    }
}
