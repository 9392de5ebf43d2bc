using System.Text;
using Recalc.Addressing;
using Recalc.Syntax;

namespace Recalc.Tests;

public class WorkbookTests
{
    [Fact]
    public void Sheets_are_found_by_name_without_case()
    {
        var book = new Workbook();
        var sheet = book.AddSheet("Größe");
        Assert.Same(sheet, book.FindSheet("GRÖßE"));
        Assert.Null(book.FindSheet("other"));
        Assert.Same(book, sheet.Workbook);
        Assert.Equal(["Größe"], book.Sheets.Select(s => s.Name));
    }

    [Theory]
    [InlineData("", "A sheet's name is not empty.")]
    [InlineData("a:b", @"A sheet's name holds none of : \ / ? * [ ], as 'a:b' does.")]
    [InlineData("data", "There is a sheet 'data' already; sheet names are compared without case.")]
    public void A_sheet_that_cannot_be_is_refused(string name, string message)
    {
        var book = new Workbook();
        book.AddSheet("Data");
        var exception = Assert.Throws<ArgumentException>(() => book.AddSheet(name));
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal("name", exception.ParamName);
        Assert.Single(book.Sheets);
    }

    [Fact]
    public void There_are_as_many_sheets_as_a_reference_can_name()
    {
        var book = new Workbook();
        for (var i = 0; i < SheetLimits.Sheets; i++) book.AddSheet($"s{i}");
        Assert.Equal("A workbook has at most 16383 sheets.", Assert.Throws<InvalidOperationException>(() => book.AddSheet("one more")).Message);
    }

    [Fact]
    public void A_name_means_the_sheets_own_first()
    {
        var book = new Workbook();
        var (one, two) = (book.AddSheet("One"), book.AddSheet("Two"));
        book.DefineName(new DefinedName("rate", "0.1"));
        book.DefineName(new DefinedName("Rate", "0.2", one));
        Assert.Equal("0.2", book.FindName("RATE", one)?.Formula);
        Assert.Equal("0.1", book.FindName("rate", two)?.Formula);
        Assert.Equal("0.1", book.FindName("rate")?.Formula);
        Assert.Null(book.FindName("other"));
        Assert.Equal(2, book.Names.Count);
    }

    [Fact]
    public void Defining_a_name_anew_replaces_it_in_its_place()
    {
        var book = new Workbook();
        foreach (var name in (string[])["a", "b", "c"]) book.DefineName(new DefinedName(name, "1"));
        book.DefineName(new DefinedName("B", "2", IsHidden: true));
        Assert.Equal(["a 1", "B 2", "c 1"], book.Names.Select(n => $"{n.Name} {n.Formula}"));
        book.DefineName(new DefinedName("b", ""));
        Assert.Equal("", book.FindName("b")?.Formula);
    }

    [Fact]
    public void A_name_that_cannot_be_is_refused()
    {
        var book = new Workbook();
        Assert.StartsWith("A name has 1 to 255 characters, and this has 0.", Message(() => book.DefineName(new DefinedName("", "1"))), StringComparison.Ordinal);
        Assert.StartsWith("A name has 1 to 255 characters, and this has 256.", Message(() => book.DefineName(new DefinedName(new string('x', 256), "1"))), StringComparison.Ordinal);
        var stranger = new Workbook().AddSheet("S");
        Assert.StartsWith("The sheet 'S' is another workbook's.", Message(() => book.DefineName(new DefinedName("x", "1", stranger))), StringComparison.Ordinal);
        Assert.Empty(book.Names);
    }

    [Fact]
    public void Tables_are_found_by_name_and_must_agree_with_themselves()
    {
        var book = new Workbook();
        var sheet = book.AddSheet("S");
        var table = new Table("T", sheet, CellRange.Parse("A1:B3"), ["a", "b"]);
        book.AddTable(table);
        Assert.Same(table, book.FindTable("t"));
        Assert.Null(book.FindTable("u"));
        Assert.StartsWith("There is a table 'T' already", Message(() => book.AddTable(table)), StringComparison.Ordinal);
        Assert.StartsWith("The table 'U' names 1 columns and lies over 2 (A1:B3).", Message(() => book.AddTable(table with { Name = "U", Columns = ["a"] })), StringComparison.Ordinal);
        Assert.StartsWith("The table 'U' has 1 rows, 1 of them headers and 1 totals.", Message(() => book.AddTable(table with { Name = "U", Range = CellRange.Parse("A1:B1"), TotalsRows = 1 })), StringComparison.Ordinal);
        Assert.StartsWith("The table 'U' has 3 rows, 2 of them headers and 0 totals.", Message(() => book.AddTable(table with { Name = "U", HeaderRows = 2 })), StringComparison.Ordinal);
        Assert.StartsWith("The sheet 'X' is another workbook's.", Message(() => book.AddTable(table with { Name = "U", Sheet = new Workbook().AddSheet("X") })), StringComparison.Ordinal);
        Assert.Single(book.Tables);
    }

    [Fact]
    public void Number_formats_are_kept_once()
    {
        var book = new Workbook();
        Assert.Equal(0, book.AddNumberFormat("General"));
        Assert.Equal(1, book.AddNumberFormat("0.00"));
        Assert.Equal(2, book.AddNumberFormat("0.00 "));
        Assert.Equal(1, book.AddNumberFormat("0.00"));
        Assert.Equal(["General", "0.00", "0.00 "], book.NumberFormats);
    }

    [Fact]
    public void Equal_formulas_are_equal_wherever_they_were_read()
    {
        var book = new Workbook();
        var a = book.ReadFormula("=A1+1"u8, CellAddress.Parse("B1"));
        Assert.Equal(a, book.ReadFormula("A2+1"u8, CellAddress.Parse("B2")));
        Assert.Equal(a, book.ReadFormula("RC[-1]+1"u8, CellAddress.Parse("XFD9"), dialect: FormulaDialect.R1C1));
        Assert.True(a == book.ReadFormula("of:=[.A1]+1"u8, CellAddress.Parse("B1"), dialect: FormulaDialect.OpenFormula));
        Assert.True(a != book.ReadFormula("=A1 +1"u8, CellAddress.Parse("B1")));
        Assert.NotEqual(a, book.ReadFormula("=A1+1"u8, CellAddress.Parse("B1"), FormulaFlavor.Implicit));
        Assert.NotEqual(a, new Workbook().ReadFormula("=A1+1"u8, CellAddress.Parse("B1")));
        Assert.False(a.IsDefault);
        Assert.True(default(Formula).IsDefault);
        Assert.False(default(Formula).HasErrors);
    }

    [Fact]
    public void A_formula_prints_for_any_cell_and_lists_its_script()
    {
        var book = new Workbook();
        var formula = book.ReadFormula("=A1+1"u8, CellAddress.Parse("B1"));
        Assert.Equal("C5+1", book.GetText(formula, CellAddress.Parse("D5")));
        Assert.Equal("RC[-1]+1", book.GetText(formula, CellAddress.Parse("D5"), FormulaDialect.R1C1));
        Assert.Equal(["Cell", "Constant", "Binary", "Return"], book.Disassemble(formula).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l[33..].Split(' ')[0]));
    }

    [Fact]
    public void A_formula_with_errors_keeps_its_text_and_has_no_script()
    {
        var book = new Workbook();
        var formula = book.ReadFormula("=1+"u8, default);
        Assert.True(formula.HasErrors);
        Assert.Equal("1+", book.GetText(formula, default));
        Assert.StartsWith("The formula has errors and no script.", Message(() => book.Disassemble(formula)), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_come_back_in_a_formula()
    {
        var book = new Workbook();
        byte[] text = [(byte)'"', 0xFF, 0xC3, (byte)'"', (byte)'&', 0xFE];
        var formula = book.ReadFormula(text, default);
        Assert.False(formula.HasErrors);
        Assert.Equal("\"\uDCFF\uDCC3\"&\uDCFE", book.GetText(formula, default));
    }

    [Fact]
    public void A_formula_of_another_workbook_or_none_is_refused()
    {
        var book = new Workbook();
        var other = new Workbook().ReadFormula("1"u8, default);
        Assert.StartsWith("The formula was read by another workbook", Message(() => book.GetText(other, default)), StringComparison.Ordinal);
        Assert.StartsWith("The formula was read by another workbook", Message(() => book.Disassemble(other)), StringComparison.Ordinal);
        Assert.StartsWith("There is no formula", Message(() => book.GetText(default, default)), StringComparison.Ordinal);
        Assert.StartsWith("There is no formula", Message(() => book.Disassemble(default)), StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_a_known_formula_allocates_nothing()
    {
        var book = new Workbook();
        var (one, two) = (Encoding.UTF8.GetBytes("=SUM(Sheet1!A1:A9)+'it''s'!B$2*\"text\"&name"), Encoding.UTF8.GetBytes("=IF(A1>0,T[x],{1,2})"));
        Assert.Equal(0, Allocated.By(() =>
        {
            for (var i = 0; i < 100; i++) Read();
        }));

        void Read()
        {
            book.ReadFormula(one, default);
            book.ReadFormula(two, default);
        }
    }

    private static string Message(Action call) => Assert.Throws<ArgumentException>(call).Message;

    private static string Message(Func<object> call) => Message(() => { call(); });
}
