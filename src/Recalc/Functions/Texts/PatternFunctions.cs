using System.Text.RegularExpressions;
using Recalc.Values;

namespace Recalc.Functions.Texts;

/// <summary>Texts and regular expressions. An expression that cannot be read is #VALUE!.</summary>
internal static class PatternFunctions
{
    private const int FirstMatch = 0;
    private const int AllMatches = 1;
    private const int GroupsOfFirst = 2;

    public static readonly BodyList Rows = new()
    {
        { "REGEXTEST", (a, site) => Run(a, 2, site, static (text, regex, _, _) => regex.IsMatch(text)) },
        { "REGEXEXTRACT", (a, site) => Run(a, 3, site, Extract) },
        { "REGEXREPLACE", (a, site) => Run(a, 4, site, Replace) },
    };

    private delegate Operand PatternUse(string text, Regex expression, ReadOnlySpan<Operand> arguments, CallSite site);

    // Reads the text, the pattern, and at the end of the arguments whether case matters.
    private static Operand Run(ReadOnlySpan<Operand> arguments, int caseAt, CallSite site, PatternUse use)
    {
        if (!arguments[0].TryText(out var text, out var failure)) return failure;
        if (!arguments[1].TryText(out var pattern, out failure)) return failure;
        if (!arguments.TryOptional(caseAt, 0, site, out var sensitivity, out failure)) return failure;
        if (sensitivity is not (0 or 1) || !PatternCache.TryGet(pattern, sensitivity == 1, out var expression)) return ErrorKind.Value;
        if (!site.TryChargeSteps(text.Length)) return site.OverSteps;
        try
        {
            return use(text, expression, arguments, site);
        }
        catch (RegexMatchTimeoutException)
        {
            return site.OverSteps;
        }
    }

    private static Operand Extract(string text, Regex expression, ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments.TryOptional(2, FirstMatch, site, out var mode, out var failure)) return failure;
        if (mode is < FirstMatch or > GroupsOfFirst) return ErrorKind.Value;
        var match = expression.Match(text);
        if (!match.Success) return ErrorKind.NotAvailable;
        if (mode == FirstMatch) return match.Value;
        var values = new List<CellValue>();
        if (mode == GroupsOfFirst)
        {
            for (var i = 1; i < match.Groups.Count; i++) values.Add(match.Groups[i].Value);
            return values.Count == 0 ? ErrorKind.NotAvailable : Operand.Array(new ArrayValue(1, values.Count, [.. values]));
        }
        for (; match.Success; match = match.NextMatch())
        {
            if (!site.TryTakeText(match.Length, out failure)) return failure;
            if (!site.TryChargeMemory(1)) return site.OverMemory;
            values.Add(match.Value);
        }
        return Operand.Array(new ArrayValue(values.Count, 1, [.. values]));
    }

    // The instance counts from 1, from the end when it is negative; 0 is all of them.
    private static Operand Replace(string text, Regex expression, ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[2].TryText(out var replacement, out var failure)) return failure;
        if (!arguments.TryOptional(3, 0, site, out var instance, out failure)) return failure;
        if (instance < 0) instance += expression.Count(text) + 1;
        else if (instance == 0) instance = int.MaxValue;
        if (instance < 1) return text;
        var buffer = new TextBuffer(stackalloc char[TextBuffer.StackRoom], site.MaxTextLength);
        var (from, count) = (0, 0);
        var isAll = instance == int.MaxValue;
        for (var match = expression.Match(text); match.Success && !buffer.IsOver; match = match.NextMatch())
        {
            if (!isAll && ++count != instance) continue;
            buffer.Add(text.AsSpan(from, match.Index - from));
            buffer.Add(match.Result(replacement));
            from = match.Index + match.Length;
            if (!isAll) break;
        }
        buffer.Add(text.AsSpan(from));
        Operand result = buffer.IsOver ? site.OverText : buffer.ToString();
        buffer.Dispose();
        return result;
    }
}
