using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Recalc.League;

/// <summary>
/// Writes a model filled down, as Excel stores it: a column of inputs and five of formulas, where the first row's formulas are shared by all
/// rows below and every formula has its value.
/// </summary>
internal static class SharedFormulaFile
{
    public const int FormulaColumns = 5;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

    public static void Write(string path, int rows)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        Part(archive, "[Content_Types].xml", w => w.Write(
            """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""));
        Part(archive, "_rels/.rels", w => w.Write(Relation($"{Relations}/officeDocument", "xl/workbook.xml")));
        Part(archive, "xl/_rels/workbook.xml.rels", w => w.Write(Relation($"{Relations}/worksheet", "worksheets/sheet1.xml")));
        Part(archive, "xl/workbook.xml", w => w.Write(
            $"""<?xml version="1.0"?><workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"""));
        Part(archive, "xl/worksheets/sheet1.xml", w => Sheet(w, rows));
    }

    private static string Relation(string type, string target) =>
        $"""<?xml version="1.0"?><Relationships xmlns="{PackageRelations}"><Relationship Id="rId1" Type="{type}" Target="{target}"/></Relationships>""";

    private static void Part(ZipArchive archive, string name, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Optimal).Open(), new UTF8Encoding(false), 1 << 16);
        write(writer);
    }

    private static void Sheet(TextWriter writer, int rows)
    {
        var data = new Lcg();
        writer.Write($"""<?xml version="1.0"?><worksheet xmlns="{Main}"><sheetData>""");
        for (var row = 1; row <= rows; row++)
        {
            var a = data.Num();
            var b = a * 2;
            var c = b + a;
            var d = c / 2 - a;
            var e = d > 25 ? d - 25 : d;
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{row}\"><c r=\"A{row}\"><v>{a}</v></c>"));
            Formula(writer, 'B', row, rows, 0, "A1*2", b);
            Formula(writer, 'C', row, rows, 1, "B1+A1", c);
            Formula(writer, 'D', row, rows, 2, "C1/2-A1", d);
            Formula(writer, 'E', row, rows, 3, "IF(D1&gt;25,D1-25,D1)", e);
            Formula(writer, 'F', row, rows, 4, "ROUND(E1*1.19,2)", Math.Round(e * 1.19, 2));
            writer.Write("</row>");
        }
        writer.Write("</sheetData></worksheet>");
    }

    private static void Formula(TextWriter writer, char column, int row, int rows, int shared, string master, double value)
    {
        var formula = row == 1 ? $"<f t=\"shared\" ref=\"{column}1:{column}{rows}\" si=\"{shared}\">{master}</f>" : $"<f t=\"shared\" si=\"{shared}\"/>";
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{column}{row}\">{formula}<v>{value:R}</v></c>"));
    }
}
