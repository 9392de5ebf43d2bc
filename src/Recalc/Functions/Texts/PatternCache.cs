using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Recalc.Functions.Texts;

/// <summary>
/// Regular expressions by their patterns, at most <see cref="Capacity"/> of them. Matching takes time in proportion to the text; a pattern
/// that cannot be matched so, for it looks around or back, is given a second. Thread-safe.
/// </summary>
internal static class PatternCache
{
    private const int Capacity = 128;
    private const int LongestPattern = 8192;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private static readonly Lock Gate = new();

    // Null for a pattern that is none; read and written under the gate.
    private static readonly Dictionary<(string Pattern, bool IgnoresCase), Regex?> Patterns = [];

    /// <summary>The expression of a pattern; false when it is none.</summary>
    public static bool TryGet(string pattern, bool ignoresCase, [NotNullWhen(true)] out Regex? expression)
    {
        var key = (pattern, ignoresCase);
        lock (Gate)
        {
            if (Patterns.TryGetValue(key, out expression)) return expression is not null;
        }
        expression = Read(pattern, ignoresCase ? RegexOptions.IgnoreCase | RegexOptions.CultureInvariant : RegexOptions.CultureInvariant);
        lock (Gate)
        {
            if (Patterns.Count == Capacity) Patterns.Clear();
            Patterns[key] = expression;
        }
        return expression is not null;
    }

    private static Regex? Read(string pattern, RegexOptions options)
    {
        if (pattern.Length > LongestPattern) return null;
        // Named groups are also written so.
        pattern = pattern.Replace("(?P<", "(?<", StringComparison.Ordinal);
        try
        {
            return new Regex(pattern, options | RegexOptions.NonBacktracking, Limit);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, options, Limit);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
