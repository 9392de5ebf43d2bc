using Recalc.League.Models;
using static Recalc.League.Models.EngineModel;

namespace Recalc.League.Workloads;

/// <summary>
/// W5: A1 = 2 and B(i)=<c>$A$1*i</c>, the number i written into each formula: as many formulas as cells, all of which rest on one. The
/// formulas are set one by one.
/// </summary>
internal static class FanOutWorkload
{
    public static IEnumerable<(string Peer, string Metric, double Value, string Unit)> Run(int size) => Duel.Run(size, Engine, Loop);

    private static EngineModel Engine(int n)
    {
        var model = new EngineModel();
        var (sheet, source, middle) = (model.Book.AddSheet("S"), At(0, 0), At(1, Middle(n)));
        sheet[source] = 2;
        for (var row = 0; row < n; row++) sheet.SetFormula(At(1, row), Text($"$A$1*{row + 1}"));
        void Set(int k) => sheet[source] = 3 + k;
        double One() => Number(sheet, middle);
        double All()
        {
            var total = 0.0;
            for (var row = 0; row < n; row++) total += Number(sheet, At(1, row));
            return total;
        }
        return model.Checksum(One, readsAll: false)
            .With(new CellEdit("edit_one", Set, One))
            .With(new CellEdit("edit_all", Set, All))
            .With(new CellEdit("edit_one_clean", Set, One, Prepare: () => All(), ReadAlone: true));
    }

    // The loop that reads one cell multiplies one number; nobody can do less.
    private static LoopModel Loop(int n)
    {
        var (source, b) = (new double[] { 2 }, LoopModel.Column(n));
        void Set(int k) => source[0] = 3 + k;
        double One() => b[Middle(n)] = source[0] * (Middle(n) + 1);
        return new LoopModel(() => { Calculate(source, b); return b[Middle(n)]; })
            .With(new CellEdit("edit_one", Set, One))
            .With(new CellEdit("edit_all", Set, () => Calculate(source, b)))
            .With(new CellEdit("edit_one_clean", Set, One, Prepare: () => Calculate(source, b), ReadAlone: true));
    }

    private static int Middle(int n) => Math.Max(n / 2 - 1, 0);

    private static double Calculate(double[] source, double[] b)
    {
        var total = 0.0;
        for (var i = 0; i < b.Length; i++)
        {
            b[i] = source[0] * (i + 1);
            total += b[i];
        }
        return total;
    }
}
