using Recalc.League.Models;
using static Recalc.League.Models.EngineModel;

namespace Recalc.League.Workloads;

/// <summary>headline: A is input, B(i)=<c>A(i)*2</c>, C1 sums B.</summary>
internal static class HeadlineWorkload
{
    public static IEnumerable<(string Peer, string Metric, double Value, string Unit)> Run(int size) => Duel.Run(size, Engine, Loop);

    private static double[] Inputs(int n)
    {
        var (data, inputs) = (new Lcg(), new double[n]);
        for (var i = 0; i < n; i++) inputs[i] = data.Num();
        return inputs;
    }

    private static EngineModel Engine(int n)
    {
        var model = new EngineModel();
        var (sheet, total, edited) = (model.Book.AddSheet("S"), At(2, 0), At(0, n / 2));
        Load(sheet, 0, Inputs(n));
        Fill(sheet, 1, 0, n - 1, "A1*2");
        sheet.SetFormula(total, $"SUM(B1:B{n})");
        return model.Checksum(() => Number(sheet, total), readsAll: true)
            .With(new CellEdit("edit", k => sheet[edited] = 1 + k, () => Number(sheet, total)));
    }

    private static LoopModel Loop(int n)
    {
        var (a, b) = (Inputs(n), LoopModel.Column(n));
        return new LoopModel(() => Calculate(a, b)).With("edit", k => a[n / 2] = 1 + k);
    }

    private static double Calculate(double[] a, double[] b)
    {
        var total = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            b[i] = a[i] * 2;
            total += b[i];
        }
        return total;
    }
}
