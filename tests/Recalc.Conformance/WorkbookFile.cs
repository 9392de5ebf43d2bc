using System.IO.Compression;
using System.Xml;

namespace Recalc.Conformance;

/// <summary>Finds the formulas of an xlsx file where they stand in its parts, whatever else is wrong with the file.</summary>
internal static class WorkbookFile
{
    /// <summary>Parts that say they are longer are no workbook anybody made.</summary>
    private const long LongestPart = 1L << 28;

    /// <summary>Formulas of cells, names, tables, validations and conditional formats, as they are stored: without <c>=</c>.</summary>
    public static IEnumerable<string> Formulas(string path)
    {
        using var file = Open(path);
        if (file is null) yield break;
        foreach (var entry in file.Entries)
        {
            if (!IsPart(entry.FullName) || entry.Length > LongestPart) continue;
            foreach (var formula in Formulas(entry)) yield return formula;
        }
    }

    private static ZipArchive? Open(string path)
    {
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (InvalidDataException)
        {
            return null;                                                        // encrypted files are no archives
        }
    }

    private static bool IsFormula(string element) =>
        element is "f" or "definedName" or "formula" or "formula1" or "formula2" or "calculatedColumnFormula" or "totalsRowFormula";

    private static bool IsPart(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        && (name.Contains("/worksheets/", StringComparison.OrdinalIgnoreCase)
            || name.Contains("/tables/", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("/workbook.xml", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Formulas(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (TryRead(reader))
        {
            if (reader.NodeType != XmlNodeType.Element || reader.IsEmptyElement) continue;
            if (!IsFormula(reader.LocalName)) continue;
            if (!TryRead(reader) || reader.NodeType != XmlNodeType.Text) continue;
            if (!string.IsNullOrWhiteSpace(reader.Value)) yield return reader.Value;
        }
    }

    // A part that is cut off or no XML has had its say.
    private static bool TryRead(XmlReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            return false;
        }
    }
}
