using Recalc.Functions;
using Recalc.Values;

namespace Recalc.Tests.Functions.Registered;

/// <summary>Classes of static methods.</summary>
public class MethodTests
{
    private readonly Workbook _book = new();

    private static class Taxes
    {
        [CellFunction("VAT", Description = "The tax on an amount.", Version = 2, Cost = 5, IsBatchable = true)]
        public static double Vat(double amount, double rate) => amount * rate;

        [CellFunction]
        public static string Label(string text, CellSpan cells, LazyArgument unused) => $"{text} {cells.Count} {unused.IsOmitted}";

        [CellFunction("TAX.YEAR", Purity = FunctionPurity.Impure, TimeToLiveSeconds = 1.5)]
        public static int Year() => 2026;

        public static double NotRegistered(double x) => x;
    }

    private static class Bad
    {
        [CellFunction]
        public static double Out(out double x) => x = 1;
    }

    private static class Many
    {
        [CellFunction]
        public static int Nine(int a, int b, int c, int d, int e, int f, int g, int h, int i) => a + b + c + d + e + f + g + h + i;
    }

    private static class Generic
    {
        [CellFunction]
        public static int Of<T>(int a) => typeof(T) == typeof(int) ? a : 0;
    }

    [Fact]
    public void Methods_with_the_attribute_are_functions()
    {
        _book.Functions.AddMethods(typeof(Taxes));
        _book["amount"] = 100;
        _book.SetFormula("tax", "=VAT(amount,0.5)+TAX.YEAR()");
        _book.SetFormula("label", "=LABEL(\"x\",{1,2,3},1/0)");
        Assert.Equal(2076, _book["tax"]);
        Assert.Equal("x 3 False", _book["label"]);
        Assert.Equal(["Label", "TAX.YEAR", "VAT"], _book.Functions.All.Select(f => f.Name).Order(StringComparer.Ordinal));
        Assert.True(_book.Functions.TryFind("vat", out var vat));
        Assert.Equal(["amount", "rate"], vat.Promises.ParameterNames);
        Assert.Equal((2, 5L, true, "The tax on an amount."), (vat.Promises.Version, vat.Promises.Cost, vat.Promises.IsBatchable, vat.Promises.Description));
        Assert.True(_book.Functions.TryFind("tax.year", out var year));
        Assert.Equal((FunctionPurity.Impure, TimeSpan.FromSeconds(1.5)), (year.Purity, year.Promises.TimeToLive));
    }

    [Fact]
    public void Methods_that_no_formula_can_call_are_refused()
    {
        Assert.Contains("Bad.Out takes or returns", Assert.Throws<ArgumentException>(() => _book.Functions.AddMethods(typeof(Bad))).Message, StringComparison.Ordinal);
        Assert.Contains("Many.Nine has 9 parameters", Assert.Throws<ArgumentException>(() => _book.Functions.AddMethods(typeof(Many))).Message, StringComparison.Ordinal);
        Assert.Contains("Generic.Of is generic", Assert.Throws<ArgumentException>(() => _book.Functions.AddMethods(typeof(Generic))).Message, StringComparison.Ordinal);
        Assert.Contains("MethodTests has no public static method", Assert.Throws<ArgumentException>(() => _book.Functions.AddMethods(typeof(MethodTests))).Message, StringComparison.Ordinal);
        _book.Functions.AddMethods(typeof(Taxes));
        Assert.Throws<ArgumentException>(() => _book.Functions.AddMethods(typeof(Taxes)));
    }

    [Fact]
    public void A_method_is_registered_by_its_types()
    {
        _book.Functions.Add<double, double>("NOT.REGISTERED", Taxes.NotRegistered);
        _book.SetFormula("x", "=NOT.REGISTERED(5)");
        Assert.Equal(5, _book["x"]);
        Assert.Equal(CellValueKind.Number, _book["x"].Kind);
    }
}
