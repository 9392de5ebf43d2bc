using Recalc.Excel.Packaging;
using Recalc.Excel.Parts;

namespace Recalc.Excel;

/// <summary>
/// One reading of a package, in the order that formulas need: sheets, links, tables and names are all there before the first formula.
/// </summary>
internal sealed class XlsxImport(Package package, ReadBudget budget)
{
    private readonly Workbook _workbook = new();
    private Relationships _relationships = new();

    public Workbook Read()
    {
        var main = package.FindWorkbook();
        _relationships = package.RelationshipsOf(main);
        var part = package.Parse(main, reader => new WorkbookPart(reader, _workbook).Read());
        var sheets = part.Sheets.ConvertAll(entry => (entry.Sheet, Part: FindWorksheet(entry)));
        Plan(sheets.ConvertAll(s => s.Part));
        var context = ReadContext();
        foreach (var link in part.Links) ReadLink(link, context);
        foreach (var (sheet, name) in sheets) ReadTables(sheet, name);
        foreach (var name in part.Names) DefineName(name);
        foreach (var (sheet, name) in sheets)
            if (name is not null) package.Parse(name, reader => WorksheetPart.Read(reader, sheet, context));
        if (_workbook.Calculation.FullCalculationOnLoad) _workbook.Invalidate();
        return _workbook;
    }

    /// <summary>
    /// The part of a sheet; null for charts, dialogs and macro sheets, which have no cells that are calculated here, and for modules of
    /// Visual Basic, which Excel lists with an empty relationship.
    /// </summary>
    private string? FindWorksheet(WorkbookPart.SheetEntry entry)
    {
        if (string.IsNullOrEmpty(entry.RelationshipId)) return null;
        var relationship = _relationships.Find(entry.RelationshipId)
            ?? throw package.Error(entry.Place,
                $"The sheet '{entry.Sheet.Name}' has no part: the relationship '{entry.RelationshipId}' is missing.");
        if (relationship.Kind != "worksheet") return null;
        if (relationship.Part is { } part && package.Contains(part)) return part;
        throw package.Error(entry.Place, $"The part '{relationship.Target}' of the sheet '{entry.Sheet.Name}' is missing.");
    }

    private void Plan(IEnumerable<string?> sheets)
    {
        var parts = sheets.Append(_relationships.First("sharedStrings")?.Part).Append(_relationships.First("styles")?.Part);
        budget.Plan(parts.Sum(part => part is null ? 0 : package.CompressedLength(part)));
    }

    private CellContext ReadContext()
    {
        var strings = ReadOptional("sharedStrings", SharedStrings.Read) ?? SharedStrings.Empty;
        var styles = ReadOptional("styles", reader => CellStyles.Read(reader, _workbook)) ?? CellStyles.Empty;
        var metadata = ReadOptional("sheetMetadata", SheetMetadata.Read) ?? SheetMetadata.Empty;
        if (ReadOptional("rdRichValueStructure", RichErrors.ReadStructures) is { } structures
            && ReadOptional("rdRichValue", reader => RichErrors.Read(reader, structures)) is { } errors) metadata = metadata.With(errors);
        return new CellContext(new CellValues(strings, metadata, _workbook.DateSystem), styles, metadata);
    }

    /// <summary>Reads a part that a workbook can do without.</summary>
    private T? ReadOptional<T>(string kind, Func<PartReader, T> read) where T : class =>
        _relationships.First(kind)?.Part is { } part && package.Contains(part) ? package.Parse(part, read) : null;

    private void ReadLink(WorkbookPart.LinkEntry entry, CellContext context)
    {
        var part = _relationships.Find(entry.RelationshipId)?.Part
            ?? throw package.Error(entry.Place, $"The relationship '{entry.RelationshipId}' of a link is missing.");
        var relationships = package.RelationshipsOf(part);
        package.Parse(part, reader =>
        {
            new ExternalLinkPart(reader, relationships, _workbook, context.Values).Read();
            return true;
        });
    }

    private void ReadTables(Sheet sheet, string? part)
    {
        if (part is null) return;
        foreach (var table in package.RelationshipsOf(part).OfKind("table"))
            if (table.Part is not null) package.Parse(table.Part, reader => TablePart.Read(reader, sheet));
    }

    private void DefineName(WorkbookPart.NameEntry entry)
    {
        if (entry.Sheet is { } position && (uint)position >= (uint)_workbook.Sheets.Count)
            throw package.Error(entry.Place,
                $"The name '{entry.Name}' belongs to sheet {position}, of which there are {_workbook.Sheets.Count}.");
        var scope = entry.Sheet is { } index ? _workbook.Sheets[index] : null;
        try
        {
            _workbook.DefineName(new DefinedName(entry.Name, entry.Formula, scope, entry.IsHidden, entry.IsFunction));
        }
        catch (Exception e) when (InputFailure.IsOfInput(e))
        {
            throw package.Error(entry.Place, InputFailure.Describe(e), e);
        }
    }
}
