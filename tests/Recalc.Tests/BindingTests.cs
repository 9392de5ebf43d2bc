using System.Data;
using Recalc.Addressing;
using Recalc.Recalculation;
using Recalc.Values;

namespace Recalc.Tests;

public class BindingTests
{
    private static readonly CellAddress B2 = CellAddress.Parse("B2");

    private sealed record Trade(string Symbol, double Price, DateOnly Day, bool? IsOpen = null);

    [Fact]
    public void Items_fill_rows_under_their_headers()
    {
        var (sheet, trades) = (new Workbook().AddSheet("S"), Trades());
        var binding = sheet.Bind(B2, trades, c => c.Add("Symbol", t => t.Symbol).Add("Price", t => t.Price).Add(t => t.Day).Add("Open", t => t.IsOpen));
        Assert.Equal(CellRange.Parse("B2:E4"), binding.Range);
        var values = new CellValue[12];
        sheet.Get(binding.Range!.Value, values);
        Assert.Equal(["Symbol", "Price", default, "Open", "ABC", 10, 45292, default, "XYZ", 20, 45293, true], values);
    }

    [Fact]
    public void A_refresh_writes_what_differs_and_clears_what_is_gone()
    {
        var (sheet, trades) = (new Workbook().AddSheet("S"), Trades());
        var log = new EvaluationLog();
        var binding = sheet.Bind(B2, trades, c => c.Add(t => t.Symbol).Add(t => t.Price));
        sheet.SetFormula(CellRange.Parse("D2:D4"), "C2*2");
        sheet.SetFormula(CellRange.Parse("E1"), "SUM(C:C)");
        sheet.Get(CellRange.Parse("D1:E4"), new double[8]);
        sheet.Workbook.Engine.Log = log;
        trades[1] = trades[1] with { Price = 21 };
        trades.Add(new("NEW", 5, default));
        binding.Refresh();
        Assert.Equal(CellRange.Parse("B2:C4"), binding.Range);
        Assert.Equal(36, sheet[CellAddress.Parse("E1")].AsNumber());
        sheet.Get(CellRange.Parse("D2:D4"), new double[3]);
        Assert.DoesNotContain(log.Ran, r => r.ToString().Contains("D2", StringComparison.Ordinal));
        trades.RemoveRange(0, 2);
        binding.Refresh();
        Assert.Equal(5, sheet[CellAddress.Parse("E1")].AsNumber());
        Assert.True(sheet[CellAddress.Parse("B4")].IsBlank);
        trades.Clear();
        binding.Refresh();
        Assert.Null(binding.Range);
        Assert.True(sheet[B2].IsBlank);
    }

    [Fact]
    public void A_source_that_throws_leaves_the_sheet_as_it_was()
    {
        var sheet = new Workbook().AddSheet("S");
        var fails = false;
        IEnumerable<int> Numbers()
        {
            yield return fails ? 7 : 1;
            if (fails) throw new IOException("gone");
        }
        var binding = sheet.Bind(B2, Numbers(), c => c.Add(n => n));
        fails = true;
        Assert.Throws<IOException>(binding.Refresh);
        Assert.Equal(1, sheet[B2].AsNumber());
    }

    [Fact]
    public void Queries_fill_rows_too()
    {
        using var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (var (name, type) in new[] { ("Id", typeof(long)), ("Name", typeof(string)), ("When", typeof(DateTime)), ("Amount", typeof(decimal)), ("Raw", typeof(byte[])) }) table.Columns.Add(name, type);
        table.Rows.Add(1L, "a", new DateTime(2024, 1, 1, 12, 0, 0), 1.5m, new byte[] { 1 });
        table.Rows.Add(2L, DBNull.Value, DBNull.Value, 2m, DBNull.Value);
        var sheet = new Workbook().AddSheet("S");
        var binding = sheet.Bind(B2, table.CreateDataReader, hasHeaders: true);
        var values = new CellValue[15];
        sheet.Get(binding.Range!.Value, values);
        Assert.Equal(["Id", "Name", "When", "Amount", "Raw", 1, "a", 45292.5, 1.5, ErrorKind.Value, 2, default, default, 2, default], values);
        table.Rows[0]["Amount"] = 3m;
        binding.Refresh();
        Assert.Equal(3, sheet[CellAddress.Parse("E3")].AsNumber());
        using var reader = table.CreateDataReader();
        Assert.Equal(CellRange.Parse("H1:L2"), sheet.Fill(CellAddress.Parse("H1"), reader));
    }

    [Fact]
    public void What_has_no_room_is_refused()
    {
        var sheet = new Workbook().AddSheet("S");
        Assert.Throws<ArgumentException>(() => sheet.Bind(B2, [1], c => { }));
        Assert.Throws<ArgumentException>(() => sheet.Bind(CellAddress.Parse("XFD1"), [1], c => c.Add(n => n).Add(n => n)));
        Assert.Throws<InvalidOperationException>(() => sheet.Bind(CellAddress.Parse("A1048576"), [1, 2], c => c.Add(n => n)));
        Assert.Throws<ArgumentException>(() => sheet.Bind(B2, [1], c => c.Add(_ => new object())));
        Assert.Null(sheet.UsedRange);
    }

    private static List<Trade> Trades() => [new("ABC", 10, new(2024, 1, 1)), new("XYZ", 20, new(2024, 1, 2), true)];
}
