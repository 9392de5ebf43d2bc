using Recalc.Functions.Special;

namespace Recalc.Functions.Engineering;

/// <summary>The error function.</summary>
internal static class ErrorFunctions
{
    // Before the rows, which hold them.
    private static readonly FunctionBody FromZero = StrictBody.Of(ErrorFunction.Of);
    private static readonly FunctionBody Between = StrictBody.Of(2, [], n => ErrorFunction.Of(n[1]) - ErrorFunction.Of(n[0]));

    public static readonly BodyList Rows = new()
    {
        { "ERF", (a, site) => a.IsGiven(1) ? Between(a, site) : FromZero(a, site) },
        { "ERF.PRECISE", FromZero },
        { "ERFC", StrictBody.Of(ErrorFunction.Rest) },
        { "ERFC.PRECISE", StrictBody.Of(ErrorFunction.Rest) },
    };
}
