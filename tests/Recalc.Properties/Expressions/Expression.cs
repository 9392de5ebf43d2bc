using Recalc.Addressing;

namespace Recalc.Properties.Expressions;

/// <summary>A formula that can be written down for any cell. Immutable.</summary>
internal abstract record Expression
{
    public virtual IReadOnlyList<Expression> Parts => [];

    /// <summary>The formula as it reads in a cell.</summary>
    public abstract string At(CellAddress cell);

    public virtual Expression With(IReadOnlyList<Expression> parts) => this;

    /// <summary>All references in it.</summary>
    public IEnumerable<CellReference> References() => this is CellReference own ? [own] : Parts.SelectMany(p => p.References());

    /// <summary>All names in it.</summary>
    public IEnumerable<string> Names() => this is Name own ? [own.Text] : Parts.SelectMany(p => p.Names());

    /// <summary>This expression with one place in it simplified, in all ways.</summary>
    public IEnumerable<Expression> Simpler()
    {
        foreach (var part in Parts) yield return part;
        if (this is not Literal) yield return new Literal("1");
        for (var i = 0; i < Parts.Count; i++)
            foreach (var simpler in Parts[i].Simpler()) yield return With([.. Parts.Take(i), simpler, .. Parts.Skip(i + 1)]);
    }
}

/// <summary>A constant, as it is written.</summary>
internal sealed record Literal(string Text) : Expression
{
    public override string At(CellAddress cell) => Text;
}

/// <summary>A defined name.</summary>
internal sealed record Name(string Text) : Expression
{
    public override string At(CellAddress cell) => Text;
}

/// <summary>An operator or call: a text with a place for each part.</summary>
internal sealed record Form(string Template, IReadOnlyList<Expression> Operands) : Expression
{
    public Form(string template, params Expression[] operands) : this(template, (IReadOnlyList<Expression>)operands) { }

    public override IReadOnlyList<Expression> Parts => Operands;

    public override string At(CellAddress cell) => string.Format(null, Template, [.. Operands.Select(o => o.At(cell))]);

    public override Expression With(IReadOnlyList<Expression> parts) => new Form(Template, parts);
}
