using Recalc.Repl.Evaluating;
using Recalc.Syntax;

namespace Recalc.Repl.Tests;

public sealed class AbsoluteFormulaTests
{
    [Theory]
    [InlineData("A1+b$2", "'It''s'!$A$1+'It''s'!$b$2")]
    [InlineData("=SUM( A1:B2 , Other!C3, 'An other'!$D4:E$5 )", "=SUM( 'It''s'!$A$1:$B$2 , Other!$C$3, 'An other'!$D$4:$E$5 )")]
    [InlineData("SUM(A:XFD,1:10)", "SUM('It''s'!$A:$XFD,'It''s'!$1:$10)")]
    [InlineData("A1:INDEX(B:B,2)", "'It''s'!$A$1:INDEX('It''s'!$B:$B,2)")]
    [InlineData("B7#", "'It''s'!$B$7#")]
    [InlineData("LET(x,1,x&\"A1\")", "LET(x,1,x&\"A1\")")]
    [InlineData("One:Two!A1", "One:Two!$A$1")]
    [InlineData("\"é\"&A1&\"é\"", "\"é\"&'It''s'!$A$1&\"é\"")]
    public void References_get_a_sheet_and_dollars(string formula, string absolute) =>
        Assert.Equal(absolute, AbsoluteFormula.Of(SyntaxTree.Parse(formula), new Workbook().AddSheet("It's")));
}
