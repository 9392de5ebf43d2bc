using Recalc.Functions.Matching;
using Recalc.Values;

namespace Recalc.Functions.Texts;

/// <summary>Texts within texts: where they stand, and others in their place. Positions count UTF-16 units from 1.</summary>
internal static class SearchFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "FIND", Find },
        { "FINDB", Find },
        { "SEARCH", Search },
        { "SEARCHB", Search },
        { "REPLACE", Replace },
        { "REPLACEB", Replace },
        { "SUBSTITUTE", Substitute },
    };

    private static Operand Find(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!TryRead(arguments, site, out var wanted, out var text, out var start, out var failure)) return failure;
        var found = text.AsSpan(start).IndexOf(wanted);
        return found < 0 ? ErrorKind.Value : start + found + 1;
    }

    private static Operand Search(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!TryRead(arguments, site, out var wanted, out var text, out var start, out var failure)) return failure;
        if (!Wildcard.IsPattern(wanted))
        {
            var place = text.AsSpan(start).IndexOf(wanted, StringComparison.OrdinalIgnoreCase);
            return place < 0 ? ErrorKind.Value : start + place + 1;
        }
        wanted = WithoutIdleTildes(wanted);
        if (!site.TryChargeSteps((long)wanted.Length * text.Length)) return site.OverSteps;
        var found = new Wildcard(wanted).IndexIn(text, start);
        return found < 0 ? ErrorKind.Value : found + 1;
    }

    // A tilde before a character that means itself, or at the end, is nothing here.
    private static string WithoutIdleTildes(string pattern)
    {
        if (!pattern.Contains('~', StringComparison.Ordinal)) return pattern;
        var text = new System.Text.StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '~') text.Append(pattern[i]);
            else if (++i < pattern.Length) text.Append(pattern[i] is '*' or '?' or '~' ? "~" : "").Append(pattern[i]);
        }
        return text.ToString();
    }

    // The place to start at counts from zero and is at most the length of the text.
    private static bool TryRead(
        ReadOnlySpan<Operand> arguments, CallSite site, out string wanted, out string text, out int start, out Operand failure)
    {
        (text, start) = ("", 0);
        if (!arguments[0].TryText(out wanted, out failure)) return false;
        if (!arguments[1].TryText(out text, out failure)) return false;
        if (!arguments.TryOptional(2, 1, site, out start, out failure)) return false;
        start--;
        if (start >= 0 && start <= text.Length) return true;
        failure = ErrorKind.Value;
        return false;
    }

    private static Operand Replace(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryText(out var text, out var failure)) return failure;
        if (!arguments[1].TryTruncated(site, out var start, out failure)) return failure;
        if (!arguments[2].TryTruncated(site, out var count, out failure)) return failure;
        if (!arguments[3].TryText(out var replacement, out failure)) return failure;
        if (start < 1 || count < 0) return ErrorKind.Value;
        start = Math.Min(start - 1, text.Length);
        var end = start + Math.Min(count, text.Length - start);
        if (!site.TryTakeText(text.Length - (end - start) + (long)replacement.Length, out failure)) return failure;
        return string.Concat(text.AsSpan(0, start), replacement, text.AsSpan(end));
    }

    private static Operand Substitute(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryText(out var text, out var failure)) return failure;
        if (!arguments[1].TryText(out var old, out failure)) return failure;
        if (!arguments[2].TryText(out var replacement, out failure)) return failure;
        if (!arguments.TryOptional(3, int.MaxValue, site, out var instance, out failure)) return failure;
        if (instance < 1) return ErrorKind.Value;
        if (old.Length == 0) return text;
        if (arguments.Length > 3) return SubstituteOne(text, old, replacement, instance, site);
        var growth = (long)replacement.Length - old.Length;
        if (growth > 0)
        {
            var longest = text.Length + growth * text.AsSpan().Count(old);
            if (!site.TryTakeText(longest, out failure)) return failure;
        }
        return text.Replace(old, replacement, StringComparison.Ordinal);
    }

    private static Operand SubstituteOne(string text, string old, string replacement, int instance, CallSite site)
    {
        var place = text.IndexOf(old, StringComparison.Ordinal);
        for (; instance > 1 && place >= 0; instance--) place = text.IndexOf(old, place + old.Length, StringComparison.Ordinal);
        if (place < 0) return text;
        if (!site.TryTakeText((long)text.Length - old.Length + replacement.Length, out var failure)) return failure;
        return string.Concat(text.AsSpan(0, place), replacement, text.AsSpan(place + old.Length));
    }
}
