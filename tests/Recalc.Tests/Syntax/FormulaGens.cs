using System.Text;
using CsCheck;
using Recalc.Addressing;
using Recalc.Syntax;
using Recalc.Tests.Addressing;

namespace Recalc.Tests.Syntax;

/// <summary>Formulas that are right, formulas that were, and bytes that never were any.</summary>
internal static class FormulaGens
{
    private const int Depth = 5;

    private static readonly Gen<string> Sheet = Gen.OneOf("'My Sheet'!", "'it''s'!", "'[1]a b'!", "[1]Sheet1!", "[1]!", "Sheet1!",
        "Jan:Mar!", "Blatt.Ä!", "'C:\\d\\[b.xlsx]s'!");
    private static readonly Gen<string> QuotedSheet = Gen.OneOf("'My Sheet'!", "'it''s'!", "'[1]a b'!");
    private static readonly Gen<string> Macro = Gen.OneOf("", "", "", "'My Sheet'!", "[1]!");    // first:Sheet1!F() would be two sheets
    private static readonly Gen<string> Name = Gen.OneOf("rate", "_x", "\\path", "größe", "利率", "a.b?", "x1.y", "XFE1", "_xlpm.x",
        "TRUETYPE");
    private static readonly Gen<string> Function = Gen.OneOf("SUM", "INDEX", "LOG10", "BIN2DEC", "_xlfn.CONCAT", "_xlfn._xlws.SORT",
        "my.größe", "TRUE", "LAMBDA");

    private static readonly Gen<FormulaPiece> Literal = Gen.OneOf(
        Gen.OneOf("0", "1", "42", ".5", "1.", "1.5E+3", "2e-7", "007").Select(n => FormulaPiece.Leaf(n)),
        Gen.OneOf("\"\"", "\"a\"", "\"say \"\"hi\"\"\"", "\"(,;{\"", "\"é\n\"").Select(t => FormulaPiece.Leaf(t)),
        Gen.OneOf("TRUE", "false", "#N/A", "#DIV/0!", "#NAME?", "#REF!", "#SPILL!").Select(c => FormulaPiece.Leaf(c)));

    private static readonly Gen<FormulaPiece> Reference = Gen.OneOf(
        Gens.Reference.Select(area => FormulaPiece.Area(Spell(area), isBare: true)),
        Gen.Select(QuotedSheet, Gens.Reference, (sheet, area) => FormulaPiece.Area(sheet + Spell(area), $"(In {sheet} {Spell(area)})",
            isBare: true)),
        Name.Select(name => FormulaPiece.Area(name, $"name:{name}")),
        Gen.Select(QuotedSheet, Name, (sheet, name) => FormulaPiece.Area(sheet + name, $"(In {sheet} name:{name})")),
        Gen.OneOf("T[x]", "Täble.1[[#This Row],[a'[b']]]", "[@[x y]]", "T[[#All],[a]:[b]]", "_t[]")
            .Select(t => FormulaPiece.Area(t, $"table:{t}")),
        Gen.Const(FormulaPiece.Area("#REF!")));

    private static readonly Gen<FormulaPiece> Leaf = Gen.OneOf(Literal, Reference,
        Gen.Select(Sheet, Gens.Reference, (sheet, area) => FormulaPiece.Leaf(sheet + Spell(area), $"(In {sheet} {Spell(area)})")),
        Constants());

    private static readonly (string Sign, SyntaxKind Kind, Precedence Precedence)[] Operators =
    [
        ("+", SyntaxKind.Add, Precedence.Sum), (" - ", SyntaxKind.Subtract, Precedence.Sum),
        ("*\n", SyntaxKind.Multiply, Precedence.Product),
        ("/", SyntaxKind.Divide, Precedence.Product), ("^", SyntaxKind.Power, Precedence.Power),
        (" &", SyntaxKind.Concatenate, Precedence.Concatenation),
        ("=", SyntaxKind.Equal, Precedence.Comparison), ("<>", SyntaxKind.NotEqual, Precedence.Comparison),
        ("<", SyntaxKind.Less, Precedence.Comparison),
        (" <= ", SyntaxKind.LessOrEqual, Precedence.Comparison), (">", SyntaxKind.Greater, Precedence.Comparison),
        (">=", SyntaxKind.GreaterOrEqual, Precedence.Comparison),
    ];

    /// <summary>A formula of Excel without a mistake, and its tree.</summary>
    public static readonly Gen<FormulaPiece> Valid = Gen.Recursive<FormulaPiece>((depth, piece) => depth >= Depth ? Leaf : Gen.Frequency(
        (4, Leaf),
        (3, Gen.Select(piece, Gen.OneOf(Operators), piece, (l, o, r) => l.Joined(o.Sign, o.Kind, o.Precedence, r))),
        (1, Gen.Select(piece, Gen.Bool, (p, minus) => p.Prefixed(minus ? "-" : "+", minus ? SyntaxKind.Negate : SyntaxKind.UnaryPlus,
            Precedence.Sign))),
        (1, piece.Select(p => p.Prefixed("@", SyntaxKind.ImplicitIntersection, Precedence.At))),
        (1, piece.Select(p => p.Percent())),
        (1, piece.Select(p => p.Parenthesized())),
        (2, Gen.Select(Macro, Function, Arguments(piece), FormulaPiece.Call)),
        (1, Gen.Select(Function, Arguments(piece), Arguments(piece),
            (name, first, second) => FormulaPiece.Call("", name, first).Called(second))),
        (1, Gen.Select(piece, Arguments(piece), (p, arguments) => p.Parenthesized().Called(arguments))),
        (1, Area(piece).Select(p => p.Spilled())),
        (1, Gen.Select(Area(piece), Area(piece), (l, r) => l.Joined(":", SyntaxKind.Range, Precedence.Range, r))),
        (1, Gen.Select(Area(piece), Area(piece), (l, r) => l.Joined(" ", SyntaxKind.Intersection, Precedence.Intersection,
            Unparenthesized(r)))),
        (1, Gen.Select(Area(piece), Area(piece), (l, r) => l.Joined(",", SyntaxKind.Union, Precedence.Union, r).Parenthesized()))));

    /// <summary>Any bytes at all.</summary>
    public static readonly Gen<byte[]> Bytes = Gen.Byte.Array[0, 60];

    /// <summary>Bytes of which formulas are made, in no order.</summary>
    public static readonly Gen<byte[]> Scraps = Gen.OneOf("(", ")", "{", "}", "[", "]", "\"", "'", "#", "!", ":", ",", ";", "|", "~", "@",
        "$", "%", "+", "-", "*", "<", ">", "=",
        "&", "^", ".", "?", "\\", " ", "\n", "A", "A1", "$B$2", "B", "1", "9", "1E", "x", "SUM(", "LAMBDA(", "TRUE", "#REF!", "#N/A",
        "Sheet1!", "''", "'s'!", "T[", "[#All]",
        "[1]", "of:", "[.A1]", "R", "C", "R[1]", "\u00e9", "\0", "\r\n")
        .Array[0, 24].Select(scraps => Encoding.UTF8.GetBytes(string.Concat(scraps)));

    /// <summary>Right formulas after an accident: bytes cut out, put in, doubled, or the ends of two put together.</summary>
    public static readonly Gen<byte[]> Broken = Gen.Select(Valid, Valid, Gen.Int[0, 3], Gen.Int[0, 1000], Gen.Int[0, 1000], Scraps, Break);

    private static byte[] Break(FormulaPiece first, FormulaPiece second, int how, int at, int length, byte[] scraps)
    {
        var text = Encoding.UTF8.GetBytes("=" + first.Text);
        var other = Encoding.UTF8.GetBytes(second.Text);
        at %= text.Length;
        length %= text.Length - at + 1;
        return how switch
        {
            0 => [.. text[..at], .. text[(at + length)..]],
            1 => [.. text[..at], .. scraps, .. text[at..]],
            2 => [.. text[..(at + length)], .. text[at..]],
            _ => [.. text[..at], .. other[Math.Min(length, other.Length)..]],
        };
    }

    // What may stand beside a colon or a space: references, and what turns any piece into something that might be one.
    private static Gen<FormulaPiece> Area(Gen<FormulaPiece> piece) =>
        Gen.OneOf(Reference, piece.Select(p => p.IsReference ? p : FormulaPiece.Call("", "INDEX", [p])));

    // Behind a word and a space a parenthesis would make a call of the word.
    private static FormulaPiece Unparenthesized(FormulaPiece piece) =>
        piece.Text.StartsWith('(') || piece.Binds <= Precedence.Intersection ? FormulaPiece.Call("", "INDEX", [piece]) : piece;

    private static Gen<FormulaPiece[]> Arguments(Gen<FormulaPiece> piece) =>
        Gen.Frequency((4, piece), (1, Gen.Const(FormulaPiece.Omitted))).Array[0, 3];

    private static Gen<FormulaPiece> Constants()
    {
        var element = Gen.OneOf(Literal, Gen.OneOf("1", ".5", "2E3").Select(n => FormulaPiece.Leaf("-" + n, $"(Negate {n})")));
        return Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], element.Array[9], (rows, columns, elements) =>
        {
            var lines = Enumerable.Range(0, rows).Select(row => elements.Skip(row * columns).Take(columns).ToArray()).ToArray();
            return FormulaPiece.Leaf(
                $"{{{string.Join(';', lines.Select(line => string.Join(", ", line.Select(e => e.Text))))}}}",
                $"(Array{string.Concat(lines.Select(line => $" (ArrayRow{string.Concat(line.Select(e => " " + e.Shape))})"))})");
        });
    }

    private static string Spell(AreaReference area)
    {
        var text = new byte[A1Notation.MaxAreaLength];
        return Encoding.ASCII.GetString(text.AsSpan(0, A1Notation.WriteArea(text, area, default)));
    }
}
