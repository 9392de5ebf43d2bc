using Recalc.Excel.Packaging;

namespace Recalc.Excel.Parts;

/// <summary>What a cell's style says about its number format; the rest of a style is of no use to calculation.</summary>
internal sealed class CellStyles
{
    private readonly List<int> _formats = [];

    public static CellStyles Empty { get; } = new();

    /// <summary>Reads the part and adds the formats it uses to the workbook.</summary>
    public static CellStyles Read(PartReader reader, Workbook workbook)
    {
        var result = new CellStyles();
        var codes = new Dictionary<int, string>();
        var ids = new List<int>();
        reader.MoveToRoot("styleSheet");
        for (var children = reader.Children(); children.MoveNext();)
        {
            if (reader.Name == "numFmts") ReadCodes(reader, codes);
            else if (reader.Name == "cellXfs") ReadIds(reader, ids);
        }
        var positions = new Dictionary<int, int>();
        foreach (var id in ids)
        {
            if (!positions.TryGetValue(id, out var position))
                positions[id] = position = workbook.AddNumberFormat(codes.GetValueOrDefault(id) ?? BuiltinNumberFormats.Of(id));
            result._formats.Add(position);
        }
        return result;
    }

    /// <summary>The position of a style's format in the workbook's; 0, which is General, when there is no such style.</summary>
    public int FormatOf(int style) => (uint)style < (uint)_formats.Count ? _formats[style] : 0;

    private static void ReadCodes(PartReader reader, Dictionary<int, string> codes)
    {
        for (var children = reader.Children(); children.MoveNext();)
        {
            if (reader.Name != "numFmt" || reader.Integer("numFmtId") is not { } id) continue;
            codes[id] = EscapedText.Decode(reader["formatCode"] is { Length: > 0 } code ? code : BuiltinNumberFormats.General);
        }
    }

    private static void ReadIds(PartReader reader, List<int> ids)
    {
        for (var children = reader.Children(); children.MoveNext();)
            if (reader.Name == "xf") ids.Add(reader.Integer("numFmtId") ?? 0);
    }
}
