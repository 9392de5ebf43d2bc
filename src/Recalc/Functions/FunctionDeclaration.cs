namespace Recalc.Functions;

/// <summary>
/// What is promised of a function: to the compiler its arguments and purity, to people its family and description. Immutable; safe to
/// share.
/// </summary>
public sealed class FunctionDeclaration
{
    internal FunctionDeclaration(
        string name, FunctionFamily family, Signature signature, int minimum, int maximum, FunctionPurity purity, string description)
    {
        (Name, Family, MinArguments, MaxArguments, Purity, Description) = (name, family, minimum, maximum, purity, description);
        RefusesOmission = ToolPakFunctions.Names.Contains(name) && !ToolPakFunctions.Lenient.Contains(name);
        Signature = signature;
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

    /// <summary>True when it is there to yield an array, though its arguments may be single values.</summary>
    internal bool YieldsArray => ArrayFunctions.Names.Contains(Name);

    /// <summary>True when it makes #VALUE! of several cells where it wants a single value.</summary>
    internal bool RefusesAreas => ToolPakFunctions.Names.Contains(Name);

    /// <summary>True when it is #N/A where an argument that must be given is left out between commas; to others that is a blank.</summary>
    internal bool RefusesOmission { get; }

    /// <summary>The kinds of its arguments.</summary>
    internal Signature Signature { get; }

    /// <summary>
    /// How the argument at <paramref name="index"/> (from zero) is taken when it is not known how many there are. Kinds that repeat do so
    /// without end; an argument past the ones that the function takes is a <see cref="ArgumentKind.Value"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public ArgumentKind KindOf(int index) => Signature.KindOf(index);

    /// <summary>
    /// How the argument at <paramref name="index"/> (from zero) of a call with so many <paramref name="arguments"/> is taken. It differs
    /// from the shorter form where the last argument is unlike those before it: the lambda of MAP, the result of LET.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or not less than the number of arguments.</exception>
    public ArgumentKind KindOf(int index, int arguments) => Signature.KindOf(index, arguments);
}
