using Recalc.Addressing;
using Recalc.Excel;

var book = XlsxReader.Read(args.Length > 0 ? args[0] : "examples/mortgage.xlsx");
var (inputs, summary) = (book.FindSheet("Inputs")!, book.FindSheet("Summary")!);
var (rate, payment, interest) = (CellAddress.Parse("B4"), CellAddress.Parse("B6"), CellAddress.Parse("B33"));
foreach (var percent in new[] { 3, 4, 5, 6 })
{
    inputs[rate] = percent / 100.0;
    Console.WriteLine($"At {percent} % you pay {inputs[payment]} a month, and {summary[interest]} of interest in all.");
}
