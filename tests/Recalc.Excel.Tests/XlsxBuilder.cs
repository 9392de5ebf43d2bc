using System.IO.Compression;
using System.Text;

namespace Recalc.Excel.Tests;

/// <summary>Makes workbooks in memory from raw XML, so that a test says exactly what stands in the file. What a test leaves out is minimal
/// and valid.</summary>
internal sealed class XlsxBuilder
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private readonly Dictionary<string, byte[]> _parts = [];
    private readonly List<string> _sheets = [];
    private readonly List<string> _relationships = [];
    private readonly Dictionary<string, List<string>> _ownRelationships = [];

    /// <summary>What stands in the workbook part before the sheets.</summary>
    public string BeforeSheets { get; set; } = "";

    /// <summary>What stands in the workbook part behind the sheets.</summary>
    public string AfterSheets { get; set; } = "";

    public string ContentType { get; set; } = WorkbookType;

    /// <summary>Adds a worksheet from the XML of its rows.</summary>
    public XlsxBuilder Rows(string rows, string? name = null, string attributes = "") =>
        Sheet($"<sheetData>{rows}</sheetData>", name, attributes);

    /// <summary>Adds a worksheet from the XML within its root.</summary>
    public XlsxBuilder Sheet(string content, string? name = null, string attributes = "")
    {
        var number = _sheets.Count + 1;
        Part($"xl/worksheets/sheet{number}.xml", $"<worksheet xmlns=\"{Main}\" xmlns:r=\"{Relations}\">{content}</worksheet>");
        return SheetEntry(name ?? $"Sheet{number}", "worksheet", $"worksheets/sheet{number}.xml", attributes);
    }

    /// <summary>Adds a sheet to the workbook without adding a part.</summary>
    public XlsxBuilder SheetEntry(string name, string kind, string target, string attributes = "")
    {
        var id = Relate(kind, target);
        _sheets.Add($"<sheet name=\"{name}\" sheetId=\"{_sheets.Count + 1}\" r:id=\"{id}\" {attributes}/>");
        return this;
    }

    /// <summary>Adds a relationship of the workbook and returns its identifier.</summary>
    public string Relate(string kind, string target, string? mode = null)
    {
        var id = $"rId{_relationships.Count + 1}";
        _relationships.Add(Relationship(id, kind, target, mode));
        return id;
    }

    /// <summary>Adds a relationship of any part.</summary>
    public XlsxBuilder Relate(string part, string id, string kind, string target, string? mode = null)
    {
        if (!_ownRelationships.TryGetValue(part, out var list)) _ownRelationships[part] = list = [];
        list.Add(Relationship(id, kind, target, mode));
        return this;
    }

    public XlsxBuilder Part(string name, string xml) => Part(name, Encoding.UTF8.GetBytes(xml));

    public XlsxBuilder Part(string name, byte[] bytes)
    {
        _parts[name] = bytes;
        return this;
    }

    public XlsxBuilder SharedStrings(string items)
    {
        Relate("sharedStrings", "sharedStrings.xml");
        return Part("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{items}</sst>");
    }

    public XlsxBuilder Styles(string content)
    {
        Relate("styles", "styles.xml");
        return Part("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{content}</styleSheet>");
    }

    public XlsxBuilder Names(string names)
    {
        AfterSheets += $"<definedNames>{names}</definedNames>";
        return this;
    }

    public byte[] Build()
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Complete())
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }
        return bytes.ToArray();
    }

    public Workbook Read(XlsxReadOptions? options = null) =>
        XlsxReader.Read(new MemoryStream(Build()), options, null, TestContext.Current.CancellationToken);

    /// <summary>The error that reading gives.</summary>
    public WorkbookFormatException Fail(XlsxReadOptions? options = null) => Assert.Throws<WorkbookFormatException>(() => Read(options));

    private static string Relationship(string id, string kind, string target, string? mode)
    {
        var type = kind.Contains(':', StringComparison.Ordinal) ? kind : $"{Relations}/{kind}";
        return $"<Relationship Id=\"{id}\" Type=\"{type}\" Target=\"{target}\"{(mode is null ? "" : $" TargetMode=\"{mode}\"")}/>";
    }

    private static byte[] RelationshipPart(IEnumerable<string> relationships) =>
        Encoding.UTF8.GetBytes($"<Relationships xmlns=\"{PackageRelations}\">{string.Concat(relationships)}</Relationships>");

    private Dictionary<string, byte[]> Complete()
    {
        var parts = new Dictionary<string, byte[]>(_parts);
        parts.TryAdd("[Content_Types].xml", Encoding.UTF8.GetBytes(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{ContentType}\"/></Types>"));
        parts.TryAdd("_rels/.rels", RelationshipPart([Relationship("rId1", "officeDocument", "xl/workbook.xml", null)]));
        parts.TryAdd("xl/workbook.xml", Encoding.UTF8.GetBytes(
            $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\">{BeforeSheets}<sheets>{string.Concat(_sheets)}</sheets>{AfterSheets}"
                + $"</workbook>"));
        parts.TryAdd("xl/_rels/workbook.xml.rels", RelationshipPart(_relationships));
        foreach (var (part, list) in _ownRelationships) parts.TryAdd(Packaging.PartName.RelationshipsOf(part), RelationshipPart(list));
        return parts;
    }
}
