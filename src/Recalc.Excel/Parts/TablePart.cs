using Recalc.Addressing;
using Recalc.Excel.Packaging;

namespace Recalc.Excel.Parts;

/// <summary>A table on a sheet.</summary>
internal static class TablePart
{
    public static Table Read(PartReader reader, Sheet sheet)
    {
        reader.MoveToRoot("table");
        var place = reader.Place;
        var name = EscapedText.Decode(reader["displayName"] ?? reader.Required("name"));
        var reference = reader.Required("ref");
        if (!CellRange.TryParse(reference, out var range)) throw reader.Error($"'{PartReader.Excerpt(reference)}' is no range of cells.");
        var headers = reader.Integer("headerRowCount") ?? 1;
        var totals = reader.Integer("totalsRowCount") ?? 0;
        var columns = new List<string>();
        for (var children = reader.Children(); children.MoveNext();)
        {
            if (reader.Name != "tableColumns") continue;
            for (var list = reader.Children(); list.MoveNext();)
                if (reader.Name == "tableColumn") columns.Add(EscapedText.Decode(reader.Required("name")));
        }
        var table = new Table(name, sheet, range, columns, headers, totals);
        try
        {
            sheet.Workbook.AddTable(table);
        }
        catch (Exception e) when (InputFailure.IsOfInput(e))
        {
            throw reader.Error(place, InputFailure.Describe(e), e);
        }
        return table;
    }
}
