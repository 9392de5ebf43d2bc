using Recalc.Syntax;

namespace Recalc.Tests.Syntax;

/// <summary>A tree on one line, in the way of the spec files: <c>(Add 1 (Call SUM A1))</c>. Recursive: only for shallow trees.</summary>
internal static class FormulaShape
{
    public static string Of(SyntaxNode node)
    {
        var shape = node.Kind switch
        {
            SyntaxKind.Missing => "_",
            SyntaxKind.Number or SyntaxKind.Text or SyntaxKind.Logical or SyntaxKind.Error or SyntaxKind.Reference
                => node.Token!.Value.ToString(),
            SyntaxKind.Name => $"name:{node.Token}",
            SyntaxKind.Structured => $"table:{node.Token}",
            SyntaxKind.Call => $"(Call {node.Token}{Children(node)})",
            _ => $"({node.Kind}{Children(node)})",
        };
        return node.Qualifier is { } qualifier ? $"(In {qualifier} {shape})" : shape;
    }

    private static string Children(SyntaxNode node) => string.Concat(node.Children.Select(child => " " + Of(child)));
}
