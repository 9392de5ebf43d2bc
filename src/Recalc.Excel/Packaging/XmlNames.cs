using System.Xml;

namespace Recalc.Excel.Packaging;

/// <summary>
/// Names that are met once a cell, as the very strings that the XML reader hands out: comparing references is enough.
/// </summary>
internal sealed class XmlNames
{
    public const string Transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    public const string TransitionalRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    public XmlNames()
    {
        Table.Add(Transitional);
        Table.Add(Strict);
        (Row, Cell, Formula, Value, InlineText) = (Table.Add("row"), Table.Add("c"), Table.Add("f"), Table.Add("v"), Table.Add("is"));
        (Reference, Style, Type) = (Table.Add("r"), Table.Add("s"), Table.Add("t"));
        (CellMetadata, ValueMetadata) = (Table.Add("cm"), Table.Add("vm"));
        (SharedIndex, Area, Hidden) = (Table.Add("si"), Table.Add("ref"), Table.Add("hidden"));
    }

    public NameTable Table { get; } = new();
    public string Row { get; }
    public string Cell { get; }
    public string Formula { get; }
    public string Value { get; }
    public string InlineText { get; }
    public string Reference { get; }
    public string Style { get; }
    public string Type { get; }
    public string CellMetadata { get; }
    public string ValueMetadata { get; }
    public string SharedIndex { get; }
    public string Area { get; }
    public string Hidden { get; }
}
