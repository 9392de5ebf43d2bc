namespace Recalc.Functions;

/// <summary>
/// What is promised of a function: to the compiler its arguments and purity, to people its family and description. Immutable; safe to
/// share.
/// </summary>
public sealed class FunctionDeclaration
{
    private readonly ArgumentKind[] _kinds;
    private readonly int _repeat;

    internal FunctionDeclaration(string name, FunctionFamily family, int minimum, int maximum, ArgumentKind[] kinds, int repeat, FunctionPurity purity, string description)
    {
        (Name, Family, MinArguments, MaxArguments, Purity, Description) = (name, family, minimum, maximum, purity, description);
        (_kinds, _repeat) = (kinds, repeat);
    }

    /// <summary>The name in capitals, without the prefixes that files use.</summary>
    public string Name { get; }

    /// <summary>The family.</summary>
    public FunctionFamily Family { get; }

    /// <summary>The fewest arguments it takes.</summary>
    public int MinArguments { get; }

    /// <summary>The most arguments it takes; 255 when there is no limit of its own.</summary>
    public int MaxArguments { get; }

    /// <summary>What its result rests on.</summary>
    public FunctionPurity Purity { get; }

    /// <summary>What it computes, in one line.</summary>
    public string Description { get; }

    /// <summary>The position in <see cref="FunctionCatalog.All"/>: the item of a call in a script.</summary>
    internal int Id { get; set; } = -1;

    /// <summary>How the argument at <paramref name="index"/> (from zero) is taken; the last kinds repeat.</summary>
    public ArgumentKind KindOf(int index)
    {
        if (_kinds.Length == 0) return ArgumentKind.Value;
        if (index < _kinds.Length) return _kinds[index];
        return _kinds[_kinds.Length - _repeat + (index - _kinds.Length) % _repeat];
    }
}
