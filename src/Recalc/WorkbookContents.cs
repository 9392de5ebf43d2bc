namespace Recalc;

/// <summary>
/// What a workbook holds beside its cells: names, tables, links and number formats. A fork shares it until one of the two changes it. Tables and names speak of the sheets of the
/// workbook that defined them. For one writer.
/// </summary>
internal sealed class WorkbookContents
{
    /// <summary>The defined names by number; null for one that was defined as a cell afterwards.</summary>
    public List<DefinedName?> Names { get; init; } = [];

    /// <summary>The cells that read names which are neither a cell nor the reference of one.</summary>
    public Dictionary<string, int> Readers { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The cells of names that C# nodes asked for before anybody defined them.</summary>
    public HashSet<int> Undefined { get; init; } = [];

    public List<Table> Tables { get; init; } = [];

    public List<WorkbookLink> Links { get; init; } = [];

    public List<string> NumberFormats { get; init; } = ["General"];

    /// <summary>The positions of the number formats.</summary>
    public Dictionary<string, int> FormatsByCode { get; init; } = new(StringComparer.Ordinal) { ["General"] = 0 };

    /// <summary>The same, to be changed apart.</summary>
    public WorkbookContents Copy() => new()
    {
        Names = [.. Names],
        Readers = new(Readers, StringComparer.OrdinalIgnoreCase),
        Undefined = [.. Undefined],
        Tables = [.. Tables],
        Links = [.. Links],
        NumberFormats = [.. NumberFormats],
        FormatsByCode = new(FormatsByCode, StringComparer.Ordinal),
    };
}
