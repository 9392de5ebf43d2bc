using Recalc.Values;

namespace Recalc.Functions.Texts;

/// <summary>TEXTBEFORE and TEXTAFTER: what stands on one side of a delimiter.</summary>
internal static class PartFunctions
{
    private const int InstanceAt = 2;
    private const int CaseAt = 3;
    private const int EndAt = 4;
    private const int OtherwiseAt = 5;

    public static readonly BodyList Rows = new()
    {
        { "TEXTBEFORE", (a, site) => Part(a, site, before: true) },
        { "TEXTAFTER", (a, site) => Part(a, site, before: false) },
    };

    private static Operand Part(ReadOnlySpan<Operand> arguments, CallSite site, bool before)
    {
        if (!arguments[0].TryText(out var text, out var failure)) return failure;
        if (!arguments.TryGiven(InstanceAt, 1, site, out var instance, out failure)) return failure;
        if (!arguments.TryGiven(CaseAt, 0, site, out var mode, out failure)) return failure;
        if (!arguments.TryGiven(EndAt, 0, site, out var end, out failure)) return failure;
        if (!Delimiters.TryRead(arguments[1], mode != 0, site, out var delimiters, out failure)) return failure;
        if (instance == 0 || mode is not (0 or 1) || end is not (0 or 1)) return ErrorKind.Value;
        if (text.Length > 0 && Math.Abs((long)instance) > text.Length + end) return ErrorKind.Value;
        if (!site.TryChargeSteps((long)text.Length * delimiters.Count)) return site.OverSteps;
        if (TryFind(text, delimiters, instance, end == 1, out var place, out var length))
            return before ? text[..place] : text[(place + length)..];
        return arguments.IsGiven(OtherwiseAt) ? arguments[OtherwiseAt] : ErrorKind.NotAvailable;
    }

    // Counted from the start, or from the end when negative; the far end of the text may count as a delimiter.
    private static bool TryFind(string text, in Delimiters delimiters, int instance, bool withEnd, out int place, out int length)
    {
        (place, length) = (0, 0);
        // An empty delimiter stands where the search begins.
        if (delimiters.HasEmpty)
        {
            if (instance < 0) place = text.Length;
            return true;
        }
        if (instance > 0)
        {
            for (var from = 0; delimiters.TryFind(text, from, out place, out length); from = place + length)
            {
                if (--instance == 0) return true;
            }
            (place, length) = (text.Length, 0);
            return withEnd && instance == 1;
        }
        for (var to = text.Length; delimiters.TryFindLast(text, to, out place, out length); to = place)
        {
            if (++instance == 0) return true;
        }
        (place, length) = (0, 0);
        return withEnd && instance == -1;
    }
}
