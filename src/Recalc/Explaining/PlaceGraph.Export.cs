using System.Globalization;
using System.Text;
using Recalc.Graph;

namespace Recalc.Explaining;

/// <content>The graph as a text for tools that draw.</content>
public abstract partial class PlaceGraph
{
    /// <summary>How much of a formula is shown.</summary>
    private const int LongestFormula = 60;

    /// <summary>So many edges are drawn for each vertex that may be, on the average.</summary>
    private const int EdgesPerVertex = 8;

    /// <summary>The graph in the language of Graphviz: inputs are ellipses, formulas boxes with the formula of their first cell, C# nodes hexagons.</summary>
    /// <param name="limit">How many vertices are drawn, at most; eight times as many edges are. A last vertex says how many are left out.</param>
    public string ToDot(int limit = 500)
    {
        var text = new StringBuilder("digraph dependencies {\n  rankdir=LR;\n");
        Write(limit, (i, label, content) => text.Append(CultureInfo.InvariantCulture, $"  n{i} [label=\"{Dot(label)}\", shape={ShapeOf(content)}];\n"),
            (source, target) => text.Append(CultureInfo.InvariantCulture, $"  n{source} -> n{target};\n"),
            more => text.Append(CultureInfo.InvariantCulture, $"  more [label=\"{more}\", shape=plaintext];\n"));
        return text.Append("}\n").ToString();
    }

    /// <summary>The graph as a flowchart of Mermaid: inputs are rounded, formulas boxes with the formula of their first cell, C# nodes hexagons.</summary>
    /// <param name="limit">How many vertices are drawn, at most; eight times as many edges are. A last vertex says how many are left out.</param>
    public string ToMermaid(int limit = 200)
    {
        var text = new StringBuilder("flowchart LR\n");
        Write(limit, (i, label, content) => text.Append(CultureInfo.InvariantCulture, $"  n{i}{Bracketed(Mermaid(label), content)}\n"),
            (source, target) => text.Append(CultureInfo.InvariantCulture, $"  n{source} --> n{target}\n"),
            more => text.Append(CultureInfo.InvariantCulture, $"  more[\"{more}\"]\n"));
        return text.ToString();
    }

    private void Write(int limit, Action<int, string, CellContent> vertex, Action<int, int> edge, Action<string> rest)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        using (Engine.Ask())
        {
            var (vertices, contents) = (FindVertices(), new ContentReader(Book));
            var shown = vertices.Take(limit).Select((v, i) => (v, i)).ToDictionary(p => p.v, p => p.i);
            foreach (var (cells, number) in shown) vertex(number, LabelOf(cells, contents), contents.ContentOf(new GridCell(cells.Grid, cells.Range.First)));
            var (edges, most) = (0, (long)limit * EdgesPerVertex);
            foreach (var (cells, number) in shown)
                foreach (var target in FindTargets(cells))
                    if (shown.TryGetValue(target, out var to) && edges++ < most) edge(number, to);
            if (vertices.Count > limit) rest(string.Create(CultureInfo.InvariantCulture, $"… {vertices.Count - limit} more"));
            else if (edges > most) rest(string.Create(CultureInfo.InvariantCulture, $"… {edges - most} more edges"));
        }
    }

    private string LabelOf(GridRange cells, ContentReader contents)
    {
        var name = new Place(Book, cells).ToString();
        if (contents.FormulaOf(new GridCell(cells.Grid, cells.Range.First)) is not { } formula) return name;
        return $"{name}\n={Shorten(formula)}";
    }

    // Characters of two code units are not torn apart.
    private static string Shorten(string formula)
    {
        if (formula.Length <= LongestFormula) return formula;
        var length = LongestFormula - 1;
        return formula[..(char.IsHighSurrogate(formula[length - 1]) ? length - 1 : length)] + "…";
    }

    private static string ShapeOf(CellContent content) => content switch
    {
        CellContent.Blank or CellContent.Value => "ellipse",
        CellContent.Code => "hexagon",
        _ => "box",
    };

    private static string Bracketed(string label, CellContent content) => content switch
    {
        CellContent.Blank or CellContent.Value => $"([\"{label}\"])",
        CellContent.Code => $"{{{{\"{label}\"}}}}",
        _ => $"[\"{label}\"]",
    };

    private static string Dot(string label) => label.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    // Characters that Mermaid takes for its own are spelled by name or number.
    private static string Mermaid(string label)
    {
        var text = new StringBuilder(label.Length);
        foreach (var c in label)
            _ = c switch
            {
                '\n' => text.Append("<br/>"),
                '\r' => text,
                '#' or '`' or '\\' => text.Append(CultureInfo.InvariantCulture, $"#{(int)c};"),
                '"' => text.Append("#quot;"),
                '&' => text.Append("#amp;"),
                '<' => text.Append("#lt;"),
                '>' => text.Append("#gt;"),
                _ => text.Append(c),
            };
        return text.ToString();
    }
}
