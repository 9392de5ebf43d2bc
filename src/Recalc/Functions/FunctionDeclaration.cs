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

    // A registered function.
    internal FunctionDeclaration(string name, Signature signature, int minimum, int maximum, FunctionPromises promises, bool yieldsArray)
        : this(name, FunctionFamily.Host, signature, minimum, maximum, promises.Purity, promises.Description)
    {
        Promises = promises;
        _isArrayMaker = yieldsArray;
        IsKept = promises.Purity == FunctionPurity.Pure && promises.Cost >= FunctionPromises.LeastCostKept && !yieldsArray && signature.TakesValuesOnly;
    }

    private readonly bool _isArrayMaker;

    /// <summary>The name without the prefixes that files use; of a function of the catalogue in capitals, else as it was registered.</summary>
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

    /// <summary>All that is promised of it. Made when it is first asked for a function of the catalogue.</summary>
    public FunctionPromises Promises
    {
        get => field ??= new FunctionPromises { Purity = Purity, Description = Description };
        private init;
    }

    /// <summary>
    /// True when results are kept: of a registered function that is pure, takes and yields single values, and is more work than to look a result up.
    /// </summary>
    internal bool IsKept { get; }

    /// <summary>What computes a registered function; null for one of the catalogue, whose body <see cref="FunctionLibrary"/> knows.</summary>
    internal FunctionBody? Body { get; init; }

    /// <summary>
    /// The item of a call in a script: the position in <see cref="FunctionCatalog.All"/>, and behind those the registered functions of a workbook.
    /// </summary>
    internal int Id { get; set; } = -1;

    /// <summary>True when it is there to yield an array, though its arguments may be single values.</summary>
    internal bool YieldsArray => _isArrayMaker || ArrayFunctions.Names.Contains(Name);

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
