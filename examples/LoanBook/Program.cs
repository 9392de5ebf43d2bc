// A workbook as a function: what an expert wrote for one loan is applied to a book of them, on all cores.
using System.Globalization;
using Recalc;
using Recalc.Excel;
using Recalc.LoanBook;

var template = Workbook.Open(args.Length > 0 ? args[0] : "examples/mortgage.xlsx");
var loans = Enumerable.Range(0, 500).Select(i => new Loan(100_000 + (1_000 * (i % 300)), 0.02 + (0.0005 * (i % 80)), 5 + (i % 26))).ToArray();

var quotes = new Quote[loans.Length];
Parallel.For(0, loans.Length, () => new LoanQuote(template.Fork()), (i, _, quote) =>
{
    quotes[i] = quote.Of(loans[i]);
    return quote;
}, quote => quote.Dispose());

var culture = CultureInfo.InvariantCulture;
Console.WriteLine(string.Create(culture, $"{loans.Length:N0} loans of {loans.Sum(l => l.Principal):N0} in all"));
Console.WriteLine(string.Create(culture, $"pay {quotes.Sum(q => q.Payment):N2} a month together, and {quotes.Sum(q => q.Interest):N2} of interest until they end."));
Console.WriteLine(string.Create(culture, $"The first pays {quotes[0].Payment:N2} a month for {loans[0].Years} years."));
