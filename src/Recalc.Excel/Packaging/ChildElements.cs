using System.Xml;

namespace Recalc.Excel.Packaging;

/// <summary>
/// Walks the children of an element. A child may be read in part, in whole or not at all: what is left of it is passed over, and so are
/// text and elements of other namespaces.
/// </summary>
internal struct ChildElements(PartReader reader, bool anyNamespace)
{
    private readonly int _depth = reader.Xml.Depth;
    private bool _ended = reader.Xml.IsEmptyElement;

    private readonly bool IsWanted => anyNamespace || reader.IsSpreadsheetElement;

    /// <summary>
    /// Puts the reader on the next child; false when there is none, and the reader then stands on the end of the
    /// element.
    /// </summary>
    public bool MoveNext()
    {
        while (!_ended && reader.Read())
        {
            var xml = reader.Xml;
            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == _depth) _ended = true;
            else if (xml.NodeType == XmlNodeType.Element && xml.Depth == _depth + 1 && IsWanted) return true;
        }
        return false;
    }
}
