using Recalc.Addressing;
using Recalc.Syntax;

namespace Recalc.Tests.Scripts;

public class OpenFormulaTests
{
    [Theory]
    [InlineData("of:=[.A1]+[.$B$2]", "A1+$B$2")]
    [InlineData("=[.A1]", "A1")]
    [InlineData("of:=SUM([.A1:.B2];1)", "SUM(A1:B2,1)")]
    [InlineData("of:={1;2|3;4}", "{1,2;3,4}")]
    [InlineData("of:=IF([.A1]>1;\"a;b~c\";)", "IF(A1>1,\"a;b~c\",)")]
    [InlineData("of:=[.A1:.B2]![.B1:.C3]", "A1:B2 B1:C3")]
    [InlineData("of:=[.A:.C]", "A:C")]
    [InlineData("of:=[.1:.$3]", "1:$3")]
    [InlineData("of:=[.#REF!]", "#REF!")]
    [InlineData("of:=[$Sheet1.#REF!]", "Sheet1!#REF!")]
    [InlineData("of:=[#REF!.A1]", "#REF!A1")]
    [InlineData("of:=[$#REF!.A1]", "#REF!A1")]
    [InlineData("of:=COM.MICROSOFT.CONCAT([.A1];\"x\")", "CONCAT(A1,\"x\")")]
    [InlineData("of:=org.openoffice.EASTERSUNDAY(2020)", "EASTERSUNDAY(2020)")]
    public void OpenFormula_reads_as_Excel_spells_it(string text, string expected) => AssertReadsAs(expected, text);

    [Theory]
    [InlineData("of:=[$Sheet1.A1]", "Sheet1!A1")]
    [InlineData("of:=[Sheet1.A1:.B2]", "Sheet1!A1:B2")]
    [InlineData("of:=[Sheet1.A1:sheet1.B2]", "Sheet1!A1:B2")]
    [InlineData("of:=[$'it''s'.A1]", "'it''s'!A1")]
    [InlineData("of:=[$'a.b]c'.A1]", "'a.b]c'!A1")]
    [InlineData("of:=[$Jan.A1:$Dec.B2]", "Jan:Dec!A1:B2")]
    [InlineData("of:=[$'Q 1'.A1:$'Q 4'.B2]", "'Q 1:Q 4'!A1:B2")]
    [InlineData("of:=['file:///C:/x.ods'#$Sheet1.A1]", "'[file:///C:/x.ods]Sheet1'!A1")]
    [InlineData("of:=[A1.A1]", "'A1'!A1")]
    [InlineData("of:=[RC.A1]", "'RC'!A1")]
    public void Sheets_stand_before_an_exclamation_mark(string text, string expected) => AssertReadsAs(expected, text);

    [Theory]
    [InlineData("of:=foo", "foo")]
    [InlineData("of:=$$foo", "foo")]
    [InlineData("of:=$Sheet1.foo", "Sheet1!foo")]
    [InlineData("of:='Sheet 1'.foo", "'Sheet 1'!foo")]
    [InlineData("of:=$Sheet1.$$foo", "Sheet1!foo")]
    [InlineData("of:='file:///x.ods'#foo", "'[file:///x.ods]'!foo")]
    [InlineData("of:='file:///x.ods'#$'a b'.foo", "'[file:///x.ods]a b'!foo")]
    public void Names_lose_their_dollars(string text, string expected) => AssertReadsAs(expected, text);

    // Excel's union is a comma, which between arguments would make two of one.
    [Theory]
    [InlineData("of:=[.A1]~[.B2]", "A1,B2")]
    [InlineData("of:=AREAS([.A1]~[.B1]~[.C1])", "AREAS((A1,B1,C1))")]
    [InlineData("of:=AREAS(([.A1]~[.B1]))", "AREAS((A1,B1))")]
    [InlineData("of:=INDEX([.A1]~[.B1];1;1;2)", "INDEX((A1,B1),1,1,2)")]
    [InlineData("of:=SUM(1;([.A1]~[.B2]);[.A1]~[.C3])", "SUM(1,(A1,B2),(A1,C3))")]
    [InlineData("of:=SUM(IF([.A1];[.A1]~[.B1];3)~[.C1];2)", "SUM((IF(A1,(A1,B1),3),C1),2)")]
    public void A_union_is_one_argument(string text, string expected) => AssertReadsAs(expected, text);

    [Fact]
    public void A_union_and_two_arguments_are_different_formulas()
    {
        var reading = new Reading();
        Assert.NotEqual(
            reading.Read("of:=SUM([.A1]~[.B1])", default, FormulaDialect.OpenFormula),
            reading.Read("of:=SUM([.A1];[.B1])", default, FormulaDialect.OpenFormula));
    }

    [Theory]
    [InlineData("of:=$$'a b'")]
    [InlineData("of:=A1+1")]
    [InlineData("of:=SUM([.A1]")]
    [InlineData("of:=[.A1")]
    public void What_Excel_cannot_spell_keeps_its_text(string text)
    {
        var reading = new Reading();
        var id = reading.Read(text, default, FormulaDialect.OpenFormula);
        Assert.True(reading.Formulas.HasErrors(id));
        Assert.Equal(text, reading.Text(id));
    }

    private static void AssertReadsAs(string expected, string text)
    {
        var (reading, cell) = (new Reading(), CellAddress.Parse("C3"));
        var id = reading.Read(text, cell, FormulaDialect.OpenFormula);
        Assert.False(reading.Formulas.HasErrors(id));
        Assert.Equal(expected, reading.Text(id, cell));
        Assert.Equal(id, reading.Read(expected, cell));
    }
}
