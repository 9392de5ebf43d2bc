using System.Globalization;
using Recalc.Addressing;
using Recalc.Explaining;
using Recalc.Recalculation;

namespace Recalc.Tests.Explaining;

public class ExportTests
{
    private readonly Workbook _book = new();
    private readonly Sheet _sheet;

    public ExportTests() => _sheet = _book.AddSheet("S");

    private RegionGraph Graph => _book.Explain.Regions;

    [Fact]
    public void Dot_is_told_exactly()
    {
        Model();
        Assert.Equal(
            """
            digraph dependencies {
              rankdir=LR;
              n0 [label="S!A1:A3", shape=ellipse];
              n1 [label="S!B1:B3\n=A1*rate", shape=box];
              n2 [label="S!D2\n=\"a\\b <i> & \"\"q\"\"#;\nnext\"&B1&code", shape=box];
              n3 [label="rate", shape=ellipse];
              n4 [label="net\n=SUM(S!B1:B3)", shape=box];
              n5 [label="code", shape=hexagon];
              n0 -> n1;
              n1 -> n2;
              n1 -> n4;
              n3 -> n1;
              n4 -> n5;
              n5 -> n2;
            }

            """, Graph.ToDot(), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Mermaid_is_told_exactly()
    {
        Model();
        Assert.Equal(
            """
            flowchart LR
              n0(["S!A1:A3"])
              n1["S!B1:B3<br/>=A1*rate"]
              n2["S!D2<br/>=#quot;a#92;b #lt;i#gt; #amp; #quot;#quot;q#quot;#quot;#35;;<br/>next#quot;#amp;B1#amp;code"]
              n3(["rate"])
              n4["net<br/>=SUM(S!B1:B3)"]
              n5{{"code"}}
              n0 --> n1
              n1 --> n2
              n1 --> n4
              n3 --> n1
              n4 --> n5
              n5 --> n2

            """, Graph.ToMermaid(), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Of_an_empty_graph_there_is_the_frame()
    {
        Assert.Equal("digraph dependencies {\n  rankdir=LR;\n}\n", Graph.ToDot());
        Assert.Equal("flowchart LR\n", Graph.ToMermaid());
    }

    [Fact]
    public void Cones_are_told_cell_by_cell()
    {
        _sheet.SetFormula(CellRange.Parse("A2:A9"), "=A1+1");
        Assert.Equal("flowchart LR\n  n0[\"S!A2<br/>=A1+1\"]\n  n1[\"S!A3<br/>=A2+1\"]\n  n0 --> n1\n", _book.Explain.Cone(At("S!A3")).ToMermaid());
        Assert.Equal("flowchart LR\n  n0([\"S!A1\"])\n  n1[\"S!A2<br/>=A1+1\"]\n  n0 --> n1\n  more[\"… 7 more\"]\n", _book.Explain.Cone(At("S!A1"), isUpwards: false).ToMermaid(2));
    }

    [Fact]
    public void Self_references_and_arrays_are_drawn()
    {
        _sheet.SetFormula(CellRange.Parse("A2:A9"), "=A1+1");
        _sheet.SetFormula(Cell("C1"), "=A2:A4*2");
        _ = _sheet[Cell("C1")];
        Assert.Equal("flowchart LR\n  n0[\"S!A2:A9<br/>=A1+1\"]\n  n1[\"S!C1:C3<br/>=A2:A4*2\"]\n  n0 --> n0\n  n0 --> n1\n", Graph.ToMermaid());
    }

    [Fact]
    public void What_is_left_out_is_counted()
    {
        _sheet[Cell("A1")] = 1;
        for (var i = 1; i <= 10; i++) _sheet.SetFormula(new CellAddress(2 * i, 0), $"=$A$1+{i}");
        Assert.Equal(11, Graph.VertexCount);
        Assert.Equal("digraph dependencies {\n  rankdir=LR;\n  n0 [label=\"S!A1\", shape=ellipse];\n"
            + "  n1 [label=\"S!C1\\n=$A$1+1\", shape=box];\n  n0 -> n1;\n  more [label=\"… 9 more\", shape=plaintext];\n}\n", Graph.ToDot(2));
        Assert.EndsWith("  more[\"… 1 more\"]\n", Graph.ToMermaid(10), StringComparison.Ordinal);
        Assert.DoesNotContain("more", Graph.ToMermaid(11), StringComparison.Ordinal);
        Assert.Equal("flowchart LR\n  more[\"… 11 more\"]\n", Graph.ToMermaid(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Graph.ToDot(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Graph.ToMermaid(-1));
    }

    [Fact]
    public void Edges_are_limited_too()
    {
        // 20 regions, each of which reads all: 400 edges, of which 160 are drawn.
        for (var i = 0; i < 20; i++) _sheet.SetFormula(new CellAddress(2 * i, 0), $"=SUM($A$1:$AN$1)+{i}");
        var text = Graph.ToDot(20);
        Assert.Equal(160, text.Split(" -> ").Length - 1);
        Assert.Contains("  more [label=\"… 240 more edges\", shape=plaintext];\n", text, StringComparison.Ordinal);
        Assert.Contains("  more[\"… 240 more edges\"]\n", Graph.ToMermaid(20), StringComparison.Ordinal);
        Assert.DoesNotContain("more", Graph.ToDot(50), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_formulas_are_cut_between_characters()
    {
        _sheet.SetFormula(Cell("A1"), $"=\"{new string('x', 57)}😀{new string('y', 9)}\"");
        Assert.Equal($"flowchart LR\n  n0[\"S!A1<br/>=#quot;{new string('x', 57)}…\"]\n", Graph.ToMermaid());
        _sheet.SetFormula(Cell("A1"), $"=\"{new string('x', 56)}😀{new string('y', 9)}\"");
        Assert.Equal($"flowchart LR\n  n0[\"S!A1<br/>=#quot;{new string('x', 56)}😀…\"]\n", Graph.ToMermaid());
        _sheet.SetFormula(Cell("A1"), $"=\"{new string('x', 58)}\"");
        Assert.Equal($"flowchart LR\n  n0[\"S!A1<br/>=#quot;{new string('x', 58)}#quot;\"]\n", Graph.ToMermaid());
    }

    [Fact]
    public void Names_of_sheets_are_spelled_too()
    {
        var other = _book.AddSheet("a \"b\" & it's");
        other.SetFormula(Cell("A1"), "=1");
        Assert.Equal("flowchart LR\n  n0[\"'a #quot;b#quot; #amp; it''s'!A1<br/>=1\"]\n", Graph.ToMermaid());
        Assert.Contains("n0 [label=\"'a \\\"b\\\" & it''s'!A1\\n=1\", shape=box];", Graph.ToDot(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_model_gives_the_same_text()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var (one, other) = (new MixedModel(seed).Book, new MixedModel(seed).Book);
            Assert.Equal(one.Explain.Regions.ToDot(), other.Explain.Regions.ToDot());
            Assert.Equal(one.Explain.Regions.ToMermaid(), one.Explain.Regions.ToMermaid());
            using var fork = one.Fork();
            Assert.Equal(one.Explain.Regions.ToMermaid(), fork.Explain.Regions.ToMermaid());
        }
    }

    [Fact]
    public void Cultures_do_not_matter()
    {
        Model();
        _sheet.SetFormula(Cell("F7"), "=-1.5*B1");
        var (before, expected) = (CultureInfo.CurrentCulture, Graph.ToDot() + Graph.ToMermaid());
        try
        {
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NegativeSign) = (",", "minus ");
            CultureInfo.CurrentCulture = other;
            Assert.Equal(expected, Graph.ToDot() + Graph.ToMermaid());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_million_rows_are_a_small_text()
    {
        const int Rows = 1_000_000;
        var load = _sheet.BeginLoad();
        for (var row = 0; row < Rows; row++) load.SetNumber(new CellAddress(0, row), row);
        _sheet.SetFormula(new CellRange(1, 0, 1, Rows - 1), "=A1*2");
        _sheet.SetFormula(new CellRange(2, 1, 2, Rows - 1), "=C1+B2");
        _sheet.SetFormula(Cell("E1"), "=SUM(A:C)/SUM(B:B)");
        _book.Engine.Log = new EvaluationLog();
        var (dot, mermaid) = (Graph.ToDot(), Graph.ToMermaid());
        Assert.InRange(dot.Length, 1, 500);
        Assert.Equal("flowchart LR\n  n0([\"S!A1:A1000000\"])\n  n1[\"S!B1:B1000000<br/>=A1*2\"]\n  n2[\"S!C2:C1000000<br/>=C1+B2\"]\n  n3[\"S!E1<br/>=SUM(A:C)/SUM(B:B)\"]\n"
            + "  n0 --> n1\n  n0 --> n3\n  n1 --> n2\n  n1 --> n3\n  n2 --> n2\n  n2 --> n3\n", mermaid);
        Assert.Empty(_book.Engine.Log.Ran);
    }

    // An input, a fill, names, a node, and a text of all that tools take for their own.
    private void Model()
    {
        for (var row = 0; row < 3; row++) _sheet[new CellAddress(0, row)] = row;
        _book["rate"] = 2;
        _sheet.SetFormula(CellRange.Parse("B1:B3"), "=A1*rate");
        _book.SetFormula("net", "=SUM(S!B1:B3)");
        _ = _book.Compute("code", ctx => ctx.Get<double>("net"));
        _ = _book["code"];
        _sheet.SetFormula(Cell("D2"), "=\"a\\b <i> & \"\"q\"\"#;\nnext\"&B1&code");
    }

    private static CellAddress Cell(string cell) => CellAddress.Parse(cell);

    private Place At(string text) => _book.Explain.At(text);
}
