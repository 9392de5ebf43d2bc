namespace Recalc.Conformance;

/// <summary>
/// The tables of a spec file: markdown that is read by people and by tests. A cell is what stands between backticks; <c>\|</c> is a bar.
/// Tables without the columns that are asked for are for people only, and so is text outside of tables.
/// </summary>
internal static class SpecTable
{
    /// <summary>The rows of all tables of a file that have the given columns, in the order of the file.</summary>
    /// <param name="file">The name of a file in <c>Specs</c>.</param>
    /// <param name="columns">Headings; a row gives its cells in this order.</param>
    public static IReadOnlyList<SpecRow> Read(string file, params string[] columns) => [.. ReadTables(file, columns).SelectMany(t => t)];

    /// <summary>The same, table by table.</summary>
    public static IReadOnlyList<IReadOnlyList<SpecRow>> ReadTables(string file, params string[] columns)
    {
        var tables = new List<List<SpecRow>>();
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Specs", file));
        int[]? wanted = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var cells = Cells(lines[i]);
            if (cells.Count == 0)
            {
                wanted = null;
            }
            else if (i + 1 < lines.Length && IsRule(lines[i + 1]))
            {
                wanted = [.. columns.Select(c => cells.IndexOf(c))];
                if (!wanted.Contains(-1)) tables.Add([]);
                i++;
            }
            else if (wanted is not null && !wanted.Contains(-1))
            {
                var place = $"{file}:{i + 1}";
                if (wanted.Max() >= cells.Count)
                    throw new FormatException($"{place}: the row has {cells.Count} cells, fewer than its table.");
                tables[^1].Add(new SpecRow(place, [.. wanted.Select(c => Code(cells[c], place))]));
            }
        }
        if (tables.Count == 0) throw new FormatException($"{file}: no table has the columns {string.Join(", ", columns)}.");
        return tables;
    }

    private static bool IsRule(string line) =>
        line.StartsWith('|') && line.All(c => c is '|' or '-' or ':' or ' ') && line.Contains('-', StringComparison.Ordinal);

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        if (!line.StartsWith('|')) return cells;
        var from = 1;
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] != '|' || line[i - 1] == '\\') continue;
            cells.Add(line[from..i].Replace("\\|", "|", StringComparison.Ordinal).Trim(' '));
            from = i + 1;
        }
        return cells;
    }

    // Between as many backticks as it takes: ``a`b``.
    private static string Code(string cell, string place)
    {
        var fence = 0;
        while (fence < cell.Length && cell[fence] == '`') fence++;
        if (fence == 0 || cell.Length < 2 * fence || !cell.EndsWith(new string('`', fence), StringComparison.Ordinal))
            throw new FormatException($"{place}: '{cell}' does not stand between backticks.");
        return cell[fence..^fence];
    }
}
