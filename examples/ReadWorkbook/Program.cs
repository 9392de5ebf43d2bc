using Recalc.Addressing;
using Recalc.Excel;

var book = XlsxReader.Read(args.Length > 0 ? args[0] : "examples/mortgage.xlsx");
foreach (var sheet in book.Sheets)
{
    Console.WriteLine($"{sheet.Name}: {sheet.UsedRange}");
    foreach (var region in sheet.GetRegions()) Console.WriteLine($"  {region.Range,-10} ={region.Formula}");
}
var schedule = book.FindSheet("Schedule")!;
var cell = CellAddress.Parse("D361");
Console.WriteLine($"{cell} holds {schedule[cell]} and ={schedule.GetFormula(cell)}");
