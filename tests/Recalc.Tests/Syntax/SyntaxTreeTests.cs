using System.Text;
using Recalc.Syntax;

namespace Recalc.Tests.Syntax;

public class SyntaxTreeTests
{
    [Fact]
    public void A_node_knows_its_text_token_qualifier_and_children()
    {
        var tree = SyntaxTree.Parse("= SUM( 'My Sheet'!A1 , 2 )%", stream: "B7");
        var call = Assert.Single(tree.Root.Children);
        Assert.Equal((SyntaxKind.Percent, "SUM( 'My Sheet'!A1 , 2 )%", "%"),
            (tree.Root.Kind, tree.Root.ToString(), tree.Root.Token.ToString()));
        Assert.Equal((SyntaxKind.Call, 2, "SUM( 'My Sheet'!A1 , 2 )", "SUM"),
            (call.Kind, call.Offset, call.ToString(), call.Token.ToString()));
        Assert.Equal(["'My Sheet'!A1", "2"], call.Children.Select(child => child.ToString()));
        Assert.Equal(("A1", "'My Sheet'!"), (call.Children[0].Token.ToString(), call.Children[0].Qualifier.ToString()));
        Assert.Null(call.Qualifier);
        Assert.Equal("B7", tree.Stream);
        Assert.Equal(FormulaDialect.A1, tree.Dialect);
    }

    [Fact]
    public void A_call_may_be_qualified()
    {
        var call = SyntaxTree.Parse("=[1]!Macro(1)").Root;
        Assert.Equal(("[1]!Macro(1)", "Macro", "[1]!"), (call.ToString(), call.Token.ToString(), call.Qualifier.ToString()));
    }

    [Fact]
    public void An_omitted_argument_has_a_place_but_no_text()
    {
        var arguments = SyntaxTree.Parse("=IF(1, ,2)").Root.Children;
        Assert.Equal([(4, 1), (7, 0), (8, 1)], arguments.Select(a => (a.Offset, a.Length)));
        Assert.Null(arguments[1].Token);
    }

    [Fact]
    public void Tokens_tile_the_text_space_included()
    {
        var tree = SyntaxTree.Parse("= 1 +A1");
        Assert.Equal(
            [TokenKind.Start, TokenKind.Space, TokenKind.Number, TokenKind.Space, TokenKind.Plus, TokenKind.Reference, TokenKind.End],
            tree.Tokens.Select(token => token.Kind));
        Assert.Equal("= 1 +A1", string.Concat(tree.Tokens.Select(token => token.ToString())));
        Assert.Same(tree.Tokens, tree.Tokens);
    }

    [Fact]
    public void The_text_is_kept_apart_from_the_array_that_was_parsed()
    {
        var bytes = "=A1"u8.ToArray();
        var tree = SyntaxTree.Parse(bytes);
        bytes[1] = (byte)'B';
        Assert.Equal("=A1", tree.ToString());
        Assert.Equal("A1", Encoding.UTF8.GetString(tree.Root.Bytes));
    }

    [Fact]
    public void Nodes_are_equal_when_they_are_the_same_of_the_same_tree()
    {
        var (tree, other) = (SyntaxTree.Parse("=A1+A1"), SyntaxTree.Parse("=A1+A1"));
        Assert.True(tree.Root == tree.Root.Children[0].Children.Append(tree.Root).Last());
        Assert.True(tree.Root.Children[0] != tree.Root.Children[1]);
        Assert.True(tree.Root != other.Root);
        Assert.True(tree.Root.Equals((object)tree.Root));
        Assert.Equal(tree.Root.GetHashCode(), other.Root.GetHashCode());
    }

    [Fact]
    public void No_text_is_a_bad_call() => Assert.Throws<ArgumentNullException>(() => SyntaxTree.Parse((string)null!));

    [Fact]
    public void References_are_read_on_the_way()
    {
        var buffer = new SyntaxBuffer();
        new Parser(buffer).Parse("=SUM(A1:$B$2,C:C)+LOG10(1)"u8, FormulaDialect.A1);
        Assert.Equal(["RC:R2C2", "C[2]"], buffer.References.ToArray().Select(area => area.ToString()));
    }
}
