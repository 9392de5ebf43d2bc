using Recalc.Excel.Packaging;
using Recalc.Values;

namespace Recalc.Excel.Parts;

/// <summary>
/// What cells say by way of <c>cm</c> and <c>vm</c> ([MS-XLSX] 2.3.11): which array formulas are dynamic, and which errors are newer
/// than the file format, in whose place the cell itself says #VALUE!.
/// </summary>
internal sealed class SheetMetadata
{
    private const string DynamicArray = "XLDAPR";
    private const string RichValue = "XLRICHVALUE";

    private readonly List<string> _types = [];
    private readonly List<bool> _dynamicProperties = [];
    private readonly List<int> _richValues = [];
    private readonly List<Record> _cellRecords = [];
    private readonly List<Record> _valueRecords = [];
    private RichErrors _errors = RichErrors.Empty;

    /// <summary>A type, from 1, and a position among the values of that type; zeros for a block without any.</summary>
    private readonly record struct Record(int Type, int Value);

    public static SheetMetadata Empty { get; } = new();

    public static SheetMetadata Read(PartReader reader)
    {
        var result = new SheetMetadata();
        reader.MoveToRoot("metadata");
        for (var children = reader.Children(); children.MoveNext();)
        {
            switch (reader.Name)
            {
                case "metadataTypes": result.ReadTypes(reader); break;
                case "futureMetadata": result.ReadFuture(reader); break;
                case "cellMetadata": ReadRecords(reader, result._cellRecords); break;
                case "valueMetadata": ReadRecords(reader, result._valueRecords); break;
            }
        }
        return result;
    }

    /// <summary>Adds the rich values that <c>vm</c> leads to.</summary>
    public SheetMetadata With(RichErrors errors)
    {
        _errors = errors;
        return this;
    }

    /// <summary>True when an array formula with this <c>cm</c> is a dynamic one. Counted from 1; 0 is none.</summary>
    public bool IsDynamic(int index) => Find(_cellRecords, index, DynamicArray) is { } value
        && (uint)value < (uint)_dynamicProperties.Count && _dynamicProperties[value];

    /// <summary>The error that a cell with this <c>vm</c> really has, if any. Counted from 1; 0 is none.</summary>
    public ErrorKind? ErrorOf(int index) => Find(_valueRecords, index, RichValue) is { } value && (uint)value < (uint)_richValues.Count
        ? _errors.Find(_richValues[value])
        : null;

    private int? Find(List<Record> records, int index, string type)
    {
        if (index < 1 || index > records.Count) return null;
        var record = records[index - 1];
        return record.Type >= 1 && record.Type <= _types.Count && _types[record.Type - 1] == type ? record.Value : null;
    }

    private void ReadTypes(PartReader reader)
    {
        for (var children = reader.Children(); children.MoveNext();)
            if (reader.Name == "metadataType") _types.Add(reader["name"] ?? "");
    }

    private void ReadFuture(PartReader reader)
    {
        var name = reader["name"];
        for (var children = reader.Children(); children.MoveNext();)
        {
            if (reader.Name != "bk") continue;
            if (name == DynamicArray) _dynamicProperties.Add(Extension(reader, "dynamicArrayProperties", "fDynamic") is "1" or "true");
            else if (name == RichValue) _richValues.Add(int.TryParse(Extension(reader, "rvb", "i"), out var i) ? i : -1);
        }
    }

    // <bk><extLst><ext><x:element attribute=""/></ext></extLst></bk>
    private static string? Extension(PartReader reader, string element, string attribute)
    {
        string? found = null;
        for (var lists = reader.AllChildren(); lists.MoveNext();)
            for (var extensions = reader.AllChildren(); extensions.MoveNext();)
                for (var properties = reader.AllChildren(); properties.MoveNext();)
                    if (reader.Name == element) found ??= reader[attribute];
        return found;
    }

    private static void ReadRecords(PartReader reader, List<Record> records)
    {
        for (var blocks = reader.Children(); blocks.MoveNext();)
        {
            if (reader.Name != "bk") continue;
            var record = default(Record);
            for (var children = reader.Children(); children.MoveNext();)
                if (reader.Name == "rc" && record == default) record = new Record(reader.Integer("t") ?? 0, reader.Integer("v") ?? 0);
            records.Add(record);
        }
    }
}
