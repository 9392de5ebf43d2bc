// Prices come in as fast as they like; whoever watches the position sees the newest value whenever there is time to look.
using System.Globalization;
using Recalc;

const int Ticks = 100_000;

var book = new Workbook();
Cell<double>[] prices = [book.Input("ACME", 100.0), book.Input("BOLT", 101.0), book.Input("COIL", 102.0)];
book.SetFormula("position", "=200*ACME + 50*BOLT - 120*COIL");
book.SetFormula("alert", "=IF(position > 13000, \"high\", IF(position < 12000, \"low\", \"\"))");

using var end = new CancellationTokenSource();
var (positions, alerts) = (0, 0);
var watching = Watch("position", () => positions++);
var alerting = Watch("alert", () => alerts++);

using (var edit = book.BeginEdit())
{
    var chance = new Random(7);
    for (var tick = 0; tick < Ticks; tick++)
    {
        foreach (var price in prices) edit.Set(price, book.Get(price) + chance.NextDouble() - 0.5);
        edit.Commit();
    }
}
book.BeginEdit().Set(prices[0], 105).Set(prices[1], 90).Set(prices[2], 100).Commit();
await Task.Delay(100);
await end.CancelAsync();
await Task.WhenAll(watching, alerting);

Console.WriteLine($"{Ticks:N0} ticks of {prices.Length} prices: the watcher of the position was told 1 to {Ticks + 2:N0} times: {positions is > 0 and <= Ticks + 2}");
Console.WriteLine($"An alert is told when it changes, and not at every tick: {alerts <= positions}");
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"In the end the position is {book.Get<double>("position"):N0}, and the alert '{book.Get<string>("alert")}'."));

async Task Watch(string name, Action told)
{
    try
    {
        await foreach (var _ in book.WatchAsync<string>(name, end.Token)) told();
    }
    catch (OperationCanceledException)
    {
        // The feed has ended.
    }
}
