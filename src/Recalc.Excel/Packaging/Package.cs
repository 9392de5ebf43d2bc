using System.IO.Compression;

namespace Recalc.Excel.Packaging;

/// <summary>An open package (ISO/IEC 29500-2): parts by name, whatever the spelling, and the only door to their XML.</summary>
internal sealed class Package : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly string? _file;
    private readonly ReadBudget _budget;
    private readonly XmlNames _names = new();
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    private Package(ZipArchive archive, string? file, ReadBudget budget)
    {
        (_archive, _file, _budget) = (archive, file, budget);
        foreach (var entry in archive.Entries) _entries.TryAdd(PartName.OfEntry(entry.FullName), entry);
    }

    /// <summary>Opens a package; the stream stays the caller's.</summary>
    public static Package Open(Stream stream, string? file, ReadBudget budget)
    {
        ZipArchive? archive = null;
        try
        {
            if (FileSignature.Refuse(stream) is { } foreign) throw new WorkbookFormatException(foreign, file, null);
            stream.Position = 0;
            archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            var package = new Package(archive, file, budget);
            if (FileSignature.Refuse(package.Contains) is { } other) throw new WorkbookFormatException(other, file, null);
            return package;
        }
        catch (Exception e)
        {
            archive?.Dispose();
            if (!InputFailure.IsOfInput(e)) throw;
            var problem = $"The zip archive is damaged or cut off: {InputFailure.Describe(e)}";
            throw new WorkbookFormatException(problem, file, null, innerException: e);
        }
    }

    public bool Contains(string part) => _entries.ContainsKey(part);

    /// <summary>Bytes of a part in the archive, as far as the archive can be believed; 0 when there is no such part.</summary>
    public long CompressedLength(string part) => _entries.TryGetValue(part, out var entry) ? entry.CompressedLength : 0;

    /// <summary>The part with the workbook.</summary>
    public string FindWorkbook()
    {
        if (!Contains(PartName.ContentTypes))
            throw new WorkbookFormatException($"This is no xlsx file: it has no {PartName.ContentTypes}.", _file, null);
        var root = new XmlPlace(PartName.RelationshipsOf(""), 0, 0);
        var part = RelationshipsOf("").First("officeDocument")?.Part
            ?? throw Error(root, "This is no xlsx file: no relationship of the package points at a workbook.");
        if (!Contains(part)) throw Error(root, $"The workbook '{part}' is missing.");
        var type = Parse(PartName.ContentTypes, ContentTypes.Read).Of(part);
        if (type is not null && RefuseType(type) is { } problem) throw Error(new XmlPlace(part, 0, 0), problem);
        return part;
    }

    /// <summary>The relationships of a part; none when it has none.</summary>
    public Relationships RelationshipsOf(string part)
    {
        var name = PartName.RelationshipsOf(part);
        return Contains(name) ? Parse(name, reader => Relationships.Read(reader, part)) : new Relationships();
    }

    /// <summary>Reads a part. Whatever the file does wrong meanwhile is an error with its place.</summary>
    public T Parse<T>(string part, Func<PartReader, T> read)
    {
        if (!_entries.TryGetValue(part, out var entry)) throw Error(new XmlPlace(part, 0, 0), "The part is missing.");
        using var reader = Open(part, entry);
        try
        {
            var result = read(reader);
            reader.ReadToEnd();
            return result;
        }
        catch (Exception e) when (InputFailure.IsOfInput(e))
        {
            throw reader.Error(InputFailure.Describe(e), e);
        }
    }

    /// <summary>An error at a place that was read earlier.</summary>
    public WorkbookFormatException Error(XmlPlace place, string problem, Exception? inner = null) =>
        new(problem, _file, place.Part, place.Line, place.Column, inner);

    public void Dispose() => _archive.Dispose();

    private PartReader Open(string part, ZipArchiveEntry entry)
    {
        try
        {
            var stream = new BoundedStream(entry.Open(), _budget, entry.Length, entry.CompressedLength);
            return new PartReader(new MarkupStream(stream), _names, _budget, _file, part);
        }
        catch (Exception e) when (InputFailure.IsOfInput(e))
        {
            throw Error(new XmlPlace(part, 0, 0), InputFailure.Describe(e), e);
        }
    }

    private static string? RefuseType(string type)
    {
        const StringComparison ignoreCase = StringComparison.OrdinalIgnoreCase;
        if (type.Contains("sheet.binary", ignoreCase)) return "This is a binary workbook (.xlsb). Save it as .xlsx.";
        var isWorkbook = type.EndsWith(".main+xml", ignoreCase)
            && (type.Contains("spreadsheetml", ignoreCase) || type.Contains("ms-excel", ignoreCase));
        return isWorkbook ? null : $"The main part is no workbook but '{PartReader.Excerpt(type)}'.";
    }
}
