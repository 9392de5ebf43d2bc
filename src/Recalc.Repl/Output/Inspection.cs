using System.Globalization;
using System.Text.Json;
using Recalc.Repl.Files;

namespace Recalc.Repl.Output;

/// <summary>What <c>inspect</c> says of one file.</summary>
internal sealed record Inspection(string File, double LoadMilliseconds, WorkbookStatistics Statistics)
{
    public static Inspection Of(string file, OpenedFile opened) => new(file, opened.LoadTime.TotalMilliseconds, opened.Workbook.GetStatistics());

    public override string ToString()
    {
        var s = Statistics;
        var line = string.Create(CultureInfo.InvariantCulture,
            $"{OneLine.Of(File)}: {Count(s.Sheets, "sheet")}, {Count(s.Cells, "cell")}, {Count(s.Formulas, "formula")} "
            + $"({s.DistinctFormulas:N0} distinct, {Count(s.Regions, "region")}), {Count(s.Names, "name")}, {Count(s.Tables, "table")}, "
            + $"{Count(s.Links, "link")}, {LoadMilliseconds:N0} ms");
        if (s.FormulasWithErrors > 0) line += $", {Count(s.FormulasWithErrors, "formula")} not understood";
        return s.UnknownFunctions.Count == 0 ? line : $"{line}; unknown functions: {string.Join(", ", s.UnknownFunctions.Select(OneLine.Of))}";
    }

    public string ToJson(IEnumerable<RegionLine>? regions) => JsonLine.Of(json =>
    {
        json.WriteString("file", File);
        WriteCounts(json);
        json.WriteStartArray("unknown_functions");
        foreach (var name in Statistics.UnknownFunctions) json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteNumber("load_ms", Math.Round(LoadMilliseconds, 1));
        if (regions is not null) WriteRegions(json, regions);
    });

    private void WriteCounts(Utf8JsonWriter json)
    {
        json.WriteNumber("sheets", Statistics.Sheets);
        json.WriteNumber("cells", Statistics.Cells);
        json.WriteNumber("formulas", Statistics.Formulas);
        json.WriteNumber("distinct_formulas", Statistics.DistinctFormulas);
        json.WriteNumber("regions", Statistics.Regions);
        json.WriteNumber("connected_regions", Statistics.ConnectedRegions);
        json.WriteNumber("names", Statistics.Names);
        json.WriteNumber("tables", Statistics.Tables);
        json.WriteNumber("links", Statistics.Links);
        json.WriteNumber("formulas_with_errors", Statistics.FormulasWithErrors);
    }

    private static void WriteRegions(Utf8JsonWriter json, IEnumerable<RegionLine> regions)
    {
        json.WriteStartArray("region_list");
        foreach (var region in regions)
        {
            json.WriteStartObject();
            json.WriteString("sheet", region.Sheet);
            json.WriteString("range", region.Range);
            json.WriteString("formula", region.Formula);
            json.WriteString("flavor", region.Flavor);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string Count(long number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
