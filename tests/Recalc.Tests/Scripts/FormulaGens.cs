using CsCheck;
using Recalc.Addressing;
using Recalc.Tests.Addressing;

namespace Recalc.Tests.Scripts;

/// <summary>Formulas by Excel's grammar, in the spelling in which they print.</summary>
internal static class FormulaGens
{
    private const int Depth = 4;

    private static readonly Gen<Piece[]> Number = Text("0", "1", "42", "1.5", ".25", "3.", "1E+10", "2e-3", "0012", "123456789012345678", "1E308");

    private static readonly Gen<Piece[]> Literal = Gen.OneOf(
        Number,
        Text("TRUE", "FALSE", "true"),
        Text("#N/A", "#DIV/0!", "#REF!", "#NAME?", "#GETTING_DATA"),
        Text("\"\"", "\"a\"", "\"say \"\"hi\"\"\"", "\"A1\"", "\"\u0001\u0002\u0003\u0004\u0000\"", "\"größe 東京 😀\"", "\"a\tb\nc\""));

    private static readonly Gen<Piece[]> Qualifier = Text(
        "Sheet1!", "'it''s'!", "'a b'!", "[1]Data!", "[2]!", "'[Book 1.xlsx]My sheet'!", "'C:\\dir\\[b.xlsx]S'!", "Größe!", "#REF!");

    private static readonly Gen<Piece[]> Span = Text("Jan:Dec!", "'a b:c d'!", "[1]Jan:Dec!");

    private static readonly Gen<Piece[]> Area = Gens.Reference.Select(area => new[] { new Piece(null, area) });

    private static readonly Gen<Piece[]> Cell = Gens.Reference.Where(r => r.Shape is ReferenceShape.Cell or ReferenceShape.Area).Select(area => new[] { new Piece(null, area) });

    /// <summary>Names that are no reference in either spelling.</summary>
    private static readonly Gen<Piece[]> Name = Text("foo", "_x", "Größe", "tax.rate", "\\n", "x", "total?", "東京");

    private static readonly Gen<Piece[]> Structured = Text(
        "T[]", "T[a]", "T[[#All],[a b]]", "T[[#Headers],[#Data],[a]:[b]]", "T[#Totals]", "[@x]", "[@[a b]:[c]]", "T[@]", "[a]", "T['[x'] '#1'']", "Größe[東京]");

    private static readonly Gen<Piece[]> Array = Text(
        "{1}", "{1,2;3,4}", "{-1,+2}", "{\"a\",TRUE,#N/A}", "{1;2;3}", "{\"\u0001\",\"x\"}", "{ 1 , -2.5 }");

    /// <summary>What a reference operator takes.</summary>
    private static readonly Gen<Piece[]> Place = Gen.OneOf(
        Area, Area, Area,
        Join(Qualifier, Area),
        Name,
        Join(Qualifier, Name),
        Structured,
        Join(Text("INDEX("), Area, Text(",1,2)")),
        Join(Text("OFFSET("), Cell, Text(",1,2)")));

    private static readonly Gen<Piece[]> Leaf = Gen.Frequency((3, Literal), (5, Place), (1, Array), (1, Join(Span, Cell)));

    private static readonly Gen<Piece[]> Space = Text("", "", "", "", " ", "  ", "\r\n");

    /// <summary>Whole formulas, without the leading equals sign.</summary>
    public static readonly Gen<Piece[]> Formula = Build();

    private static Gen<Piece[]> Build()
    {
        var expression = Leaf;
        for (var depth = 1; depth < Depth; depth++) expression = Gen.Frequency((1, Leaf), (3, Deeper(expression)));
        return expression;
    }

    private static Gen<Piece[]> Deeper(Gen<Piece[]> x)
    {
        var argument = Gen.Frequency((6, x), (1, Text("")));
        return Gen.Frequency(
            (6, Join(x, Space, Text("+", "-", "*", "/", "^", "&", "=", "<>", "<", "<=", ">", ">="), Space, x)),
            (2, Join(Text("-", "+", "--", "@"), x)),
            (1, Join(Parenthesized(x), Text("%", "%%"))),
            (2, Parenthesized(x)),
            (1, References()),
            (3, Join(Text("SUM(", "AVERAGE(", "nope(", "_xlfn.CONCAT(", "[1]!f("), argument, Text(",", " , "), argument, Text(")"))),
            (1, Text("PI()", "NOW( )", "nope()")),
            (2, Join(Text("IF("), x, Text(","), argument, Gen.OneOf(Text(""), Join(Text(","), argument)), Text(")"))),
            (1, Join(Text("IFERROR(", "_xlfn.IFNA("), x, Text(","), argument, Text(")"))),
            (1, Join(Text("CHOOSE("), x, Text(","), argument, Text(","), argument, Text(")"))),
            (1, Join(Text("SWITCH("), x, Text(","), x, Text(","), argument, Gen.OneOf(Text(""), Join(Text(","), argument)), Text(")"))),
            (1, Join(Text("_xlfn.IFS("), x, Text(","), argument, Text(","), x, Text(","), argument, Text(")"))),
            (1, Join(Text("LET(x,", "LET(_xlpm.x,"), x, Text(",foo,"), x, Text(","), x, Text(")"))),
            (1, Join(Text("LAMBDA(x,", "LAMBDA(x,foo,", "LAMBDA(", "LAMBDA(x,[_x],"), x, Text(")"))),
            (1, Join(Text("LAMBDA(x,foo,"), x, Text(")("), x, Text(","), argument, Text(")"))));
    }

    private static Gen<Piece[]> References() => Gen.OneOf(
        Join(Text("("), Place, Text(",", " , "), Place, Text(")")),
        Join(Text("("), Place, Text(" ", "  "), Place, Text(")")),
        Join(Cell, Text(":"), Text("INDEX("), Cell, Text(",1)")),
        Join(Cell, Text("#")),
        Join(Text("_xlfn.ANCHORARRAY(", "_xlfn.SINGLE("), Place, Text(")")));

    private static Gen<Piece[]> Parenthesized(Gen<Piece[]> x) => Join(Text("("), Space, x, Space, Text(")"));

    private static Gen<Piece[]> Text(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => new Piece[] { texts[i] });

    private static Gen<Piece[]> Join(params Gen<Piece[]>[] parts) =>
        parts.Aggregate((left, right) => Gen.Select(left, right, (a, b) => a.Concat(b).ToArray()));
}
