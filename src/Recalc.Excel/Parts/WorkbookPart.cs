using Recalc.Excel.Packaging;
using Recalc.Values;

namespace Recalc.Excel.Parts;

/// <summary>
/// The main part: sheets are added and settings made while it is read; names and links wait until what they speak of is there.
/// </summary>
internal sealed class WorkbookPart(PartReader reader, Workbook workbook)
{
    private readonly CharBuffer _text = new(reader.Budget.Options.MaxTextLength);

    /// <summary>The sheets in the order of their tabs, and how to find their parts.</summary>
    public List<SheetEntry> Sheets { get; } = [];

    /// <summary>The links in the order in which formulas count them.</summary>
    public List<LinkEntry> Links { get; } = [];

    /// <summary>The names in the order of the file.</summary>
    public List<NameEntry> Names { get; } = [];

    internal readonly record struct SheetEntry(Sheet Sheet, string? RelationshipId, XmlPlace Place);

    internal readonly record struct LinkEntry(string? RelationshipId, XmlPlace Place);

    /// <summary>A name; <c>Sheet</c> is the position of the sheet that knows it, or null when all do.</summary>
    internal readonly record struct NameEntry(string Name, string Formula, int? Sheet, bool IsHidden, bool IsFunction, XmlPlace Place);

    public WorkbookPart Read()
    {
        reader.MoveToRoot("workbook");
        for (var children = reader.Children(); children.MoveNext();)
        {
            switch (reader.Name)
            {
                case "workbookPr":
                    workbook.DateSystem = reader.Logical("date1904") ? DateSystem.From1904 : DateSystem.From1900;
                    break;
                case "sheets": ReadSheets(); break;
                case "externalReferences": ReadLinks(); break;
                case "definedNames": ReadNames(); break;
                case "calcPr": workbook.Calculation = ReadCalculation(); break;
            }
        }
        return this;
    }

    private void ReadSheets()
    {
        for (var children = reader.Children(); children.MoveNext();)
        {
            if (reader.Name != "sheet") continue;
            var place = reader.Place;
            var sheet = workbook.AddSheet(EscapedText.Decode(reader.Required("name")));
            sheet.Visibility = reader["state"] switch
            {
                "hidden" => SheetVisibility.Hidden,
                "veryHidden" => SheetVisibility.VeryHidden,
                _ => SheetVisibility.Visible,
            };
            Sheets.Add(new SheetEntry(sheet, reader.RelationshipId, place));
        }
    }

    private void ReadLinks()
    {
        for (var children = reader.Children(); children.MoveNext();)
            if (reader.Name == "externalReference") Links.Add(new LinkEntry(reader.RelationshipId, reader.Place));
    }

    private void ReadNames()
    {
        for (var children = reader.Children(); children.MoveNext();)
        {
            if (reader.Name != "definedName") continue;
            var place = reader.Place;
            var name = EscapedText.Decode(reader.Required("name"));
            var sheet = reader.Integer("localSheetId");
            var isHidden = reader.Logical("hidden");
            var isFunction = reader.Logical("function") || reader.Logical("vbProcedure") || reader.Logical("xlm");
            _text.Clear();
            _text.AppendContent(reader);
            Names.Add(new NameEntry(name, _text.Span.ToString(), sheet, isHidden, isFunction, place));
        }
    }

    private CalculationSettings ReadCalculation()
    {
        var absent = CalculationSettings.Default;
        return new CalculationSettings
        {
            Manual = reader["calcMode"] == "manual",
            Iterate = reader.Logical("iterate", absent.Iterate),
            IterateCount = reader.Integer("iterateCount") ?? absent.IterateCount,
            IterateDelta = reader.Number("iterateDelta") ?? absent.IterateDelta,
            FullPrecision = reader.Logical("fullPrecision", absent.FullPrecision),
            FullCalculationOnLoad = reader.Logical("fullCalcOnLoad", absent.FullCalculationOnLoad),
            ShowR1C1 = reader["refMode"] == "R1C1",
        };
    }
}
