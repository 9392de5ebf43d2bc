using Recalc.Excel.Packaging;

namespace Recalc.Excel.Parts;

/// <summary>
/// A link to another workbook, with the cells that were kept of it. DDE and OLE links become links without sheets, so that the
/// numbers in formulas (<c>[2]Sheet1!A1</c>) stay right.
/// </summary>
internal sealed class ExternalLinkPart(PartReader reader, Relationships relationships, Workbook workbook, CellValues values)
{
    private readonly CharBuffer _text = new(reader.Budget.Options.MaxTextLength);

    public void Read()
    {
        WorkbookLink? link = null;
        reader.MoveToRoot("externalLink");
        for (var children = reader.Children(); children.MoveNext();)
        {
            if (link is not null) continue;
            switch (reader.Name)
            {
                case "externalBook":
                    link = workbook.AddLink(Target());
                    ReadBook(link);
                    break;
                case "oleLink": link = workbook.AddLink(Target()); break;
                case "ddeLink": link = workbook.AddLink($"{reader["ddeService"]}|{reader["ddeTopic"]}"); break;
            }
        }
        if (link is null) workbook.AddLink("");
    }

    // A link whose relationship was lost still has its kept cells.
    private string Target() => relationships.Find(reader.RelationshipId)?.Target ?? "";

    private void ReadBook(WorkbookLink link)
    {
        for (var children = reader.Children(); children.MoveNext();)
        {
            switch (reader.Name)
            {
                case "sheetNames": ReadSheetNames(link); break;
                case "definedNames": ReadNames(link); break;
                case "sheetDataSet": ReadSheets(link); break;
            }
        }
    }

    private void ReadSheetNames(WorkbookLink link)
    {
        for (var children = reader.Children(); children.MoveNext();)
            if (reader.Name == "sheetName") link.AddSheet(EscapedText.Decode(reader["val"] ?? ""));
    }

    private void ReadNames(WorkbookLink link)
    {
        for (var children = reader.Children(); children.MoveNext();)
            if (reader.Name == "definedName") link.DefineName(EscapedText.Decode(reader.Required("name")), reader["refersTo"]);
    }

    private void ReadSheets(WorkbookLink link)
    {
        for (var children = reader.Children(); children.MoveNext();)
        {
            if (reader.Name != "sheetData") continue;
            var sheet = reader.Integer("sheetId") ?? 0;
            if ((uint)sheet >= (uint)link.Sheets.Count) throw reader.Error($"The link has no sheet {sheet}; it names {link.Sheets.Count}.");
            for (var rows = reader.Children(); rows.MoveNext();)
                if (reader.Name == "row") ReadRow(link, sheet);
        }
    }

    private void ReadRow(WorkbookLink link, int sheet)
    {
        for (var cells = reader.Children(); cells.MoveNext();)
        {
            if (reader.Name != "cell") continue;
            reader.Budget.SpendCell();
            var reference = reader.Required("r");
            if (!CellReference.TryParse<char>(reference, out var cell))
                throw reader.Error($"'{PartReader.Excerpt(reference)}' is no cell of a sheet.");
            var type = CellValues.ReadType(reader, reader["t"]);
            _text.Clear();
            var hasValue = false;
            for (var children = reader.Children(); children.MoveNext();)
            {
                if (reader.Name != "v") continue;
                hasValue = true;
                _text.AppendContent(reader);
            }
            if (hasValue) link.SetValue(sheet, cell, values.Read(reader, type, _text.Span));
        }
    }
}
