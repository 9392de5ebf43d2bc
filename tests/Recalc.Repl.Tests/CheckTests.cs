using System.Text.Json;

namespace Recalc.Repl.Tests;

public sealed class CheckTests : IDisposable
{
    private static readonly string Example = RepositoryRoot.PathOf("examples", "mortgage.xlsx");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_workbook_whose_values_hold_agrees()
    {
        var run = ToolRun.Of("check", Example);

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        const string Counts = "2,256 formulas, 2,256 agree, 0 differ, 0 unsupported, 0 volatile";
        Assert.StartsWith($"{Example}: {Counts}; load ", run.Output, StringComparison.Ordinal);
        Assert.EndsWith($"ms\n{Counts}\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_differs_is_counted_and_listed_in_aligned_lines()
    {
        var file = Workbook(
            """
            <row r="1"><c r="A1"><v>4</v></c><c r="B1"><f>A1*2</f><v>8</v></c><c r="C1"><f>A1+1</f><v>6</v></c></row>
            <row r="2"><c r="A2" t="str"><f>"a"&amp;A1</f><v>a5</v></c><c r="B2" t="str"><f>""</f><v></v></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
            """);

        var run = ToolRun.Of("check", file, "--differences", "5");

        Assert.Equal(1, run.ExitCode);
        var lines = run.Output.Split('\n');
        Assert.StartsWith($"{file}: 5 formulas, 3 agree, 2 differ, 0 unsupported, 0 volatile; load ", lines[0], StringComparison.Ordinal);
        Assert.Equal("  Sheet1!A2  expected \"a5\"  got \"a4\"  =\"a\"&A1", lines[1]);
        Assert.Equal("  Sheet1!C1  expected 6     got 5     =A1+1", lines[2]);
        Assert.Equal("5 formulas, 3 agree, 2 differ, 0 unsupported, 0 volatile", lines[3]);
        Assert.Equal(2, ToolRun.Of("check", file, "--differences", "1").Output.Split('\n').Count(l => l.Contains("differ,", StringComparison.Ordinal)));
        Assert.DoesNotContain("=A1+1", ToolRun.Of("check", file, "--differences", "1").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_another_kind_differs()
    {
        var file = Workbook("""<row r="1"><c r="A1" t="str"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>0+A2</f><v></v></c><c r="C1" t="b"><f>2-1</f><v>1</v></c></row>""");

        Assert.StartsWith("3 formulas, 0 agree, 3 differ", LastLine(ToolRun.Of("check", file)), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_agree_within_the_tolerance()
    {
        var file = Workbook("""<row r="1"><c r="A1"><f>2000/3</f><v>666.667</v></c><c r="B1"><f>1/3</f><v>0.33333333333333</v></c></row>""");

        Assert.StartsWith("2 formulas, 1 agree, 1 differ", LastLine(ToolRun.Of("check", file)), StringComparison.Ordinal);
        Assert.Equal(0, ToolRun.Of("check", file, "--tolerance", "1e-6").ExitCode);
    }

    [Fact]
    public void What_rests_on_the_clock_or_on_something_missing_is_not_compared()
    {
        var file = Workbook(
            """
            <row r="1"><c r="A1"><f>NOW()</f><v>1</v></c><c r="B1"><f>A1+1</f><v>7</v></c><c r="C1"><f>1+1</f><v>2</v></c></row>
            <row r="2"><c r="A2"><f>NOBODYKNOWS(1)</f><v>3</v></c><c r="B2"><f>IF(FALSE,A2,5)</f><v>5</v></c></row>
            """);

        var run = ToolRun.Of("check", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("5 formulas, 1 agree, 0 differ, 2 unsupported, 2 volatile", LastLine(run));
    }

    [Fact]
    public void A_formula_without_a_kept_value_is_left_out()
    {
        var file = Workbook("""<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v>2</v></c></row>""");

        var run = ToolRun.Of("check", file);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("1 formula, 1 agree, 0 differ, 0 unsupported, 0 volatile (1 left out)", LastLine(run));
    }

    [Fact]
    public void Every_cell_of_an_array_counts()
    {
        var file = Workbook(
            """
            <row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="array" ref="B1:B3">A1:A3*2</f><v>2</v></c></row>
            <row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>4</v></c></row>
            <row r="3"><c r="A3"><v>3</v></c><c r="B3"><v>7</v></c></row>
            """);

        var run = ToolRun.Of("check", file);

        Assert.Equal((1, "3 formulas, 2 agree, 1 differ, 0 unsupported, 0 volatile"), (run.ExitCode, LastLine(run)));
    }

    [Fact]
    public void A_filled_column_may_have_errors_in_some_rows()
    {
        var rows = Enumerable.Range(1, 9).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\"><v>{i % 3}</v></c>"
            + $"<c r=\"B{i}\"><f>IFERROR(6/A{i},IFERROR(A{i}/0,FALSE()))</f>{(i % 3 == 0 ? "" : $"<v>{6 / (i % 3)}</v>")}</c>"
            + $"<c r=\"C{i}\" t=\"b\"><f>B{i}=FALSE</f><v>{(i % 3 == 0 ? 1 : 0)}</v></c></row>");

        Assert.Equal("15 formulas, 15 agree, 0 differ, 0 unsupported, 0 volatile (3 left out)", LastLine(ToolRun.Of("check", Workbook(string.Concat(rows)))));
    }

    [Fact]
    public void Json_is_an_object_a_file_and_one_a_difference()
    {
        var file = Workbook("""<row r="1"><c r="A1"><f>1+1</f><v>3</v></c><c r="B1" t="e"><f>1/0</f><v>#N/A</v></c></row>""");

        var run = ToolRun.Of("check", file, Example, "--json", "--differences", "2");

        Assert.Equal(1, run.ExitCode);
        var objects = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToArray();
        Assert.Equal(["file", "difference", "difference", "file"], objects.Select(o => o.GetProperty("kind").GetString()!));
        Assert.Equal(file, objects[0].GetProperty("file").GetString());
        Assert.Equal([2, 0, 2, 0, 0, 0], Counts(objects[0]));
        Assert.Equal([2256, 2256, 0, 0, 0, 0], Counts(objects[3]));
        Assert.True(objects[3].GetProperty("load_ms").GetDouble() > 0);
        Assert.True(objects[3].GetProperty("calc_ms").GetDouble() > 0);
        Assert.Equal(("Sheet1", "A1", "1+1"), (objects[1].GetProperty("sheet").GetString(), objects[1].GetProperty("cell").GetString(), objects[1].GetProperty("formula").GetString()));
        Assert.Equal((3, 2), (objects[1].GetProperty("expected").GetDouble(), objects[1].GetProperty("got").GetDouble()));
        Assert.Equal("#N/A", objects[2].GetProperty("expected").GetProperty("error").GetString());
        Assert.Equal("#DIV/0!", objects[2].GetProperty("got").GetProperty("error").GetString());
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_said_and_the_others_are_checked()
    {
        var run = ToolRun.Of("check", RepositoryRoot.PathOf("README.md"), Example, _folder.PathOf("nothing.xlsx"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("README.md", run.Error, StringComparison.Ordinal);
        Assert.Contains("nothing.xlsx", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("2,256 formulas, 2,256 agree", LastLine(run), StringComparison.Ordinal);
    }

    [Fact]
    public void Listed_text_stays_on_its_line()
    {
        var file = Workbook("<row r=\"1\"><c r=\"A1\" t=\"str\"><f>\"a&#10;\"&amp;B1</f><v>x&#10;y</v></c><c r=\"B1\" t=\"str\"><v>b&#10;</v></c></row>");

        var run = ToolRun.Of("check", file, "--differences", "1");

        Assert.Contains("\n  Sheet1!A1  expected \"x y\"  got \"a b \"  =\"a \"&B1\n", run.Output, StringComparison.Ordinal);
    }

    private string Workbook(string rows) => _folder.Write(SmallWorkbook.Of(rows), "book.xlsx");

    private static string LastLine(ToolRun run) => run.Output.TrimEnd('\n').Split('\n')[^1];

    private static long[] Counts(JsonElement file) =>
        [.. new[] { "formulas", "agree", "differ", "unsupported", "volatile", "left_out" }.Select(n => file.GetProperty(n).GetInt64())];
}
