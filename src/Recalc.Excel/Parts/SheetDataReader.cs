using System.Xml;
using Recalc.Addressing;
using Recalc.Excel.Packaging;

namespace Recalc.Excel.Parts;

/// <summary>
/// Reads rows and cells (<c>sheetData</c>) from XML. No object is made for a cell unless its value is a text that is not shared. Rows that
/// are spelled plainly are taken from the stream before they get here.
/// </summary>
internal sealed class SheetDataReader
{
    private readonly PartReader _reader;
    private readonly XmlReader _xml;
    private readonly XmlNames _names;
    private readonly CellLoader _cells;
    private readonly CharBuffer _attribute;

    public SheetDataReader(PartReader reader, CellLoader cells)
    {
        (_reader, _xml, _names, _cells) = (reader, reader.Xml, reader.Names, cells);
        _attribute = new CharBuffer(reader.Budget.Options.MaxTextLength);
    }

    /// <summary>Reads the element that the reader stands on, to its end.</summary>
    public void Read()
    {
        if (_xml.IsEmptyElement) return;
        // What has no prefix is SpreadsheetML only if the element itself has none.
        var plain = _xml.Prefix.Length == 0 ? new PlainRowReader(_cells, _xml.LookupNamespace("x14ac") is not null) : null;
        _reader.PlainRows = plain;
        while (_reader.Read())
        {
            plain?.Leave();
            var type = _xml.NodeType;
            if (type == XmlNodeType.EndElement) break;
            if (type != XmlNodeType.Element) continue;
            if (!ReferenceEquals(_xml.LocalName, _names.Row) || !_reader.IsSpreadsheetElement)
            {
                _reader.Skip();
                continue;
            }
            ReadRow();
            if (plain is not null && _xml.NodeType == XmlNodeType.EndElement && _xml is IXmlLineInfo info)
                plain.Enter(info.LineNumber, info.LinePosition);
        }
        _reader.PlainRows = null;
    }

    private void ReadRow()
    {
        var isEmpty = _xml.IsEmptyElement;
        ReadRowAttributes();
        if (isEmpty) return;
        while (_reader.Read())
        {
            var type = _xml.NodeType;
            if (type == XmlNodeType.EndElement) return;
            if (type != XmlNodeType.Element) continue;
            if (ReferenceEquals(_xml.LocalName, _names.Cell) && _reader.IsSpreadsheetElement) ReadCell();
            else _reader.Skip();
        }
    }

    private void ReadRowAttributes()
    {
        var row = _cells.Row + 1;
        var isHidden = false;
        if (_xml.MoveToFirstAttribute())
        {
            do
            {
                if (_xml.Prefix.Length > 0) continue;
                var name = _xml.LocalName;
                if (ReferenceEquals(name, _names.Reference))
                {
                    if (!CellReference.TryParseRow(Attribute(), out row)) throw NotA("row of a sheet");
                }
                else if (ReferenceEquals(name, _names.Hidden)) isHidden = Attribute() is "1" or "true";
            }
            while (_xml.MoveToNextAttribute());
            _xml.MoveToElement();
        }
        if (row == SheetLimits.Rows) throw _reader.Error($"The sheet has more than {SheetLimits.Rows} rows.");
        _cells.BeginRow(row, isHidden);
    }

    private void ReadCell()
    {
        var isEmpty = _xml.IsEmptyElement;
        _cells.BeginCell();
        ReadCellAttributes();
        if (!isEmpty) ReadCellContent();
        _cells.Set();
    }

    private void ReadCellAttributes()
    {
        var cell = default(CellAddress);
        var hasReference = false;
        if (_xml.MoveToFirstAttribute())
        {
            do
            {
                if (_xml.Prefix.Length > 0) continue;
                var name = _xml.LocalName;
                if (ReferenceEquals(name, _names.Reference))
                {
                    if (!CellReference.TryParse(Attribute(), out cell)) throw NotA("cell of a sheet");
                    hasReference = true;
                }
                else if (ReferenceEquals(name, _names.Style)) _cells.Style = Index();
                else if (ReferenceEquals(name, _names.Type)) _cells.Type = CellValues.ReadType(_reader, Attribute());
                else if (ReferenceEquals(name, _names.CellMetadata)) _cells.CellMetadata = Index();
                else if (ReferenceEquals(name, _names.ValueMetadata)) _cells.ValueMetadata = Index();
            }
            while (_xml.MoveToNextAttribute());
            _xml.MoveToElement();
        }
        if (!hasReference)
        {
            if (_cells.Column + 1 == SheetLimits.Columns) throw _reader.Error($"The row has more than {SheetLimits.Columns} cells.");
            cell = new CellAddress(_cells.Column + 1, _cells.Row);
        }
        _cells.MoveTo(cell);
    }

    private void ReadCellContent()
    {
        while (_reader.Read())
        {
            var type = _xml.NodeType;
            if (type == XmlNodeType.EndElement) return;
            if (type != XmlNodeType.Element) continue;
            var name = _xml.LocalName;
            if (!_reader.IsSpreadsheetElement) _reader.Skip();
            else if (ReferenceEquals(name, _names.Value)) ReadValue();
            else if (ReferenceEquals(name, _names.Formula)) _cells.Formula.Read();
            else if (ReferenceEquals(name, _names.InlineText)) ReadInlineText();
            else _reader.Skip();
        }
    }

    private void ReadValue()
    {
        _cells.HasValue = true;
        _cells.Text.Clear();
        _cells.Text.AppendContent(_reader);
    }

    private void ReadInlineText()
    {
        _cells.HasValue = true;
        _cells.Type = CellType.InlineString;
        _cells.Text.Clear();
        StringItem.Append(_reader, _cells.Text);
    }

    private ReadOnlySpan<char> Attribute()
    {
        _attribute.Clear();
        _attribute.Append(_reader);
        return _attribute.Span;
    }

    private int Index() =>
        CellReference.TryParseIndex(Attribute(), out var index) ? index : throw NotA("position of a style or metadata");

    private WorkbookFormatException NotA(string kind) => _reader.Error($"'{PartReader.Excerpt(_attribute.Span)}' is no {kind}.");
}
