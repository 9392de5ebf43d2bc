using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Tests.Functions.Registered;

public class RegisteredFunctionTests
{
    private readonly Workbook _book = new();
    private readonly Sheet _sheet;
    private int _calls;

    public RegisteredFunctionTests()
    {
        _sheet = _book.AddSheet("S");
        _book.Engine.ChecksInvariants = false;                                  // or what is computed is computed again, and calls are counted
    }

    private CellValue this[string cell]
    {
        get => _sheet[CellAddress.Parse(cell)];
        set => _sheet[CellAddress.Parse(cell)] = value;
    }

    private void Set(string cell, string formula, FormulaFlavor flavor = FormulaFlavor.Dynamic) => _sheet.SetFormula(CellAddress.Parse(cell), formula, flavor);

    private string? Explain(string cell) => _sheet.Explain(CellAddress.Parse(cell));

    private T Counted<T>(T value)
    {
        _calls++;
        return value;
    }

    [Fact]
    public void A_formula_calls_a_function_and_again_only_when_an_argument_changed()
    {
        _book.Functions.Add("VAT", (double amount, double rate) => Counted(amount * rate));
        this["A1"] = 200;
        Set("B1", "=VAT(A1,0.19)+vat(100,0.5)");
        Assert.Equal(0, _calls);
        Assert.Equal(88, this["B1"]);
        Assert.Equal(2, _calls);
        this["C1"] = 1;
        Assert.Equal(88, this["B1"]);
        Assert.Equal(2, _calls);
        this["A1"] = 100;
        Assert.Equal(69, this["B1"]);
        Assert.Equal(4, _calls);
    }

    [Fact]
    public void A_cell_whose_precedents_stayed_the_same_does_not_call()
    {
        _book.Functions.Add("TWICE", (double x) => Counted(2 * x));
        this["A1"] = 3;
        Set("B1", "=SIGN(A1)");
        Set("C1", "=TWICE(B1)");
        Assert.Equal(2, this["C1"]);
        this["A1"] = 4;
        Assert.Equal(2, this["C1"]);
        Assert.Equal(1, _calls);
    }

    [Fact]
    public void Arguments_are_converted_to_every_type_that_a_cell_can_hold()
    {
        var functions = _book.Functions;
        functions.Add("ALL.TYPES", (double a, int b, long c, float d, decimal e, bool f, string g, CellValue h) => $"{a}|{b}|{c}|{d}|{e}|{f}|{g}|{h}");
        functions.Add("DAY.AFTER", (DateTime day) => day.AddDays(1));
        functions.Add("YEAR.OF", (DateOnly day) => day.Year);
        functions.Add("KIND.OF", (ErrorKind kind) => kind.ToString());
        Set("A1", "=ALL.TYPES(1.5,2,3,4.5,5.25,TRUE,6,\"x\")");
        Assert.Equal("1.5|2|3|4.5|5.25|True|6|x", this["A1"]);
        Set("A2", "=ALL.TYPES(\"1.5\",,\"3\",TRUE,Z9,\"false\",Z9,Z9)");
        Assert.Equal("1.5|0|3|1|0|False||", this["A2"]);
        Set("A3", "=DAY.AFTER(DATE(2026,2,28))=DATE(2026,3,1)");
        Assert.Equal(true, this["A3"]);
        Set("A4", "=YEAR.OF(\"2024-05-06\")");
        Assert.Equal(2024, this["A4"]);
        Set("A5", "=KIND.OF(1/0)");
        Assert.Equal("Div0", this["A5"]);
    }

    [Fact]
    public void What_cannot_be_converted_is_an_error_that_names_function_and_parameter()
    {
        _book.Functions.Add("VAT", (double amount, int rate) => Counted(amount * rate), new FunctionPromises { ParameterNames = ["amount"] });
        Set("A1", "=VAT(\"much\",1)");
        Set("A2", "=VAT(1,1.5)");
        Set("A3", "=VAT(LAMBDA(x,x),1)");
        Assert.Equal(ErrorKind.Value, this["A1"]);
        Assert.Equal("VAT takes a Double for amount, and the text \"much\" is none.", Explain("A1"));
        Assert.Equal(ErrorKind.Value, this["A2"]);
        Assert.Equal("VAT takes a Int32 for argument 2, and 1.5 is none.", Explain("A2"));
        Assert.Equal(ErrorKind.Value, this["A3"]);
        Set("A4", "=VAT(1)");
        Assert.Equal(ErrorKind.Value, this["A4"]);
        Assert.Equal("VAT takes 2 arguments.", Explain("A4"));
        Assert.Equal(0, _calls);
    }

    [Fact]
    public void An_error_among_the_arguments_is_the_result_with_its_explanation_and_the_function_is_not_called()
    {
        _book.Functions.Add("TWICE", (double x) => Counted(2 * x));
        _book.Functions.Add("SHOWN", (CellValue x) => Counted(x.ToString()));
        Set("A1", "=TWICE(\"x\")");
        Set("B1", "=TWICE(A1)");
        Set("C1", "=SHOWN(A1)");
        Assert.Equal(ErrorKind.Value, this["B1"]);
        Assert.Equal("TWICE takes a Double for argument 1, and the text \"x\" is none.", Explain("B1"));
        Assert.Equal(0, _calls);
        Assert.Equal("#VALUE!", this["C1"]);
    }

    [Fact]
    public void Functions_have_up_to_eight_parameters()
    {
        var functions = _book.Functions;
        functions.Add("S0_", () => 0.0);
        functions.Add("S1_", (double a) => a);
        functions.Add("S2_", (double a, double b) => a + b);
        functions.Add("S3_", (double a, double b, double c) => a + b + c);
        functions.Add("S4_", (double a, double b, double c, double d) => a + b + c + d);
        functions.Add("S5_", (double a, double b, double c, double d, double e) => a + b + c + d + e);
        functions.Add("S6_", (double a, double b, double c, double d, double e, double f) => a + b + c + d + e + f);
        functions.Add("S7_", (double a, double b, double c, double d, double e, double f, double g) => a + b + c + d + e + f + g);
        functions.Add("S8_", (double a, double b, double c, double d, double e, double f, double g, double h) => a + b + c + d + e + f + g + h);
        for (var count = 0; count <= 8; count++)
        {
            Set($"A{count + 1}", $"=S{count}_({string.Join(',', Enumerable.Range(1, count).Select(i => 1 << i))})");
            Assert.Equal(Enumerable.Range(1, count).Sum(i => 1 << i), this[$"A{count + 1}"]);
        }
    }

    [Theory]
    [InlineData("SUM", "SUM is a function of Excel, which is not redefined.")]
    [InlineData("sum", "SUM is a function of Excel, which is not redefined.")]
    [InlineData("", "The name of a function has 1 to 255 characters, and this has 0.")]
    [InlineData("1st", "'1st' begins with '1', and the name of a function begins with a letter or an underscore.")]
    [InlineData("A B", "'A B' holds ' ', and the name of a function holds letters, digits, '_' and '.' only.")]
    [InlineData("AB12", "'AB12' is the address of a cell.")]
    [InlineData("R1C1", "'R1C1' is the address of a cell.")]
    [InlineData("_xlfn.VAT", "'_xlfn.VAT' begins with _xlfn., which files put before names; leave it out.")]
    public void A_name_that_means_something_else_is_refused(string name, string why)
    {
        var refusal = Assert.Throws<ArgumentException>(() => _book.Functions.Add(name, (double x) => x));
        Assert.StartsWith(why, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_registered_once()
    {
        _book.Functions.Add("Vat", (double x) => x);
        Assert.StartsWith("A function VAT is registered already", Assert.Throws<ArgumentException>(() => _book.Functions.Add("VAT", () => 1)).Message, StringComparison.Ordinal);
        Assert.True(_book.Functions.TryFind("vat", out var function));
        Assert.Equal(("Vat", 1, 1), (function.Name, function.MinArguments, function.MaxArguments));
        Assert.Same(function, Assert.Single(_book.Functions.All));
    }

    [Fact]
    public void A_type_that_no_cell_holds_is_refused()
    {
        Assert.Contains("Uri", Assert.Throws<NotSupportedException>(() => _book.Functions.Add("F", (Uri uri) => 1.0)).Message, StringComparison.Ordinal);
        Assert.Contains("Uri", Assert.Throws<NotSupportedException>(() => _book.Functions.Add("F", (double x) => new Uri("a:b"))).Message, StringComparison.Ordinal);
        Assert.Empty(_book.Functions.All);
    }

    [Theory]
    [InlineData("=_xll.VAT(10)")]
    [InlineData("=_xludf.VAT(10)")]
    [InlineData("=_xlfn._xludf.vat(10)")]
    public void The_prefixes_of_files_are_no_part_of_the_name(string formula)
    {
        Set("A1", formula);
        Assert.Equal(ErrorKind.Name, this["A1"]);
        _book.Functions.Add("VAT", (double x) => 2 * x);
        Assert.Equal(20, this["A1"]);
        Set("A2", formula);
        Assert.Equal(20, this["A2"]);
    }

    [Fact]
    public void An_array_in_the_place_of_a_value_calls_once_for_each()
    {
        _book.Functions.Add("TWICE", (double x) => Counted(2 * x));
        this["A1"] = 1;
        this["A2"] = 2;
        this["A3"] = "x";
        Set("B1", "=TWICE(A1:A3)");
        Assert.Equal(2, this["B1"]);
        Assert.Equal(4, this["B2"]);
        Assert.Equal(ErrorKind.Value, this["B3"]);
        Set("C1", "=SUM(TWICE({1,2;3,4}))");
        Assert.Equal(20, this["C1"]);
        Assert.Equal(6, _calls);
    }

    [Fact]
    public void A_formula_of_the_implicit_flavor_takes_the_cell_of_its_own_row()
    {
        _book.Functions.Add("TWICE", (double x) => 2 * x);
        for (var row = 1; row <= 3; row++) this[$"A{row}"] = row;
        Set("B2", "=TWICE(A1:A3)", FormulaFlavor.Implicit);
        Set("B3", "=SUMPRODUCT(TWICE(A1:A3))", FormulaFlavor.Implicit);
        Assert.Equal(4, this["B2"]);
        Assert.Equal(12, this["B3"]);
    }

    [Fact]
    public void A_function_may_yield_an_array_which_spills()
    {
        _book.Functions.Add("GRID", (int rows, int columns) =>
        {
            var values = new double[rows, columns];
            for (var i = 0; i < values.Length; i++) values[i / columns, i % columns] = i;
            return values;
        });
        _book.Functions.Add("PAIR", (CellValue a) => new CellValue[,] { { a, "b" } });
        Set("A1", "=GRID(2,3)");
        Set("A5", "=PAIR(TRUE)");
        Set("D5", "=GRID(0,3)");
        Assert.Equal([0.0, 5.0, true, "b"], new[] { this["A1"], this["C2"], this["A5"], this["B5"] });
        Assert.Equal(ErrorKind.Calc, this["D5"]);
        Assert.Equal("The function returned an array without values.", Explain("D5"));
    }

    [Fact]
    public void Functions_are_values_that_other_functions_call()
    {
        _book.Functions.Add("TWICE", (double x) => Counted(2 * x));
        Set("A1", "=SUM(MAP({1,2,3},TWICE))");
        Set("A2", "=LET(f,TWICE,f(4))");
        Set("A3", "=SUM(MAP({1,2,3},LAMBDA(x,TWICE(x)+1)))");
        Assert.Equal([12.0, 8.0, 15.0], new[] { this["A1"], this["A2"], this["A3"] });
        Assert.Equal(7, _calls);
    }

    [Fact]
    public void Variables_come_before_functions_and_functions_before_names_where_something_is_called()
    {
        _book.Functions.Add("RATE.OF", (double x) => 2 * x);
        _book["Rate.Of"] = 5;
        Set("A1", "=RATE.OF(10)+Rate.Of");
        Set("A2", "=LET(rate.of,LAMBDA(x,x+1),RATE.OF(10))");
        Set("A3", "=LAMBDA(rate.of,RATE.OF(10))(LAMBDA(x,-x))");
        Assert.Equal([25.0, 11.0, -10.0], new[] { this["A1"], this["A2"], this["A3"] });
    }

    [Fact]
    public void A_function_in_a_name_is_called()
    {
        _book.Functions.Add("VAT", (double amount) => Counted(amount * 0.5));
        _book["net"] = 100;
        _book.SetFormula("gross", "=net+VAT(net)");
        Assert.Equal(150, _book["gross"]);
        _book["net"] = 10;
        Assert.Equal(15, _book["gross"]);
        Assert.Equal(2, _calls);
    }

    [Fact]
    public void A_million_calls_down_a_column_are_one_region_and_allocate_nothing()
    {
        _book.Functions.Add("MIX", (double a, double b) => a * 0.25 + b);
        const int Rows = 20_000;
        for (var row = 0; row < Rows; row++) _sheet[new CellAddress(0, row)] = row;
        _sheet.SetFormula(new CellRange(1, 0, 1, Rows - 1), "=MIX(A1,$D$1)+1");
        Assert.Single(_sheet.GetRegions());
        var last = new CellAddress(1, Rows - 1);
        var input = 0.0;
        var allocated = Allocated.By(() =>
        {
            _sheet[CellAddress.Parse("D1")] = ++input;
            _book.Recalculate();
        });
        Assert.Equal((Rows - 1) * 0.25 + input + 1, _sheet[last]);
        Assert.True(allocated < Rows, $"{allocated} bytes");
    }
}
