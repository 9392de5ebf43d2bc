using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Recalc.Addressing;
using Recalc.Scripts;
using Recalc.Syntax;
using Recalc.Tests.Addressing;

namespace Recalc.Tests.Scripts;

public class NormalFormTests
{
    [Fact]
    public void A_formula_prints_in_its_cell_as_it_was_written() =>
        Gen.Select(FormulaGens.Formula, Gens.Address).Sample((formula, cell) =>
        {
            var (reading, text) = (new Reading(), Piece.Spell(formula));
            var id = reading.Read(text, cell);
            Assert.False(reading.Formulas.HasErrors(id), Mistake(text));
            Assert.Equal(text, reading.Print(id, cell));
        }, iter: 3_000);

    [Fact]
    public void In_another_cell_it_prints_with_its_references_moved() =>
        Gen.Select(FormulaGens.Formula, Gens.Address, Gens.Address).Sample((formula, cell, other) =>
        {
            var reading = new Reading();
            var id = reading.Read(Piece.Spell(formula), cell);
            Assert.Equal(Piece.Spell(formula, other.Column - cell.Column, other.Row - cell.Row), reading.Print(id, other));
        }, iter: 2_000);

    [Fact]
    public void The_cells_of_a_fill_have_one_formula() =>
        Gen.Select(FormulaGens.Formula, Gens.Address, Gens.Address, Gen.Int[0, 3], Gen.Int[0, 3]).Sample((formula, cell, far, right, down) =>
        {
            var reading = new Reading();
            var id = reading.Read(Piece.Spell(formula), cell);
            foreach (var (dx, dy) in ((int, int)[])[(right, down), (far.Column - cell.Column, far.Row - cell.Row)])
            {
                if (!SheetLimits.IsColumn(cell.Column + dx) || !SheetLimits.IsRow(cell.Row + dy) || !formula.All(p => p.StaysOnSheet(dx, dy))) continue;
                Assert.Equal(id, reading.Read(Piece.Spell(formula, dx, dy), new CellAddress(cell.Column + dx, cell.Row + dy)));
            }
            Assert.Equal(1, reading.Formulas.Count);
        }, iter: 2_000);

    [Fact]
    public void R1C1_and_A1_spell_the_same_formula() =>
        Gen.Select(FormulaGens.Formula, Gens.Address).Sample((formula, cell) =>
        {
            var (reading, relative) = (new Reading(), Piece.SpellR1C1(formula, cell));
            var id = reading.Read(Piece.Spell(formula), cell);
            Assert.Equal(id, reading.Read(relative, cell, FormulaDialect.R1C1));
            Assert.Equal(relative, reading.Print(id, cell, FormulaDialect.R1C1));
        }, iter: 2_000);

    [Fact]
    public void The_script_is_the_same_wherever_and_however_the_formula_was_written() =>
        Gen.Select(FormulaGens.Formula, Gens.Address, Gen.Int[0, 3]).Sample((formula, cell, down) =>
        {
            var listing = Reading.Listing(Piece.Spell(formula), cell);
            Assert.Equal(listing, Reading.Listing(Piece.SpellR1C1(formula, cell), cell, FormulaDialect.R1C1));
            if (SheetLimits.IsRow(cell.Row + down) && formula.All(p => p.StaysOnSheet(0, down)))
                Assert.Equal(listing, Reading.Listing(Piece.Spell(formula, 0, down), new CellAddress(cell.Column, cell.Row + down)));
        }, iter: 1_000);

    [Theory]
    [InlineData("=a1+$B$2", "A1+$B$2")]
    [InlineData("a1:b$2", "A1:B$2")]
    [InlineData("=sum(xfd1048576)", "sum(XFD1048576)")]
    [InlineData("= 1 + 1", " 1 + 1")]
    [InlineData("=B2:A1", "B2:A1")]
    [InlineData("=c:a", "C:A")]
    [InlineData("=7:$3", "7:$3")]
    [InlineData("=sheet1!a1", "sheet1!A1")]
    public void References_print_in_capitals_and_the_rest_as_it_is(string text, string expected)
    {
        var reading = new Reading();
        Assert.Equal(expected, reading.Text(reading.Read(text)));
    }

    [Fact]
    public void Every_byte_that_may_stand_in_a_text_comes_back()
    {
        var text = new List<byte> { (byte)'"' };
        for (var b = 0; b < 256; b++) if (b != '"') text.Add((byte)b);
        text.AddRange("\"&A1&\"\u0001\""u8);
        var (reading, cell) = (new Reading(), CellAddress.Parse("C3"));
        var id = reading.Read(text.ToArray(), cell);
        Assert.False(reading.Formulas.HasErrors(id));
        Assert.Equal(text, reading.Print(id, cell));
        Assert.Contains("\"&B2&\"", Encoding.Latin1.GetString(reading.Print(id, CellAddress.Parse("D4"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Flavors_of_one_text_are_different_formulas()
    {
        var reading = new Reading();
        var ids = Enum.GetValues<FormulaFlavor>().Select(flavor => reading.Read("A1:A3*2", default, FormulaDialect.A1, flavor)).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(Enum.GetValues<FormulaFlavor>(), ids.Select(reading.Formulas.FlavorOf));
        Assert.All(ids, id => Assert.Equal("A1:A3*2", reading.Text(id)));
        // Ranges in the place of single values intersect in the implicit flavor alone, which its script says.
        var scripts = ids.Zip(Enum.GetValues<FormulaFlavor>()).ToLookup(i => i.Second == FormulaFlavor.Implicit, i => reading.Formulas.ScriptOf(i.First));
        Assert.NotEqual(Assert.Single(scripts[true].Distinct()), Assert.Single(scripts[false].Distinct()));
    }

    [Theory]
    [InlineData("=1+", "1+")]
    [InlineData("=(A1", "(A1")]
    [InlineData("=\"open", "\"open")]
    [InlineData("", "")]
    [InlineData("=", "")]
    [InlineData("=A1 B1 \u0001", "A1 B1 \u0001")]
    public void A_formula_that_cannot_be_read_keeps_its_text(string text, string expected)
    {
        var reading = new Reading();
        var id = reading.Read(text);
        Assert.True(reading.Formulas.HasErrors(id));
        Assert.Equal(expected, reading.Text(id));
        Assert.Equal(id, reading.Read(text));
    }

    [Fact]
    public void A_formula_of_any_bytes_keeps_its_text_and_does_no_harm() =>
        Gen.Select(Gen.OneOf(Gen.Byte.Array[0, 60], Noise), Gen.Enum<FormulaDialect>(), Gens.Address).Sample((text, dialect, cell) =>
        {
            var reading = new Reading();
            var id = reading.Read(text, cell, dialect);
            var printed = reading.Print(id, cell, dialect == FormulaDialect.R1C1 ? dialect : FormulaDialect.A1);
            if (reading.Formulas.ScriptOf(id) >= 0) new Disassembler(reading.Formulas.Pools).List(reading.Formulas.ScriptOf(id));
            if (dialect == FormulaDialect.OpenFormula)
            {
                if (!reading.Formulas.HasErrors(id)) Assert.Equal(id, reading.Read(printed, cell));
                return;
            }
            Assert.Equal(WithoutZeros(text.Length == 0 || text[0] != '=' ? text : text[1..]), WithoutZeros(printed), ignoreCase: true);
        }, iter: 10_000);

    // A01 is A1, and is printed so.
    private static string WithoutZeros(byte[] text) => Regex.Replace(Encoding.Latin1.GetString(text), "(?<=[A-Za-z$])0+(?=[0-9])", "");

    // What formulas are made of, in no order.
    private static Gen<byte[]> Noise => Gen.OneOf(
            "A1", "$B$2:C3", "[1]", "S!", "'", "\"", "(", ")", "{", "}", ",", ";", "+", "-", "@", "#", "#REF!", "%", " ", "SUM(", "LET(", "LAMBDA(", "x", "IF(",
            "1", ":", "!", "[", "]", "[.A1]", "of:=", "=", "~", "|", "R1C1", "T[a]", "\u0001", "ß", "SWITCH(", "TRUE", "$$n")
        .Array[0, 14].Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts)));

    private static string Mistake(byte[] text) => SyntaxTree.Parse(text).Diagnostics is [var first, ..] ? first.Render(text) : "";
}
