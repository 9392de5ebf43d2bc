using Recalc.League.Models;
using static Recalc.League.Models.EngineModel;

namespace Recalc.League.Workloads;

/// <summary>
/// One chain down a column, read from its end. W2: A1 = 1 and A(i)=<c>A(i-1)+1</c>, one formula filled down. deep: A(i)=<c>A(i-1)+i</c>, as
/// many formulas as cells.
/// </summary>
internal static class ChainWorkload
{
    public static IEnumerable<(string Peer, string Metric, double Value, string Unit)> Run(int size) =>
        Duel.Run(size, n => Engine(n, Filled), n => Loop(n, a => Calculate(a)));

    public static IEnumerable<(string Peer, string Metric, double Value, string Unit)> RunDistinct(int size) =>
        Duel.Run(size, n => Engine(n, Distinct), n => Loop(n, a => CalculateDistinct(a)));

    private static void Filled(Sheet sheet, int n) => Fill(sheet, 0, 1, n - 1, "A1+1");

    private static void Distinct(Sheet sheet, int n)
    {
        for (var row = 1; row < n; row++) sheet.SetFormula(At(0, row), Text($"A{row}+{row + 1}"));
    }

    private static EngineModel Engine(int n, Action<Sheet, int> setFormulas)
    {
        var model = new EngineModel();
        var (sheet, head, tail) = (model.Book.AddSheet("S"), At(0, 0), At(0, n - 1));
        sheet[head] = 1;
        setFormulas(sheet, n);
        return model.Checksum(() => Number(sheet, tail), readsAll: true)
            .With(new CellEdit("edit", k => sheet[head] = 2 + k, () => Number(sheet, tail)));
    }

    private static LoopModel Loop(int n, Func<double[], double> calculate)
    {
        var a = LoopModel.Column(n);
        a[0] = 1;
        return new LoopModel(() => calculate(a)).With("edit", k => a[0] = 2 + k);
    }

    private static double Calculate(double[] a)
    {
        for (var i = 1; i < a.Length; i++) a[i] = a[i - 1] + 1;
        return a[^1];
    }

    private static double CalculateDistinct(double[] a)
    {
        for (var i = 1; i < a.Length; i++) a[i] = a[i - 1] + (i + 1);
        return a[^1];
    }
}
