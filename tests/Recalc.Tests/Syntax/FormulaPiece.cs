using Recalc.Syntax;

namespace Recalc.Tests.Syntax;

/// <summary>A part of a formula that is right by construction: its text, the tree that it must have, and how tightly it binds.</summary>
/// <param name="Text">How it is written.</param>
/// <param name="Shape">Its tree, as <see cref="FormulaShape"/> prints trees.</param>
/// <param name="Binds">The precedence of its operator; above all of them when it has none.</param>
/// <param name="IsReference">True when it may stand between <c>:</c>, space and comma.</param>
/// <param name="IsBare">True for a cell or an area, which grows together with what follows a colon.</param>
internal sealed record FormulaPiece(string Text, string Shape, Precedence Binds, bool IsReference = false, bool IsBare = false)
{
    public const Precedence Primary = Precedence.Range + 2;

    public static FormulaPiece Leaf(string text, string? shape = null) => new(text, shape ?? text, Primary);
    public static FormulaPiece Area(string text, string? shape = null, bool isBare = false) =>
        new(text, shape ?? text, Primary, true, isBare);

    public FormulaPiece Parenthesized() => new($"({Text})", $"(Parenthesized {Shape})", Primary, IsReference);

    public FormulaPiece Prefixed(string sign, SyntaxKind kind, Precedence precedence)
    {
        var operand = Binds < precedence ? Parenthesized() : this;
        return new FormulaPiece(sign + operand.Text, $"({kind} {operand.Shape})", precedence);
    }

    public FormulaPiece Percent()
    {
        var operand = Binds < Precedence.Percent ? Parenthesized() : this;
        return new FormulaPiece(operand.Text + "%", $"(Percent {operand.Shape})", Precedence.Percent);
    }

    public FormulaPiece Spilled()
    {
        var operand = Binds < Primary || IsBare ? Parenthesized() : this;
        return new FormulaPiece(operand.Text + "#", $"(SpillRange {operand.Shape})", Precedence.Range + 1, true);
    }

    public FormulaPiece Joined(string sign, SyntaxKind kind, Precedence precedence, FormulaPiece other)
    {
        var left = Binds < precedence ? Parenthesized() : this;
        var right = other.Binds <= precedence || (kind == SyntaxKind.Range && other.IsBare) ? other.Parenthesized() : other;
        return new FormulaPiece(left.Text + sign + right.Text, $"({kind} {left.Shape} {right.Shape})", precedence,
            precedence >= Precedence.Union);
    }

    public FormulaPiece Called(FormulaPiece[] arguments)
    {
        var called = Binds < Primary ? Parenthesized() : this;
        return new FormulaPiece(called.Text + List(arguments), $"(Invoke {called.Shape}{Shapes(arguments)})", Primary, true);
    }

    public static FormulaPiece Call(string qualifier, string name, FormulaPiece[] arguments)
    {
        var call = $"(Call {name}{Shapes(arguments)})";
        return new FormulaPiece(qualifier + name + List(arguments), qualifier.Length == 0 ? call : $"(In {qualifier} {call})", Primary,
            true);
    }

    /// <summary>An argument that is left out.</summary>
    public static readonly FormulaPiece Omitted = Leaf("", "_");

    private static string List(FormulaPiece[] arguments) => $"({string.Join(',', arguments.Select(a => a.Text))})";

    // One argument that is left out is none.
    private static string Shapes(FormulaPiece[] arguments) =>
        arguments is [var only] && only == Omitted ? "" : string.Concat(arguments.Select(a => " " + a.Shape));
}
