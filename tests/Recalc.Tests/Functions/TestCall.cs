using System.Globalization;
using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Tests.Functions;

/// <summary>Calls bodies as a formula spells the call: literals, arrays, references and calls, and nothing that is lifted.</summary>
internal static class TestCall
{
    public static Operand Evaluate(string formula, CallSite site) => Evaluate(SyntaxTree.Parse(formula).Root, site);

    /// <summary>What a call yields, as a formula would spell it; an area as its range.</summary>
    public static string Show(string formula, CallSite site) => Show(Evaluate(formula, site));

    private static string Show(in Operand result)
    {
        if (result.IsBlocked) return "blocked";
        if (result.AreaOrNull is { } area) return area.Range.ToString();
        if (result.Object is Fault fault) return $"{result.Value}: {fault.Explanation}";
        if (result.Grid is not { } grid) return result.Value.ToString();
        var rows = Enumerable.Range(0, grid.Rows).Select(r => string.Join(',', Enumerable.Range(0, grid.Columns).Select(c => grid[r, c])));
        return $"{{{string.Join(';', rows)}}}";
    }

    private static Operand Evaluate(SyntaxNode node, CallSite site) => node.Kind switch
    {
        SyntaxKind.Number => double.Parse(node.Token!.Value.ToString(), CultureInfo.InvariantCulture),
        SyntaxKind.Text => node.Token!.Value.ToString()[1..^1],
        SyntaxKind.Logical => bool.Parse(node.Token!.Value.ToString()),
        SyntaxKind.Error => ErrorText.TryParse(node.Token!.Value.ToString(), out var error) ? error : ErrorKind.Unknown,
        SyntaxKind.Negate => -Evaluate(node.Children[0], site).Word.Number,
        SyntaxKind.Missing => new CellValue(CellWord.Omitted),
        SyntaxKind.Array => Array(node, site),
        SyntaxKind.Reference => Operand.Area(site.Area(0, CellRange.Parse(node.Token!.Value.ToString()))),
        SyntaxKind.Call => Call(node, site),
        _ => throw new FormatException($"{node.Kind}: {node}"),
    };

    private static Operand Array(SyntaxNode node, CallSite site)
    {
        var values = node.Children.SelectMany(r => r.Children).Select(e => Evaluate(e, site).Value).ToArray();
        return Operand.Array(new ArrayValue(node.Children.Count, values.Length / node.Children.Count, values));
    }

    private static Operand Call(SyntaxNode node, CallSite site)
    {
        Assert.True(FunctionCatalog.TryFind(node.Token!.Value.ToString(), out var declaration));
        var children = node.Children is [{ Kind: SyntaxKind.Missing }] ? [] : node.Children;
        Assert.InRange(children.Count, declaration.MinArguments, declaration.MaxArguments);
        var arguments = children.Select(c => Evaluate(c, site)).ToArray();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (declaration.KindOf(i, arguments.Length) != ArgumentKind.Value || arguments[i].Grid is not { } grid) continue;
            Assert.True(grid.Count == 1, "Nothing is lifted here.");
            arguments[i] = grid.Element(0, 0);
        }
        return FunctionLibrary.Find(declaration.Id)!(arguments, site);
    }
}
