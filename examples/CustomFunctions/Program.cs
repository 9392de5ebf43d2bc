using Recalc;
using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Values;

var book = new Workbook();
var sheet = book.AddSheet("Invoice");
CellAddress Cell(string name) => CellAddress.Parse(name);

// Arguments come as C# types; what cannot be converted is an error that says so.
book.Functions.Add("VAT", (double amount, double rate) => Math.Round(amount * rate, 2), new FunctionPromises { ParameterNames = ["amount", "rate"] });

// A range is read in place.
book.Functions.Add("LARGEST.GAP", (CellSpan cells) =>
{
    var gap = 0.0;
    for (var row = 1; row < cells.Rows; row++) gap = Math.Max(gap, Math.Abs(cells[row, 0].AsNumber() - cells[row - 1, 0].AsNumber()));
    return gap;
});

// A lazy argument is computed when the function asks for it, and not at all when it does not.
book.Functions.Add("FIRST.GIVEN", (LazyArgument one, LazyArgument other) => one.Value.IsBlank ? other.Value : one.Value);

// What changes by itself says so: this price is good for a minute.
book.Functions.Add("PRICE.OF", (string item) => item == "tea" ? 12.5 : throw new CellErrorException(ErrorKind.NotAvailable, $"There is no price of {item}."),
    new FunctionPromises { Purity = FunctionPurity.Impure, TimeToLive = TimeSpan.FromMinutes(1) });

sheet[Cell("A1")] = 100;
sheet[Cell("A2")] = 140;
sheet[Cell("A3")] = 90;
foreach (var (cell, formula) in new[]
{
    ("B1", "=VAT(A1,0.19)"), ("B2", "=SUM(VAT(A1:A3,0.19))"), ("B3", "=LARGEST.GAP(A1:A3)"), ("B4", "=FIRST.GIVEN(A9,PRICE.OF(\"tea\")*2)"),
    ("B5", "=VAT(\"much\",0.19)"), ("B6", "=PRICE.OF(\"coffee\")"), ("B7", "=IFNA(B6,0)"),
})
{
    sheet.SetFormula(Cell(cell), formula);
    Console.WriteLine($"{formula,-32} {sheet[Cell(cell)],-8} {sheet.Explain(Cell(cell))}");
}
