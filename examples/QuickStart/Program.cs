using Recalc;
using Recalc.Excel;

var book = Workbook.Open(args.Length > 0 ? args[0] : "examples/mortgage.xlsx");
var payment = book.FindSheet("Inputs")!.Cell<double>("B6");
var interest = book.FindSheet("Summary")!.Cell<double>("B33");
foreach (var percent in new[] { 3, 4, 5, 6 })
{
    book["Rate"] = percent / 100.0;
    Console.WriteLine($"At {percent} % you pay {payment.Value} a month, and {interest.Value} of interest in all.");
}
