using System.Text;
using Recalc.Syntax;

namespace Recalc.Conformance;

/// <summary>A tree on one line: <c>(Add 1 (Call SUM A1:B2 name:rate))</c>. Only for trees as deep as a spec file writes them.</summary>
internal static class SyntaxShape
{
    public static string Of(SyntaxNode node)
    {
        var shape = Unqualified(node);
        return node.Qualifier is { } qualifier ? $"(In {qualifier} {shape})" : shape;
    }

    private static string Unqualified(SyntaxNode node) => node.Kind switch
    {
        SyntaxKind.Missing => "_",
        SyntaxKind.Number or SyntaxKind.Text or SyntaxKind.Logical or SyntaxKind.Error or SyntaxKind.Reference
            => node.Token!.Value.ToString(),
        SyntaxKind.Name => $"name:{node.Token}",
        SyntaxKind.Structured => $"table:{node.Token}",
        SyntaxKind.Call => List($"Call {node.Token}", node),
        _ => List(node.Kind.ToString(), node),
    };

    private static string List(string head, SyntaxNode node)
    {
        var list = new StringBuilder("(").Append(head);
        foreach (var child in node.Children) list.Append(' ').Append(Of(child));
        return list.Append(')').ToString();
    }
}
