using Recalc.League.Models;
using static Recalc.League.Models.EngineModel;

namespace Recalc.League.Workloads;

/// <summary>
/// boring: rows of five inputs A to E and F=<c>B*C</c>, G=<c>F*D</c>, H=<c>F+G</c>, I=<c>H+E</c>, J=<c>J(previous)+I</c>, and nine summaries
/// in L: COUNTA of A, AVERAGE of F, MAX of G, MIN of H, and the SUM of F to J. The checksum sums the summaries; the edit reads the last.
/// </summary>
internal static class BoringWorkload
{
    private const int InputColumns = 5, Summaries = 9;

    public static IEnumerable<(string Peer, string Metric, double Value, string Unit)> Run(int size) => Duel.Run(size, Engine, Loop);

    private static double[][] Inputs(int n)
    {
        var (data, columns) = (new Lcg(), new double[InputColumns][]);
        for (var c = 0; c < InputColumns; c++) columns[c] = new double[n];
        for (var i = 0; i < n; i++)
            foreach (var column in columns) column[i] = data.Num();
        return columns;
    }

    private static EngineModel Engine(int n)
    {
        var model = new EngineModel();
        var (sheet, edited) = (model.Book.AddSheet("S"), At(2, n / 2));
        Load(sheet, 0, Inputs(n));
        Fill(sheet, 5, 0, n - 1, "B1*C1");
        Fill(sheet, 6, 0, n - 1, "F1*D1");
        Fill(sheet, 7, 0, n - 1, "F1+G1");
        Fill(sheet, 8, 0, n - 1, "H1+E1");
        sheet.SetFormula(At(9, 0), "I1");
        Fill(sheet, 9, 1, n - 1, "J1+I2");
        var summaries = new[] { "COUNTA(A", "AVERAGE(F", "MAX(G", "MIN(H", "SUM(F", "SUM(G", "SUM(H", "SUM(I", "SUM(J" };
        for (var i = 0; i < Summaries; i++) sheet.SetFormula(At(11, i), $"{summaries[i]}1:{summaries[i][^1]}{n})");
        double Read()
        {
            var total = 0.0;
            for (var i = 0; i < Summaries; i++) total += Number(sheet, At(11, i));
            return total;
        }
        return model.Checksum(Read, readsAll: true)
            .With(new CellEdit("edit", k => sheet[edited] = 1 + k, () => Number(sheet, At(11, Summaries - 1))))
            .With(new CellEdit("edit_read_all", k => sheet[edited] = 1000 + k, Read));
    }

    private static LoopModel Loop(int n)
    {
        var (inputs, results) = (Inputs(n), new double[5][]);
        for (var c = 0; c < results.Length; c++) results[c] = LoopModel.Column(n);
        var last = 0.0;
        double Calculate() => BoringWorkload.Calculate(inputs, results, out last);
        return new LoopModel(Calculate)
            .With(new CellEdit("edit", k => inputs[2][n / 2] = 1 + k, () => { Calculate(); return last; }))
            .With("edit_read_all", k => inputs[2][n / 2] = 1000 + k);
    }

    private static double Calculate(double[][] inputs, double[][] results, out double sumJ)
    {
        var (b, c, d, e) = (inputs[1], inputs[2], inputs[3], inputs[4]);
        var (f, g, h, i, j) = (results[0], results[1], results[2], results[3], results[4]);
        var (sumF, sumG, sumH, sumI, running) = (0.0, 0.0, 0.0, 0.0, 0.0);
        var (most, least) = (double.NegativeInfinity, double.PositiveInfinity);
        sumJ = 0;
        for (var row = 0; row < b.Length; row++)
        {
            sumF += f[row] = b[row] * c[row];
            sumG += g[row] = f[row] * d[row];
            sumH += h[row] = f[row] + g[row];
            sumI += i[row] = h[row] + e[row];
            sumJ += j[row] = running += i[row];
            if (g[row] > most) most = g[row];
            if (h[row] < least) least = h[row];
        }
        return inputs[0].Length + sumF / b.Length + most + least + sumF + sumG + sumH + sumI + sumJ;
    }
}
