using Recalc.Repl.Checking;
using Recalc.Values;

namespace Recalc.Repl.Tests;

public sealed class AgreementTests
{
    [Theory]
    [InlineData(1, 1 + 9e-13, true)]
    [InlineData(1, 1 + 2e-12, false)]
    [InlineData(0, 9e-13, true)]
    [InlineData(1e15, 1e15 + 999, true)]
    [InlineData(1e15, 1e15 + 1001, false)]
    [InlineData(-5, 5, false)]
    public void Numbers_agree_within_a_fraction_of_the_larger_or_of_one(double expected, double got, bool agree) =>
        Assert.Equal(agree, new Agreement(1e-12).Holds(expected, got));

    [Fact]
    public void All_else_agrees_exactly()
    {
        CellValue[] values = [CellValue.Blank, "", "1", "a", "A", 0, 1, false, true, ErrorKind.Div0, ErrorKind.NotAvailable];

        foreach (var (i, expected) in values.Index())
            foreach (var (j, got) in values.Index()) Assert.Equal(i == j, new Agreement(1e-12).Holds(expected, got));
    }

    [Theory]
    [InlineData("0.333", 1.0 / 3, true)]
    [InlineData("0.334", 1.0 / 3, false)]
    [InlineData("$1,234.57", 1234.567, true)]
    [InlineData("($1,234.50)", -1234.5, true)]
    [InlineData("-$0.33", -0.333, true)]
    [InlineData("9.42%", 0.09416, true)]
    [InlineData("9.42%", 9.42, false)]
    [InlineData("1.3E+10", 12_345_678_901, false)]
    [InlineData("1.23E+10", 12_345_678_901, true)]
    [InlineData("yes", 1, false)]
    public void A_number_is_what_is_shown_of_it(string shown, double number, bool agree) =>
        Assert.Equal(agree, new Agreement(1e-12, AsShown: true).Holds(shown, number));

    [Fact]
    public void Errors_that_files_cannot_spell_are_stored_as_value()
    {
        var stored = new Agreement(1e-12, Dialect: ValueDialect.Stored);

        Assert.True(stored.Holds(ErrorKind.Value, ErrorKind.Calc));
        Assert.True(stored.Holds(ErrorKind.Value, ErrorKind.Spill));
        Assert.False(stored.Holds(ErrorKind.Value, ErrorKind.Num));
        Assert.False(stored.Holds(ErrorKind.NotAvailable, ErrorKind.Calc));
        Assert.False(new Agreement(1e-12).Holds(ErrorKind.Value, ErrorKind.Calc));
    }

    [Fact]
    public void What_a_document_holds_for_right_is_as_good_as_what_it_expects()
    {
        var agreement = new Agreement(1e-12, Kept: 2);

        Assert.True(agreement.Holds(1, 1));
        Assert.True(agreement.Holds(1, 2));
        Assert.False(agreement.Holds(1, 3));
        Assert.True(new Agreement(1e-12, AnyError: true).Holds("#VALUE", ErrorKind.Num));
        Assert.False(new Agreement(1e-12, AnyError: true).Holds("#VALUE", 1));
    }
}
