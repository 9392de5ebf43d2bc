namespace Recalc.Repl.Output;

/// <summary>Rows of text with their columns one under the other.</summary>
internal static class AlignedLines
{
    /// <summary>A longer text pushes its own line only, or one of them would move all.</summary>
    private const int WidestColumn = 40;

    public static IEnumerable<string> Of(IReadOnlyCollection<string[]> rows)
    {
        if (rows.Count == 0) yield break;
        var widths = new int[rows.Max(r => r.Length)];
        foreach (var row in rows)
            for (var i = 0; i < row.Length; i++) widths[i] = Math.Max(widths[i], Math.Min(row[i].Length, WidestColumn));
        foreach (var row in rows)
            yield return "  " + string.Join("  ", row.Select((text, i) => i == row.Length - 1 ? text : text.PadRight(widths[i])));
    }
}
