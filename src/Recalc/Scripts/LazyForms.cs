using Recalc.Functions;
using Recalc.Syntax;

namespace Recalc.Scripts;

/// <summary>Which functions of the catalogue are not called but compiled: the lazy ones, the defining ones, and operators in disguise.</summary>
internal static class LazyForms
{
    private static readonly Dictionary<string, (CallForm Form, Func<int, bool> Takes)> Forms = new(StringComparer.Ordinal)
    {
        ["IF"] = (CallForm.If, n => n is 2 or 3),
        ["IFERROR"] = (CallForm.IfError, n => n == 2),
        ["IFNA"] = (CallForm.IfNotAvailable, n => n == 2),
        ["IFS"] = (CallForm.Ifs, n => n > 0 && n % 2 == 0),
        ["CHOOSE"] = (CallForm.Choose, n => n > 1),
        ["SWITCH"] = (CallForm.Switch, n => n > 2),
        ["LET"] = (CallForm.Let, n => n > 2 && n % 2 == 1),
        ["LAMBDA"] = (CallForm.Lambda, n => n > 0),
        ["SINGLE"] = (CallForm.Operator, n => n == 1),
        ["ANCHORARRAY"] = (CallForm.Operator, n => n == 1),
    };

    private static readonly (CallForm Form, Func<int, bool> Takes)?[] ById =
        [.. FunctionCatalog.All.Select(f => Forms.TryGetValue(f.Name, out var form) ? form : ((CallForm, Func<int, bool>)?)null)];

    private static readonly int Single = FunctionCatalog.TryFind("SINGLE", out var single) ? single.Id : -1;

    /// <summary>How a call with so many arguments is compiled. With a number of arguments that the form does not take it is a plain call, which fails.</summary>
    public static CallForm Of(FunctionDeclaration function, int arguments) =>
        ById[function.Id] is { } form && form.Takes(arguments) ? form.Form : CallForm.Plain;

    // Excel evaluates the arguments of these as arrays even in a formula that is none (their parameters have the class "array").
    private static readonly bool[] ArrayTakers = Flags(
        "SUMPRODUCT", "LOOKUP", "INDEX", "MMULT", "MDETERM", "MINVERSE", "FREQUENCY", "SUMX2MY2", "SUMX2PY2", "SUMXMY2", "AGGREGATE", "MODE", "PROB",
        "TREND", "LINEST", "LOGEST", "GROWTH", "CORREL", "COVAR", "PEARSON", "RSQ", "SLOPE", "INTERCEPT", "FORECAST", "STEYX", "TTEST", "FTEST", "CHITEST");

    private static readonly bool[] ReferenceMakers = Flags("INDEX", "OFFSET", "INDIRECT", "XLOOKUP");

    private static bool[] Flags(params ReadOnlySpan<string> names)
    {
        var flags = new bool[FunctionCatalog.All.Count];
        foreach (var name in names) flags[FunctionCatalog.TryFind(name, out var function) ? function.Id : throw new ArgumentException(name, nameof(names))] = true;
        return flags;
    }

    /// <summary>True for a function that evaluates its arguments as arrays in a formula of any flavor.</summary>
    public static bool TakesArrays(int function) => ArrayTakers[function];

    /// <summary>True for a function that may return a reference.</summary>
    public static bool MakesReferences(int function) => ReferenceMakers[function];

    /// <summary>The operator that the function stands for.</summary>
    public static SyntaxKind OperatorOf(int function) => function == Single ? SyntaxKind.ImplicitIntersection : SyntaxKind.SpillRange;
}
