using Recalc.Syntax;

namespace Recalc.Repl.Output;

/// <summary>Draws the tree of a formula, a node a line. Depth costs no stack.</summary>
internal static class TreeWriter
{
    /// <summary>Deeper nodes are indented no further, or a deep formula would take space in the square of its depth.</summary>
    private const int DeepestIndent = 100;

    public static void Write(SyntaxNode root, TextWriter output)
    {
        var pending = new Stack<(SyntaxNode Node, int Depth)>([(root, 0)]);
        while (pending.TryPop(out var next))
        {
            var children = next.Node.Children;
            output.Write(new string(' ', 2 * Math.Min(next.Depth, DeepestIndent)));
            output.Write(next.Node.Kind);
            if (Detail(next.Node) is { Length: > 0 } detail) output.Write($"  {detail}");
            output.WriteLine();
            for (var i = children.Count - 1; i >= 0; i--) pending.Push((children[i], next.Depth + 1));
        }
    }

    // What a node says that its kind does not: leaves their text, calls their name.
    private static string Detail(SyntaxNode node) => node.Kind switch
    {
        SyntaxKind.Call => $"{node.Qualifier}{node.Token}",
        _ when node.Children.Count == 0 => node.ToString(),
        _ => "",
    };
}
