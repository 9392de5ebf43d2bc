using System.Globalization;
using System.Text.Json;
using Recalc.Repl.Output;

namespace Recalc.Repl.Checking;

/// <summary>How many of the unsupported formulas rest on which function or feature. One that rests on several counts for each.</summary>
internal sealed class FeatureCounts
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string feature, long count = 1) => _counts[feature] = _counts.GetValueOrDefault(feature) + count;

    public void Add(FeatureCounts other)
    {
        foreach (var (feature, count) in other._counts) Add(feature, count);
    }

    /// <summary>The lines of a table, the largest count first; none when nothing was counted.</summary>
    public IEnumerable<string> Lines()
    {
        var rows = Sorted().Select(c => new[] { c.Key, c.Value.ToString("N0", CultureInfo.InvariantCulture) }).ToList();
        return rows.Count == 0 ? [] : AlignedLines.Of([["unsupported", "formulas that rest on it"], .. rows]);
    }

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject("unsupported_by");
        foreach (var (feature, count) in Sorted()) json.WriteNumber(feature, count);
        json.WriteEndObject();
    }

    private IEnumerable<KeyValuePair<string, long>> Sorted() =>
        _counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal);
}
