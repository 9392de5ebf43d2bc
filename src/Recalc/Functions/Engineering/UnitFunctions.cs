using Recalc.Values;

namespace Recalc.Functions.Engineering;

/// <summary>CONVERT.</summary>
internal static class UnitFunctions
{
    public static readonly BodyList Rows = new() { { "CONVERT", Convert } };

    private static Operand Convert(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!StrictBody.TryNumber(arguments[0], site, out var measure, out var failure)) return failure;
        if (!arguments[1].TryText(out var from, out failure) || !arguments[2].TryText(out var to, out failure)) return failure;
        if (!UnitTable.TryFind(from, out var source) || !UnitTable.TryFind(to, out var target)) return ErrorKind.NotAvailable;
        return source.Dimension == target.Dimension ? source.Convert(measure, target) : ErrorKind.NotAvailable;
    }
}
