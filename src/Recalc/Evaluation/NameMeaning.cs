using Recalc.Functions;
using Recalc.Graph;
using Recalc.Scripts;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <summary>What a name of a script means on one sheet. <c>default</c> is a name that nobody defined.</summary>
internal readonly record struct NameMeaning
{
    public NameKind Kind { get; init; }

    /// <summary>The reference that it stands for: <see cref="NameKind.Area"/> and <see cref="NameKind.Row"/>.</summary>
    public GridReference Area { get; init; }

    /// <summary>The first and last row in which a formula may stand that uses it: <see cref="NameKind.Row"/>.</summary>
    public int FirstRow { get; init; }
    public int LastRow { get; init; }

    /// <summary>True when it is a reference for a formula in a row.</summary>
    public bool IsAreaIn(int row) => Kind == NameKind.Area || (Kind == NameKind.Row && row >= FirstRow && row <= LastRow);

    /// <summary>The formula that stands in its place, and the grid whose names and cells it means: <see cref="NameKind.Formula"/>.</summary>
    public FormulaId Formula { get; init; }
    public int Scope { get; init; }

    /// <summary>What stands in its brackets: <see cref="NameKind.OwnTable"/>.</summary>
    public StructuredReference? Structure { get; init; }

    /// <summary>The function that it names: <see cref="NameKind.Function"/>.</summary>
    public FunctionDeclaration? Function { get; init; }

    /// <summary>The error that it is, and why: <see cref="NameKind.Failed"/>.</summary>
    public ErrorKind Error { get; init; }
    public Fault? Fault { get; init; }

    public static NameMeaning Failure(ErrorKind error, Fault fault) => new() { Kind = NameKind.Failed, Error = error, Fault = fault };
}
