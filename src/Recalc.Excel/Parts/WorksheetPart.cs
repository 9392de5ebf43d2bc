using Recalc.Excel.Packaging;

namespace Recalc.Excel.Parts;

/// <summary>The part of one worksheet: its rows and cells. What else it holds is passed over.</summary>
internal static class WorksheetPart
{
    public static bool Read(PartReader reader, Sheet sheet, CellContext context)
    {
        reader.MoveToRoot("worksheet");
        var loader = sheet.BeginLoad();
        var hidesRows = false;
        for (var children = reader.Children(); children.MoveNext();)
        {
            if (reader.Name == "sheetFormatPr") hidesRows = reader.Logical("zeroHeight");
            if (reader.Name != "sheetData") continue;
            var rows = new HiddenRows(loader, hidesRows);
            new SheetDataReader(reader, new CellLoader(reader, sheet, rows, loader, context)).Read();
            rows.Complete();
        }
        return true;
    }
}
