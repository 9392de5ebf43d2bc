using System.Buffers;
using System.Text;
using Recalc.Syntax;

namespace Recalc.Repl.Evaluating;

/// <summary>
/// Writes a formula so that it means the same wherever it stands: references that name no sheet are given one, and all are made absolute.
/// </summary>
internal static class AbsoluteFormula
{
    /// <summary>The formula as it is meant on the sheet <paramref name="home"/>, where its references lead.</summary>
    public static string Of(SyntaxTree tree, Sheet home)
    {
        var text = tree.Text.Span;
        var result = new ArrayBufferWriter<byte>(text.Length);
        var at = 0;
        foreach (var reference in References(tree.Root))
        {
            var token = reference.Token!.Value;
            result.Write(text[at..token.Offset]);
            if (reference.Qualifier is null) result.Write(Encoding.UTF8.GetBytes($"{CellName.Quote(home.Name)}!"));
            WriteAbsolute(token.Bytes, result);
            at = token.Offset + token.Length;
        }
        result.Write(text[at..]);
        return Encoding.UTF8.GetString(result.WrittenSpan);
    }

    // From left to right; depth costs no stack.
    private static IEnumerable<SyntaxNode> References(SyntaxNode root)
    {
        var pending = new Stack<SyntaxNode>([root]);
        while (pending.TryPop(out var node))
        {
            if (node.Kind == SyntaxKind.Reference) yield return node;
            var children = node.Children;
            for (var i = children.Count - 1; i >= 0; i--) pending.Push(children[i]);
        }
    }

    // A dollar sign before every run of letters and every run of digits: $A$1:$B$2, $A:$C, $1:$3.
    private static void WriteAbsolute(ReadOnlySpan<byte> reference, ArrayBufferWriter<byte> result)
    {
        var previous = (byte)0;
        foreach (var b in reference)
        {
            if (b == '$') continue;
            if (IsPart(b) && (!IsPart(previous) || char.IsAsciiDigit((char)b) != char.IsAsciiDigit((char)previous))) result.Write("$"u8);
            result.Write([b]);
            previous = b;
        }
    }

    private static bool IsPart(byte b) => char.IsAsciiLetterOrDigit((char)b);
}
