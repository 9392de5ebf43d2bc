// What may a product earn? The same model 10,000 times, each time with another cost and another market, and each in a fork of its own.
using System.Globalization;
using Recalc;

const int Forks = 10_000;

var book = new Workbook();
(book["price"], book["cost"], book["market"], book["fixed"]) = (25, 14, 100_000, 250_000);
book.SetFormula("volume", "=market * (price / 20) ^ -1.5");
book.SetFormula("profit", "=volume * (price - cost) - fixed");
Console.WriteLine(Line("As planned", book.Get<double>("profit")));

var (profit, cost, market) = (book.Cell<double>("profit"), book.Cell<double>("cost"), book.Cell<double>("market"));
var chance = new Random(7);
var cases = Enumerable.Range(0, Forks).Select(_ => (Cost: 11 + (6 * chance.NextDouble()), Market: 70_000 + (60_000 * chance.NextDouble()))).ToArray();
var profits = new double[Forks];
Parallel.For(0, Forks, i =>
{
    using var fork = book.Fork();
    fork.Set(cost, cases[i].Cost);
    fork.Set(market, cases[i].Market);
    profits[i] = fork.Get(profit);
});

Array.Sort(profits);
Console.WriteLine(Line("In 10,000 forks", profits.Average()));
Console.WriteLine(Line("In 5 of 100 less than", profits[Forks / 20]));
Console.WriteLine(Line("Still as planned", book.Get(profit)));

static string Line(string what, double amount) => string.Create(CultureInfo.InvariantCulture, $"{what + ":",-24}{amount,12:N0}");
