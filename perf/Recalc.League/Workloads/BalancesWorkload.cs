using Recalc.Addressing;
using Recalc.League.Models;
using static Recalc.League.Models.EngineModel;

namespace Recalc.League.Workloads;

/// <summary>
/// balances: what came in and went out of an account; it opens with what it closed with, and closing = opening + in - out. Down: the
/// periods of one account are rows, in A, out B, opening C, closing D. Across: the periods are 120 columns, and each account has four
/// rows; the size is that of the rectangle, so 120,000 are 1,000 rows and 250 accounts. The checksum sums what the accounts have at the end.
/// </summary>
internal static class BalancesWorkload
{
    private const double Start = 1000;
    private const int Periods = 120, Lines = 4;

    public static IEnumerable<(string Peer, string Metric, double Value, string Unit)> RunDown(int size) =>
        Duel.Run(size, Down, n => Loop(accounts: 1, n));

    public static IEnumerable<(string Peer, string Metric, double Value, string Unit)> RunAcross(int size) =>
        Duel.Run(size, Across, n => Loop(Accounts(n), Periods));

    private static int Accounts(int n) => Math.Max(1, n / Periods / Lines);

    // In, out by period, account after account.
    private static (double[] In, double[] Out) Inputs(int count)
    {
        var (data, flows) = (new Lcg(), (In: new double[count], Out: new double[count]));
        for (var i = 0; i < count; i++) (flows.In[i], flows.Out[i]) = (data.Num(), data.Num());
        return flows;
    }

    private static EngineModel Down(int n)
    {
        var model = new EngineModel();
        var (sheet, end, (flowIn, flowOut)) = (model.Book.AddSheet("S"), At(3, n - 1), Inputs(n));
        Load(sheet, 0, flowIn, flowOut, [Start]);
        Fill(sheet, 2, 1, n - 1, "D1");
        Fill(sheet, 3, 0, n - 1, "C1+A1-B1");
        double Read() => Number(sheet, end);
        return model.Checksum(Read, readsAll: true)
            .With(new CellEdit("edit", k => sheet[At(0, 0)] = 1 + k, Read))
            .With(new CellEdit("edit_middle", k => sheet[At(0, n / 2)] = 1 + k, Read));
    }

    private static EngineModel Across(int n)
    {
        var model = new EngineModel();
        var (sheet, totals, accounts) = (model.Book.AddSheet("S"), model.Book.AddSheet("T"), Accounts(n));
        var (flowIn, flowOut) = Inputs(accounts * Periods);
        var loader = sheet.BeginLoad();
        for (var account = 0; account < accounts; account++)
        {
            var (row, first) = (account * Lines, account * Periods);
            for (var t = 0; t < Periods; t++)
            {
                loader.SetNumber(At(t, row), flowIn[first + t]);
                loader.SetNumber(At(t, row + 1), flowOut[first + t]);
            }
            loader.SetNumber(At(0, row + 2), Start);
        }
        for (var row = 0; row < accounts * Lines; row += Lines)
        {
            sheet.SetFormula(new CellRange(1, row + 2, Periods - 1, row + 2), $"A{row + 4}");
            sheet.SetFormula(new CellRange(0, row + 3, Periods - 1, row + 3), $"A{row + 3}+A{row + 1}-A{row + 2}");
        }
        double Read()
        {
            var total = 0.0;
            for (var account = 0; account < accounts; account++) total += Number(sheet, At(Periods - 1, account * Lines + 3));
            return total;
        }
        return model.Checksum(Read, readsAll: true)
            .With(new CellEdit("edit", k => sheet[At(0, 0)] = 1 + k, () => Number(sheet, At(Periods - 1, 3))))
            .With(new CellEdit("edit_read_all", k => sheet[At(0, 0)] = 1000 + k, Read));
    }

    private static LoopModel Loop(int accounts, int periods)
    {
        var (flowIn, flowOut) = Inputs(accounts * periods);
        var (opening, closing) = (LoopModel.Column(accounts * periods), LoopModel.Column(accounts * periods));
        double Calculate() => BalancesWorkload.Calculate(flowIn, flowOut, opening, closing, periods);
        var model = new LoopModel(Calculate);
        return accounts == 1
            ? model.With("edit", k => flowIn[0] = 1 + k).With("edit_middle", k => flowIn[periods / 2] = 1 + k)
            : model.With(new CellEdit("edit", k => flowIn[0] = 1 + k, () => { Calculate(); return closing[periods - 1]; }))
                .With("edit_read_all", k => flowIn[0] = 1000 + k);
    }

    private static double Calculate(double[] flowIn, double[] flowOut, double[] opening, double[] closing, int periods)
    {
        var total = 0.0;
        for (var first = 0; first < flowIn.Length; first += periods)
        {
            opening[first] = Start;
            for (var t = first; t < first + periods; t++)
            {
                if (t > first) opening[t] = closing[t - 1];
                closing[t] = opening[t] + flowIn[t] - flowOut[t];
            }
            total += closing[first + periods - 1];
        }
        return total;
    }
}
