using Recalc.Addressing;
using Recalc.League.Models;
using static Recalc.League.Models.EngineModel;

namespace Recalc.League.Workloads;

/// <summary>
/// chains: chains of 100 cells, one a column, each cell the one above and 1, and as many plain cells on another sheet: the size is theirs.
/// CellEdit one head, read its tail. The checksum sums the tails.
/// </summary>
internal static class ChainsWorkload
{
    private const int Length = 100;

    public static IEnumerable<(string Peer, string Metric, double Value, string Unit)> Run(int size) => Duel.Run(size, Engine, Loop);

    private static int Chains(int n) => Math.Max(1, n / Length);

    private static double[] Inputs(int count)
    {
        var (data, inputs) = (new Lcg(), new double[count]);
        for (var i = 0; i < count; i++) inputs[i] = data.Num();
        return inputs;
    }

    private static EngineModel Engine(int n)
    {
        var model = new EngineModel();
        var (sheet, plain, chains) = (model.Book.AddSheet("S"), model.Book.AddSheet("Plain"), Chains(n));
        Load(plain, 0, Inputs(n));
        Load(sheet, 0, Inputs(chains).Select(head => new[] { head }).ToArray());
        sheet.SetFormula(new CellRange(0, 1, chains - 1, Length - 1), "A1+1");
        double Tail(int chain) => Number(sheet, At(chain, Length - 1));
        double Read()
        {
            var total = 0.0;
            for (var chain = 0; chain < chains; chain++) total += Tail(chain);
            return total;
        }
        return model.Checksum(Read, readsAll: true)
            .With(new CellEdit("edit", k => sheet[At(chains / 2, 0)] = 1 + k, () => Tail(chains / 2)));
    }

    // An edit runs one chain only: whoever writes the loop by hand knows that much.
    private static LoopModel Loop(int n)
    {
        var (chains, heads) = (Chains(n), Inputs(Chains(n)));
        var cells = LoopModel.Column(chains * Length);
        double Calculate()
        {
            var total = 0.0;
            for (var chain = 0; chain < heads.Length; chain++) total += ChainsWorkload.Calculate(heads[chain], cells.AsSpan(chain * Length, Length));
            return total;
        }
        return new LoopModel(Calculate).With(new CellEdit(
            "edit", k => heads[chains / 2] = 1 + k, () => ChainsWorkload.Calculate(heads[chains / 2], cells.AsSpan(chains / 2 * Length, Length))));
    }

    private static double Calculate(double head, Span<double> chain)
    {
        chain[0] = head;
        for (var i = 1; i < chain.Length; i++) chain[i] = chain[i - 1] + 1;
        return chain[^1];
    }
}
