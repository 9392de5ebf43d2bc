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
        function.Body is null && ById[function.Id] is { } form && form.Takes(arguments) ? form.Form : CallForm.Plain;

    // Excel evaluates these arguments as arrays even in a formula that is none (their parameters have the class "array"); a bit each.
    private static readonly int[] ArrayArguments = Masks(
        (All, "SUMPRODUCT MMULT MDETERM MINVERSE FREQUENCY SUMX2MY2 SUMX2PY2 SUMXMY2 MODE MODE.SNGL MODE.MULT CORREL PEARSON RSQ SLOPE"),
        (All, "INTERCEPT STEYX COVAR COVARIANCE.P COVARIANCE.S TTEST T.TEST FTEST F.TEST CHITEST CHISQ.TEST"),
        (0b0001, "INDEX"),
        (0b0110, "LOOKUP FORECAST FORECAST.LINEAR"),
        (0b0011, "PROB"),
        (0b0111, "TREND GROWTH LINEST LOGEST"),
        (All << 2, "AGGREGATE"));

    private static readonly int[] ReferenceMakers = Masks((All, "INDEX OFFSET INDIRECT XLOOKUP"));

    private const int All = -1;

    private static int[] Masks(params ReadOnlySpan<(int Mask, string Names)> lists)
    {
        var masks = new int[FunctionCatalog.All.Count];
        foreach (var (mask, names) in lists)
            foreach (var name in names.Split(' ')) masks[IdOf(name)] = mask;
        return masks;
    }

    private static int IdOf(string name) =>
        FunctionCatalog.TryFind(name, out var function) ? function.Id : throw new ArgumentException($"No function is called {name}.", nameof(name));

    /// <summary>True for an argument that is evaluated as an array in a formula of any flavor.</summary>
    public static bool TakesArrays(int function, int argument) => function < ArrayArguments.Length && (ArrayArguments[function] >> Math.Min(argument, 31) & 1) != 0;

    /// <summary>True for a function that may return a reference.</summary>
    public static bool MakesReferences(int function) => function < ReferenceMakers.Length && (ReferenceMakers[function] & 1) != 0;

    /// <summary>The operator that the function stands for.</summary>
    public static SyntaxKind OperatorOf(int function) => function == Single ? SyntaxKind.ImplicitIntersection : SyntaxKind.SpillRange;
}
