using System.Buffers;
using Recalc.Syntax;

namespace Recalc.Tests.Syntax;

/// <summary>What holds of the parse of any bytes whatever. Linear and without recursion, so that it can be asked of any depth.</summary>
internal static class SyntaxInvariants
{
    /// <summary>Parses without regard to the limits of length, if the text is one that the lexer can take at all; checks the tables.</summary>
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
        Assert.True(text.SequenceEqual(printed.WrittenSpan), "printed text differs");
        Assert.True(text.SequenceEqual(tree.Text.Span), "kept text differs");
        for (var i = 1; i < tree.Diagnostics.Count; i++) Assert.True(tree.Diagnostics[i - 1].Offset < tree.Diagnostics[i].Offset, "order of diagnostics");
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
            Assert.True(token.Offset == end, "tokens do not tile");
            Assert.True(token.Length > 0 || token.Kind == TokenKind.End, "empty token");
            end = token.End;
            if (token.Kind == TokenKind.Reference) Assert.True(token.Data == data++ && data <= references, "reference without an entry");
        }
        Assert.Equal(length, end);
        Assert.Equal(TokenKind.End, tokens[^1].Kind);
    }

    // Post-order: a stack of finished subtrees, of which a node takes as many as it has children.
    private static void CheckNodes(SyntaxBuffer buffer, int length)
    {
        var nodes = buffer.Nodes;
        var finished = new Stack<int>();
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = nodes[i];
            Assert.True(node.Offset >= 0 && node.Length >= 0 && node.End <= length, "node outside of the text");
            Assert.True(node.Token < buffer.Tokens.Length, "no such token");
            if (node.IsQualified) Assert.Equal(TokenKind.Qualifier, buffer.Tokens[node.Token - 1].Kind);
            Assert.True(node.Children <= finished.Count, "children are missing");
            var (size, end) = (1, node.End);
            for (var child = 0; child < node.Children; child++)
            {
                var inner = nodes[finished.Pop()];
                size += inner.Size;
                Assert.True(inner.Offset >= node.Offset && inner.End <= end, "children overlap or stick out");
                end = inner.Offset;
            }
            Assert.Equal(size, node.Size);
            finished.Push(i);
        }
        Assert.Single(finished);
    }

    private static void CheckDiagnostics(ReadOnlySpan<DiagnosticRecord> diagnostics, int length)
    {
        Assert.True(diagnostics.Length <= SyntaxLimits.Diagnostics, "too many diagnostics");
        foreach (var diagnostic in diagnostics)
            Assert.True(diagnostic.Offset >= 0 && diagnostic.Length >= 0 && diagnostic.Offset + diagnostic.Length <= length, "diagnostic outside of the text");
    }

    // A formula without a mistake: every token has its place in the tree, and just one.
    private static void CheckCoverage(SyntaxBuffer buffer)
    {
        var uses = new int[buffer.Tokens.Length];
        foreach (var node in buffer.Nodes)
        {
            Assert.NotEqual(SyntaxKind.Juxtaposition, node.Kind);
            if (node.Token < 0) continue;
            uses[node.Token]++;
            if (node.IsQualified) uses[node.Token - 1]++;
        }
        for (var i = 0; i < uses.Length; i++)
        {
            var kind = buffer.Tokens[i].Kind;
            Assert.NotEqual(TokenKind.Bad, kind);
            if (kind is TokenKind.Space or TokenKind.LeftParenthesis) Assert.True(uses[i] <= 1, "token used twice");
            else Assert.True(uses[i] == (IsPunctuation(kind) ? uses[i] & 1 : 1), $"{kind} used {uses[i]} times");
        }
    }

    // A comma is a union or only separates; what closes and separates belongs to no node.
    private static bool IsPunctuation(TokenKind kind) => kind is TokenKind.Start or TokenKind.End or TokenKind.Comma or TokenKind.Semicolon
        or TokenKind.RightParenthesis or TokenKind.RightBrace;
}
