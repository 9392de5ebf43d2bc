using Recalc.League.Models;
using static Recalc.League.Models.EngineModel;

namespace Recalc.League.Workloads;

/// <summary>
/// W6: a column of inputs on one sheet; on another A(b) sums its b-th block of 1000, and B1 sums those.
/// </summary>
internal static class BlockSumsWorkload
{
    private const int Block = 1000;

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
        var (data, sums, blocks) = (model.Book.AddSheet("Data"), model.Book.AddSheet("S"), Blocks(n));
        var (total, edited) = (At(1, 0), At(0, n / 2));
        Load(data, 0, Inputs(n));
        for (var b = 0; b < blocks; b++) sums.SetFormula(At(0, b), $"SUM(Data!A{b * Block + 1}:A{Math.Min(n, (b + 1) * Block)})");
        sums.SetFormula(total, $"SUM(A1:A{blocks})");
        return model.Checksum(() => Number(sums, total), readsAll: true)
            .With(new CellEdit("edit", k => data[edited] = 1 + k, () => Number(sums, total)));
    }

    private static LoopModel Loop(int n)
    {
        var (data, sums) = (Inputs(n), LoopModel.Column(Blocks(n)));
        return new LoopModel(() => Calculate(data, sums)).With("edit", k => data[n / 2] = 1 + k);
    }

    private static int Blocks(int n) => (n + Block - 1) / Block;

    private static double Calculate(double[] data, double[] sums)
    {
        for (var b = 0; b < sums.Length; b++)
        {
            var sum = 0.0;
            var end = Math.Min(data.Length, (b + 1) * Block);
            for (var i = b * Block; i < end; i++) sum += data[i];
            sums[b] = sum;
        }
        var total = 0.0;
        foreach (var sum in sums) total += sum;
        return total;
    }
}
