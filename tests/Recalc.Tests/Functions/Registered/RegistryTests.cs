using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Tests.Functions.Registered;

/// <summary>When functions become known, and to whom.</summary>
public class RegistryTests
{
    private readonly Workbook _book = new();
    private readonly Sheet _sheet;

    public RegistryTests() => _sheet = _book.AddSheet("S");

    private CellValue this[string cell]
    {
        get => _sheet[CellAddress.Parse(cell)];
        set => _sheet[CellAddress.Parse(cell)] = value;
    }

    private void Set(string cell, string formula, FormulaFlavor flavor = FormulaFlavor.Dynamic) => _sheet.SetFormula(CellAddress.Parse(cell), formula, flavor);

    [Fact]
    public void A_workbook_begins_with_the_functions_of_its_options()
    {
        var functions = new FunctionRegistry();
        functions.Add("TWICE", (double x) => 2 * x);
        var options = new RecalcOptions { Functions = functions };
        var (first, second) = (new Workbook(options), new Workbook(options));
        functions.Add("LATER", () => 1);
        first.Functions.Add("THRICE", (double x) => 3 * x);
        first.SetFormula("x", "=TWICE(5)+THRICE(1)");
        second.SetFormula("x", "=TWICE(6)");
        second.SetFormula("y", "=THRICE(6)");
        second.SetFormula("z", "=LATER()");
        Assert.Equal(13, first["x"]);
        Assert.Equal(12, second["x"]);
        Assert.Equal(ErrorKind.Name, second["y"]);
        Assert.Equal(ErrorKind.Name, second["z"]);
        Assert.Equal(["THRICE"], second.GetStatistics().UnknownFunctions.Where(n => n != "LATER"));
    }

    [Fact]
    public void Formulas_that_called_a_function_in_vain_call_it_when_it_is_there()
    {
        this["A1"] = 10;
        Set("B1", "=vat(A1)");
        Set("C1", "=B1+1");
        Set("D1", "=SUM(MAP(A1:A2,VAT))");
        Set("E1", "=LAMBDA(x,VAT(x))(A1)");
        Set("F1", "=_xll.VAT(A1)");
        _book.SetFormula("named", "=VAT(S!A1)");
        _book.DefineName(new DefinedName("Expanded", "VAT(S!$A$1)"));
        Set("G1", "=Expanded");
        foreach (var cell in new[] { "B1", "C1", "D1", "E1", "F1", "G1" }) Assert.Equal(ErrorKind.Name, this[cell]);
        Assert.Equal(ErrorKind.Name, _book["named"]);
        Assert.Equal(["vat"], _book.GetStatistics().UnknownFunctions.Select(n => n.ToLowerInvariant()));
        _book.Functions.Add("VAT", (double x) => x / 2);
        Assert.Equal([5.0, 6.0, 5.0, 5.0, 5.0, 5.0], new[] { "B1", "C1", "D1", "E1", "F1", "G1" }.Select(c => this[c]));
        Assert.Equal(5, _book["named"]);
        Assert.Empty(_book.GetStatistics().UnknownFunctions);
        Assert.Empty(_book.FindUnsupported());
    }

    [Fact]
    public void A_function_that_comes_late_is_called_as_one_that_was_there()
    {
        for (var row = 1; row <= 3; row++) this[$"A{row}"] = row;
        Set("B2", "=TWICE(A1:A3)", FormulaFlavor.Implicit);
        Set("C1", "=TWICE(A1:A3)");
        Set("D2", "=EITHER(A2>1,A1,Z2/0)");
        Set("E5", "=ROWS.OF(A1:A3)+ROWS.OF($A$2)");
        _book.Recalculate();
        _book.Functions.Add("TWICE", (double x) => 2 * x);
        _book.Functions.Add("EITHER", (bool condition, LazyArgument yes, LazyArgument no) => condition ? yes.Value : no.Value);
        _book.Functions.Add("ROWS.OF", (CellSpan cells) => cells.Rows);
        Assert.Equal(4, this["B2"]);
        Assert.Equal([2.0, 4.0, 6.0], new[] { this["C1"], this["C2"], this["C3"] });
        Assert.Equal(1, this["D2"]);
        Assert.Equal(4, this["E5"]);
        this["A1"] = 7;
        Assert.Equal([14.0, 7.0], new[] { this["C1"], this["D2"] });
        Assert.Contains("Lambda", _book.Disassemble(_book.ReadFormula("=EITHER(A2>1,A1,Z2/0)"u8, CellAddress.Parse("D2"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Nodes_learn_of_a_function_that_comes_late()
    {
        _book.SetFormula("f", "=TWICE(4)");
        var node = _book.Compute(ctx => ctx.Get<CellValue>("f"));
        Assert.Equal(ErrorKind.Name, node.Value);
        _book.Functions.Add("TWICE", (double x) => 2 * x);
        Assert.Equal(8, node.Value);
    }

    [Fact]
    public void Forks_share_the_functions_be_they_added_to_one_of_them()
    {
        Set("A1", "=TWICE(B1)");
        this["B1"] = 4;
        Assert.Equal(ErrorKind.Name, this["A1"]);
        using var fork = _book.Fork();
        using var grandchild = fork.Fork();
        var node = grandchild.Compute(ctx => ctx.Get<CellValue>(grandchild.Sheets[0], CellAddress.Parse("A1")));
        Assert.Equal(ErrorKind.Name, node.Value);
        fork.Functions.Add("TWICE", (double x) => 2 * x);
        fork.Sheets[0][CellAddress.Parse("B1")] = 5;
        Assert.Equal(10, fork.Sheets[0][CellAddress.Parse("A1")]);
        Assert.Equal(8, this["A1"]);
        Assert.Equal(8, node.Value);
        Assert.Same(_book.Functions, grandchild.Functions);
    }

    [Fact]
    public void A_function_comes_before_a_lambda_of_its_name_when_it_is_called()
    {
        _book.DefineName(new DefinedName("TWICE", "LAMBDA(x,x+x+1)"));
        Set("A1", "=TWICE(5)");
        Assert.Equal(11, this["A1"]);
        _book.Functions.Add("TWICE", (double x) => 2 * x);
        Assert.Equal(10, this["A1"]);
        Set("A2", "=MAP(5,TWICE)");
        Assert.Equal(11, this["A2"]);
    }

    [Fact]
    public void The_cell_of_a_name_takes_one_value_of_what_comes_late()
    {
        _book.SetFormula("f", "=TWO.OF(4)");
        _book.SetFormula("g", "=pair");
        _book["h"] = 5;
        Assert.Equal(ErrorKind.Name, _book["f"]);
        _book.Functions.Add("TWO.OF", (double x) => new[,] { { x, x } });
        _book.DefineName(new DefinedName("pair", "{1,2}"));
        foreach (var name in new[] { "f", "g" })
        {
            Assert.Equal(ErrorKind.Value, _book[name]);
            Assert.StartsWith("The formula yields several values", Assert.Throws<CellErrorException>(() => _book.Get<double>(name)).Message, StringComparison.Ordinal);
        }
        Assert.Equal(5, _book["h"]);
    }

    [Fact]
    public void A_name_that_is_defined_late_is_seen_within_a_lambda()
    {
        Set("A1", "=SUM(MAP({1,2},LAMBDA(x,x*factor)))");
        Assert.Equal(ErrorKind.Name, this["A1"]);
        _book.DefineName(new DefinedName("factor", "10"));
        Assert.Equal(30, this["A1"]);
    }

    [Fact]
    public async Task Workbooks_of_one_family_read_on_many_threads_while_a_function_is_added()
    {
        for (var row = 1; row <= 200; row++)
        {
            this[$"A{row}"] = row;
            Set($"B{row}", $"=A{row}+IFERROR(TWICE(A{row}),0)+{row % 7}");
        }
        Set("C1", "=SUM(B1:B200)");
        _book.Engine.ChecksInvariants = false;                                  // what is computed while the function comes is computed again by the next read
        var forks = Enumerable.Range(0, 4).Select(_ => _book.Fork()).ToArray();
        using var start = new Barrier(forks.Length + 1);
        var readers = forks.Select(fork => Task.Run(() =>
        {
            start.SignalAndWait();
            for (var i = 0; i < 200; i++)
            {
                fork.Sheets[0][CellAddress.Parse("A1")] = i;
                fork.Recalculate();
            }
        })).ToArray();
        start.SignalAndWait(TestContext.Current.CancellationToken);
        _book.Functions.Add("TWICE", (double x) => 2 * x);
        var rest = Enumerable.Range(1, 200).Sum(i => i % 7);
        await Task.WhenAll(readers);
        var expected = 3 * (199 + (200 * 201 / 2) - 1) + rest;
        foreach (var fork in forks) Assert.Equal(expected, fork.Sheets[0][CellAddress.Parse("C1")]);
        Assert.Equal((3 * 200 * 201 / 2) + rest, this["C1"]);
    }
}
