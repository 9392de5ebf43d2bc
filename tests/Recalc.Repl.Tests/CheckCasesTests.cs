using System.IO.Compression;
using System.Text;

namespace Recalc.Repl.Tests;

public sealed class CheckCasesTests : IDisposable
{
    private const string Rows = """<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>A1*3</f><v>99</v></c><c r="C1"><f>A1&amp;"x"</f></c></row>""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("book.xlsx", "book.xlsx.jsonl")]
    [InlineData("book.xlsx", "book.jsonl")]
    [InlineData("converted-xlsx/book.xlsx", "book.xls.jsonl")]
    public void Rows_of_a_workbook_are_compared_with_it(string workbook, string cases)
    {
        _folder.Write(SmallWorkbook.Of(Rows), "files", "somebody", workbook);

        var run = Check("somebody", cases,
            """{"sheet":"Sheet1","cell":"B1","formula":"=A1*3","expected":6}""",
            """{"sheet":"Sheet1","cell":"C1","formula":"=A1&\"x\"","expected":"3x"}""");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("2 formulas, 1 agree, 1 differ, 0 unsupported, 0 volatile", Counts(run));
        Assert.Contains("Sheet1!C1  expected \"3x\"  got \"2x\"  =A1&\"x\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Unstable_rows_are_not_compared()
    {
        _folder.Write(SmallWorkbook.Of(Rows), "files", "somebody", "book.xlsx");

        var run = Check("somebody", "book.xlsx.jsonl",
            """{"sheet":"Sheet1","cell":"B1","formula":"=A1*3","expected":7,"unstable":1}""",
            """{"sheet":"Sheet1","cell":"B1","formula":"=A1*3","expected":7,"unstable":1,"volatile":1}""",
            """{"sheet":"Sheet1","cell":"B1","formula":"=A1*3","expected":null}""");

        Assert.Equal("1 formula, 0 agree, 0 differ, 0 unsupported, 1 volatile (2 left out)", Counts(run));
    }

    [Fact]
    public void Compressed_cases_are_read()
    {
        _folder.Write(SmallWorkbook.Of(Rows), "files", "somebody", "book.xlsx");
        using var buffer = new MemoryStream();
        using (var zip = new GZipStream(buffer, CompressionMode.Compress))
            zip.Write(Encoding.UTF8.GetBytes("""{"sheet":"Sheet1","cell":"B1","formula":"=A1*3","expected":6}"""));

        var run = ToolRun.Of("check", "--cases", _folder.Write(buffer.ToArray(), "cases", "somebody", "book.xlsx.jsonl.gz"));

        Assert.Equal((0, "1 formula, 1 agree, 0 differ, 0 unsupported, 0 volatile"), (run.ExitCode, Counts(run)));
    }

    [Fact]
    public void Cases_whose_workbook_is_missing_are_said()
    {
        var run = Check("somebody", "gone.xlsx.jsonl", "{}");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("gone.xlsx", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_are_no_json_are_said()
    {
        var run = Check("somebody", "torn.jsonl", "{\"formula\":");

        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain("mistake in recalc", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_answer_the_same_question_differently_are_left_out_where_another_agrees()
    {
        var run = Check("somebody", "settings.jsonl",
            """{"cell":"A1","formula":"=B1+1","expected":2,"inputs":{"B1":1}}""",
            """{"cell":"A1","formula":"=B1+1","expected":3,"inputs":{"B1":1}}""",
            """{"cell":"A1","formula":"=B1+1","expected":4,"inputs":{"B1":2}}""");

        Assert.Equal("2 formulas, 1 agree, 1 differ, 0 unsupported, 0 volatile (1 left out)", Counts(run));
    }

    [Theory]
    [InlineData("""{"formula":"=1/0","expected":"error","lo_cached":5,"check":"of:=[.A1]=[.B1]","check_ok":false}""", "0 formulas, 0 agree, 0 differ")]
    [InlineData("""{"formula":"=1+1","expected":3,"lo_cached":2,"check":"of:=[.B1]>2","check_ok":true}""", "1 formula, 1 agree, 0 differ")]
    [InlineData("""{"formula":"=1+1","expected":3,"lo_cached":3,"check":"of:=[.A1]=[.B1]","check_ok":true}""", "1 formula, 0 agree, 1 differ")]
    public void What_a_document_says_of_its_own_result_is_believed(string row, string counts) =>
        Assert.StartsWith(counts, Counts(Check("somebody", "own.jsonl", row)), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"cell":"A1","formula":"=1+1","expected":2}""", 1)]
    [InlineData("""{"cell":"A1","formula":"=1+1","expected":3}""", 0)]
    [InlineData("""{"cell":"XX1","formula":"=A1*B1","expected":10,"inputs":{"A1":5,"B1":"=1+1"}}""", 1)]
    [InlineData("""{"cell":"A1","formula":"=A1*B1","expected":10,"inputs":{"A1":5,"B1":2}}""", 1)]
    [InlineData("""{"cell":"A1","formula":"=ISNUMBER(B1)","expected":true,"inputs":{"B1":"5"}}""", 1)]
    [InlineData("""{"cell":"A1","formula":"=ISTEXT(B1)","expected":true,"inputs":{"B1":"'5"}}""", 1)]
    [InlineData("""{"cell":"A1","formula":"=Other!B1&Worksheet!B2","expected":"xy","inputs":{"Worksheet!B2":"y","Other!B1":"x"}}""", 1)]
    [InlineData("""{"cell":"A1","formula":"=1/0","expected":{"error":"#DIV/0!"}}""", 1)]
    [InlineData("""{"cell":"A1","formula":"=1/3","expected":0.33,"tol":0.01}""", 1)]
    [InlineData("""{"cell":"A1","formula":"=1/3","expected":"0.333","formatted":1}""", 1)]
    [InlineData("""{"cell":"A1","formula":"=1/3","expected":"33%","formatted":1}""", 1)]
    [InlineData("""{"cell":"A1","formula":"=1/3","expected":"0.334","formatted":1}""", 0)]
    [InlineData("""{"cell":"A1","formula":"={1,2}*2","expected":2,"elem":[0,0]}""", 1)]
    public void A_unit_row_is_a_workbook_of_its_own(string row, int agree)
    {
        var run = Check("some-unittests", "cases.jsonl", row);

        Assert.Equal($"1 formula, {agree} agree, {1 - agree} differ, 0 unsupported, 0 volatile", Counts(run));
    }

    [Theory]
    [InlineData("""{"cell":"A1","formula":"={1,2}*2","expected":4,"elem":[0,1]}""")]
    [InlineData("""{"cell":"A1","formula":"=B1:B2*2","expected":6,"elem":[1,0],"array":"D4:D5","inputs":{"B1":"1","B2":"3"}}""")]
    [InlineData("""{"cell":"A1","formula":"={1;2}*2","expected":[[2],[4]],"array_result":1}""")]
    public void A_unit_row_may_fill_cells_with_an_array(string row) =>
        Assert.Equal("1 formula, 1 agree, 0 differ, 0 unsupported, 0 volatile", Counts(Check("some-unittests", "cases.jsonl", row)));

    [Theory]
    [InlineData("""{"cell":"A1","formula":"=1+","expected":2}""")]
    [InlineData("""{"cell":"A1","formula":"=","expected":"="}""")]
    [InlineData("""{"cell":"A1","formula":"=1+1","expected":null}""")]
    [InlineData("""{"cell":"A1","formula":"=1+1","expected":{"error":"Err:504"}}""")]
    [InlineData("""{"cell":"A1","formula":"=1+1","expected":"#ERROR!","formatted":1}""")]
    public void A_unit_row_that_Excel_would_not_take_is_left_out(string row) =>
        Assert.Equal("0 formulas, 0 agree, 0 differ, 0 unsupported, 0 volatile (1 left out)", Counts(Check("some-unittests", "cases.jsonl", row)));

    private ToolRun Check(string source, string name, params string[] rows) =>
        ToolRun.Of("check", "--differences", "3", "--cases", _folder.Write(string.Join('\n', rows), "cases", source, name));

    private static string Counts(ToolRun run) => run.Output.TrimEnd('\n').Split('\n')[^1];
}
