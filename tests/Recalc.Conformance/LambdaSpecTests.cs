using Recalc.Addressing;

namespace Recalc.Conformance;

/// <summary>The rows of <c>lambdas.md</c>.</summary>
public sealed class LambdaSpecTests
{
    private static readonly (string Name, string Formula)[] Names =
    [
        ("Double", "LAMBDA(x,x*2)"),
        ("Factor", "LAMBDA(n,IF(n<2,1,n*Factor(n-1)))"),
        ("Fib", "LAMBDA(n,IF(n<2,n,Fib(n-1)+Fib(n-2)))"),
        ("Evens", "LAMBDA(n,IF(n=0,TRUE,Odds(n-1)))"),
        ("Odds", "LAMBDA(n,IF(n=0,FALSE,Evens(n-1)))"),
        ("Down", "LAMBDA(n,IF(n=0,0,Down(n-1)))"),
        ("Endless", "LAMBDA(n,Endless(n+1))"),
        ("Sums", "LAMBDA(n,IF(n=0,0,REDUCE(0,{1,2},LAMBDA(a,x,a+x+Sums(n-1)))))"),
        ("Loop", "Loop+1"),
        ("Local", "LET(x,5,x+1)"),
    ];

    public static IEnumerable<TheoryDataRow<string, string>> Rows => SpecTable.Read("lambdas.md", "formula", "result")
        .Select(r => new TheoryDataRow<string, string>(r.Cells[0], r.Cells[1]) { TestDisplayName = $"{r.Place} {r.Cells[0]}" });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Engine_has_result(string formula, string result)
    {
        var sheet = new Workbook().AddSheet("Sheet1");
        for (var row = 0; row < 3; row++)
            (sheet[new CellAddress(0, row)], sheet[new CellAddress(1, row)]) = (row + 1, 10 * (row + 1));
        foreach (var (name, of) in Names) sheet.Workbook.DefineName(new DefinedName(name, of));
        var cell = CellAddress.Parse("D1");
        sheet.SetFormula(cell, formula);
        Assert.Empty(sheet.Workbook.FindCells(FormulaTrait.Unsupported));
        SpecLiteral.AssertHolds(result, sheet, cell);
    }
}
