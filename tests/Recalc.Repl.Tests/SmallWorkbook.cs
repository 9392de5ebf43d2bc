using System.IO.Compression;
using System.Text;

namespace Recalc.Repl.Tests;

/// <summary>A workbook of one sheet, Sheet1, from the XML of its rows.</summary>
internal static class SmallWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static byte[] Of(string rows, string names = "")
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create))
        {
            Add(archive, "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
                + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Spreadsheet}.sheet.main+xml\"/>"
                + $"<Override PartName=\"/xl/sheet.xml\" ContentType=\"{Spreadsheet}.worksheet+xml\"/></Types>");
            Add(archive, "_rels/.rels", Relationship("officeDocument", "xl/workbook.xml"));
            Add(archive, "xl/_rels/workbook.xml.rels", Relationship("worksheet", "sheet.xml"));
            Add(archive, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>"
                + $"<sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"r\"/></sheets><definedNames>{names}</definedNames></workbook>");
            Add(archive, "xl/sheet.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>");
        }
        return buffer.ToArray();
    }

    private static string Relationship(string kind, string target) =>
        $"<Relationships xmlns=\"{PackageRelations}\"><Relationship Id=\"r\" Type=\"{Relations}/{kind}\" Target=\"{target}\"/></Relationships>";

    private static void Add(ZipArchive archive, string name, string xml)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(xml));
    }
}
