using System.Buffers;
using Recalc.Syntax;

namespace Recalc.Tests.Syntax;

/// <summary>What holds of the parse of any bytes whatever. Linear and without recursion, so that it can be asked of any depth.</summary>
internal static class SyntaxInvariants
{
    /// <summary>
    /// Parses without regard to the limits of length, if the text is one that the lexer can take at all; checks the
    /// tables.
    /// </summary>
    public static SyntaxBuffer CheckTables(ReadOnlySpan<byte> text, FormulaDialect dialect)
    {
        var buffer = new SyntaxBuffer();
        Lexer.Run(text, dialect, buffer);
        new Parser(buffer).ParseTokens();
        CheckTokens(buffer.Tokens, text.Length, buffer.References.Length);
        CheckNodes(buffer, text.Length);
        CheckDiagnostics(buffer.Diagnostics, text.Length);
        if (!buffer.HasErrors) CheckCoverage(buffer);
        return buffer;
    }

    /// <summary>Parses as a user does and checks what the public surface says.</summary>
    public static SyntaxTree CheckTree(ReadOnlySpan<byte> text, FormulaDialect dialect)
    {
        var tree = SyntaxTree.Parse(text, dialect);
        CheckTokens(tree.TokenArray, text.Length, int.MaxValue);
        var printed = new ArrayBufferWriter<byte>();
        tree.WriteTo(printed);
        Hold(text.SequenceEqual(printed.WrittenSpan), "printed text differs");
        Hold(text.SequenceEqual(tree.Text.Span), "kept text differs");
        for (var i = 1; i < tree.Diagnostics.Count; i++)
            Hold(tree.Diagnostics[i - 1].Offset < tree.Diagnostics[i].Offset, "order of diagnostics");
        foreach (var diagnostic in tree.Diagnostics)
        {
            var lines = diagnostic.Render(text).Split('\n');
            Assert.Equal(3, lines.Length);
            Assert.Contains('^', lines[1]);
            Assert.DoesNotContain(lines[0], char.IsControl);
        }
        return tree;
    }

    private static void CheckTokens(ReadOnlySpan<Token> tokens, int length, int references)
    {
        var (end, data) = (0, 0);
        foreach (var token in tokens)
        {
            Hold(token.Offset == end, "tokens do not tile");
            Hold(token.Length > 0 || token.Kind == TokenKind.End, "empty token");
            end = token.End;
            if (token.Kind == TokenKind.Reference) Hold(token.Data == data++ && data <= references, "reference without an entry");
        }
        Assert.Equal(length, end);
        Assert.Equal(TokenKind.End, tokens[^1].Kind);
    }

    // Post-order: a stack of finished subtrees, of which a node takes as many as it has children.
    private static void CheckNodes(SyntaxBuffer buffer, int length)
    {
        var nodes = buffer.Nodes;
        var tokens = buffer.Tokens;
        var finished = new Stack<int>();
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = nodes[i];
            Hold(node.Offset >= 0 && node.Length >= 0 && node.End <= length, "node outside of the text");
            Hold(node.Token < tokens.Length, "no such token");
            if (node.IsQualified) Hold(tokens[node.Token - 1].Kind == TokenKind.Qualifier, "no qualifier");
            Hold(node.Children <= finished.Count, "children are missing");
            var (size, end) = (1, node.End);
            for (var child = 0; child < node.Children; child++)
            {
                var inner = nodes[finished.Pop()];
                size += inner.Size;
                Hold(inner.Offset >= node.Offset && inner.End <= end, "children overlap or stick out");
                end = inner.Offset;
            }
            Hold(size == node.Size, "size of a subtree");
            finished.Push(i);
        }
        Assert.Single(finished);
    }

    private static void CheckDiagnostics(ReadOnlySpan<DiagnosticRecord> diagnostics, int length)
    {
        Hold(diagnostics.Length <= SyntaxLimits.Diagnostics, "too many diagnostics");
        foreach (var diagnostic in diagnostics)
            Hold(diagnostic.Offset >= 0 && diagnostic.Length >= 0 && diagnostic.Offset + diagnostic.Length <= length,
                "diagnostic outside of the text");
    }

    // A formula without a mistake: every token has its place in the tree, and just one.
    private static void CheckCoverage(SyntaxBuffer buffer)
    {
        var uses = new int[buffer.Tokens.Length];
        foreach (var node in buffer.Nodes)
        {
            Hold(node.Kind != SyntaxKind.Juxtaposition, "unreported juxtaposition");
            if (node.Token < 0) continue;
            uses[node.Token]++;
            if (node.IsQualified) uses[node.Token - 1]++;
        }
        for (var i = 0; i < uses.Length; i++)
        {
            var kind = buffer.Tokens[i].Kind;
            Hold(kind != TokenKind.Bad, "unreported bytes");
            if (kind is TokenKind.Space or TokenKind.LeftParenthesis) Hold(uses[i] <= 1, "token used twice");
            else Hold(uses[i] == (IsPunctuation(kind) ? uses[i] & 1 : 1), "token used never or twice");
        }
    }

    // A comma is a union or only separates; what closes and separates belongs to no node.
    private static bool IsPunctuation(TokenKind kind) => kind is TokenKind.Start or TokenKind.End or TokenKind.Comma or TokenKind.Semicolon
        or TokenKind.RightParenthesis or TokenKind.RightBrace;

    // Asked for every node: cheaper than an assertion that formats.
    private static void Hold(bool condition, string message)
    {
        if (!condition) Assert.Fail(message);
    }
}
