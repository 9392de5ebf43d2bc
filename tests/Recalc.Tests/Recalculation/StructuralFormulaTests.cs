using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Tests.Recalculation;

/// <summary>Formulas that read formulas or sheets run again when these change, though no value does.</summary>
public sealed class StructuralFormulaTests
{
    private static readonly CellAddress Source = CellAddress.Parse("A1");
    private static readonly CellAddress Reader = CellAddress.Parse("B1");

    [Fact]
    public void Text_of_a_formula_follows_one_of_the_same_value()
    {
        var sheet = Read("1+1", "FORMULATEXT(A1)", "=1+1");
        sheet.SetFormula(Source, "4-2");
        Assert.Equal("=4-2", sheet[Reader]);
        Assert.Equal(2, sheet[Source]);
    }

    [Fact]
    public void Formula_that_gives_way_to_its_own_value_is_none()
    {
        var sheet = Read("1+1", "ISFORMULA(A1)", true);
        sheet[Source] = 2;
        Assert.Equal(false, sheet[Reader]);
        sheet.SetFormula(Source, "2");
        Assert.Equal(true, sheet[Reader]);
    }

    [Fact]
    public void What_depends_on_the_text_follows_too()
    {
        var sheet = Read("1+1", "LEN(FORMULATEXT(A1))", 4);
        sheet.SetFormula(CellAddress.Parse("C1"), "B1*10");
        Assert.Equal(40, sheet[CellAddress.Parse("C1")]);
        sheet.SetFormula(Source, "1+1+0");
        Assert.Equal(60, sheet[CellAddress.Parse("C1")]);
    }

    [Fact]
    public void Reader_that_is_a_name_or_was_moved_is_found()
    {
        var sheet = Read("1+1", "Said", ErrorKind.Name);
        sheet.Workbook.DefineName(new DefinedName("Said", "FORMULATEXT(Sheet1!$A$1)"));
        Assert.Equal("=1+1", sheet[Reader]);
        sheet.SetFormula(Source, "3-1");
        Assert.Equal("=3-1", sheet[Reader]);
        sheet.SetFormula(CellAddress.Parse("D9"), "ISFORMULA(A1)");
        Assert.Equal(true, sheet[CellAddress.Parse("D9")]);
        sheet[Source] = 2;
        Assert.Equal(ErrorKind.NotAvailable, sheet[Reader]);
        Assert.Equal(false, sheet[CellAddress.Parse("D9")]);
    }

    [Fact]
    public void Sheets_are_counted_again_when_one_is_added()
    {
        var sheet = Read("1", "SHEETS()&IFERROR(SHEET(\"Second\"),0)", "10");
        var second = sheet.Workbook.AddSheet("Second");
        Assert.Equal("22", sheet[Reader]);
        second.SetFormula(Reader, "SHEET()*10+SHEETS(Sheet1:Second!A1)");
        Assert.Equal(22, second[Reader]);
    }

    [Fact]
    public void What_a_formula_spilled_has_no_formula_of_its_own()
    {
        var sheet = new Workbook().AddSheet("Sheet1");
        sheet.SetFormula(Source, "SEQUENCE(2)");
        sheet.SetFormula(Reader, "FORMULATEXT(A1:A2)");
        Assert.Equal("=SEQUENCE(2)", sheet[Reader]);
        Assert.Equal(ErrorKind.NotAvailable, sheet[CellAddress.Parse("B2")]);
    }

    private static Sheet Read(string source, string reader, CellValue expected)
    {
        var sheet = new Workbook().AddSheet("Sheet1");
        sheet.SetFormula(Source, source);
        sheet.SetFormula(Reader, reader);
        Assert.Equal(expected, sheet[Reader]);
        return sheet;
    }
}
