using System.Globalization;
using System.Xml;
using Recalc.Addressing;
using Recalc.Excel.Packaging;
using Recalc.Values;

namespace Recalc.Excel.Parts;

/// <summary>
/// Reads rows and cells (<c>sheetData</c>): the hot path. No object is made for a cell unless its value is a text that is not shared.
/// Rows and cells may come in any order and more than once: what comes last counts.
/// </summary>
internal sealed class SheetDataReader
{
    private readonly PartReader _reader;
    private readonly XmlReader _xml;
    private readonly XmlNames _names;
    private readonly SheetLoader _loader;
    private readonly FormulaLoader _formulas;
    private readonly FormulaElement _formula;
    private readonly HiddenRows _rows;
    private readonly CellValues _values;
    private readonly CellStyles _styles;
    private readonly SheetMetadata _metadata;
    private readonly CharBuffer _text;

    private int _row = -1;
    private int _column = -1;
    private CellAddress _cell;
    private CellAddress _furthest;
    private bool _hasCells;
    private CellType _type;
    private int _style;
    private int _cellMetadata;
    private int _valueMetadata;
    private bool _hasValue;
    private bool _isInCell;

    public SheetDataReader(PartReader reader, Sheet sheet, SheetLoader loader, HiddenRows rows, CellContext context)
    {
        (_reader, _xml, _names, _loader, _rows) = (reader, reader.Xml, reader.Names, loader, rows);
        (_values, _styles, _metadata) = (context.Values, context.Styles, context.Metadata);
        _formula = new FormulaElement(reader);
        _formulas = new FormulaLoader(reader, sheet.Workbook, loader);
        _text = new CharBuffer(reader.Budget.Options.MaxTextLength);
        reader.Subject = () => _isInCell ? $"Cell {_cell}" : null;
    }

    /// <summary>Reads the element that the reader stands on, to its end.</summary>
    public void Read()
    {
        if (_xml.IsEmptyElement) return;
        while (_reader.Read())
        {
            var type = _xml.NodeType;
            if (type == XmlNodeType.EndElement) return;
            if (type != XmlNodeType.Element) continue;
            if (ReferenceEquals(_xml.LocalName, _names.Row) && _reader.IsSpreadsheetElement) ReadRow();
            else _reader.Skip();
        }
    }

    private void ReadRow()
    {
        var isEmpty = _xml.IsEmptyElement;
        _column = -1;
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
        var (isHidden, hasNumber) = (false, false);
        if (_xml.MoveToFirstAttribute())
        {
            do
            {
                if (_xml.Prefix.Length > 0) continue;
                var name = _xml.LocalName;
                if (ReferenceEquals(name, _names.Reference))
                {
                    if (!CellReference.TryParseRow(Attribute(), out _row)) throw _reader.Error($"'{PartReader.Excerpt(_text.Span)}' is no row of a sheet.");
                    hasNumber = true;
                }
                else if (ReferenceEquals(name, _names.Hidden)) isHidden = Attribute() is "1" or "true";
            }
            while (_xml.MoveToNextAttribute());
            _xml.MoveToElement();
        }
        if (!hasNumber && ++_row == SheetLimits.Rows) throw _reader.Error($"The sheet has more than {SheetLimits.Rows} rows.");
        _rows.Add(_row, isHidden);
    }

    private void ReadCell()
    {
        var isEmpty = _xml.IsEmptyElement;
        _reader.Budget.SpendCell();
        ReadCellAttributes();
        _formula.Clear();
        _text.Clear();
        _hasValue = false;
        _isInCell = true;
        if (!isEmpty) ReadCellContent();
        SetCell();
        _isInCell = false;
    }

    private void ReadCellAttributes()
    {
        (_type, _style, _cellMetadata, _valueMetadata) = (CellType.Number, 0, 0, 0);
        var hasReference = false;
        if (_xml.MoveToFirstAttribute())
        {
            do
            {
                if (_xml.Prefix.Length > 0) continue;
                var name = _xml.LocalName;
                if (ReferenceEquals(name, _names.Reference))
                {
                    if (!CellReference.TryParse(Attribute(), out _cell)) throw _reader.Error($"'{PartReader.Excerpt(_text.Span)}' is no cell of a sheet.");
                    hasReference = true;
                }
                else if (ReferenceEquals(name, _names.Style)) _style = Index(Attribute());
                else if (ReferenceEquals(name, _names.Type)) _type = CellValues.ReadType(_reader, Attribute());
                else if (ReferenceEquals(name, _names.CellMetadata)) _cellMetadata = Index(Attribute());
                else if (ReferenceEquals(name, _names.ValueMetadata)) _valueMetadata = Index(Attribute());
            }
            while (_xml.MoveToNextAttribute());
            _xml.MoveToElement();
        }
        if (!hasReference)
        {
            if (_column + 1 == SheetLimits.Columns) throw _reader.Error($"The row has more than {SheetLimits.Columns} cells.");
            _cell = new CellAddress(_column + 1, _row);
        }
        _column = _cell.Column;
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
            else if (ReferenceEquals(name, _names.Formula)) _formula.Read();
            else if (ReferenceEquals(name, _names.InlineText)) ReadInlineText();
            else _reader.Skip();
        }
    }

    private void ReadValue()
    {
        _hasValue = true;
        _text.Clear();
        _text.AppendContent(_reader);
    }

    private void ReadInlineText()
    {
        _hasValue = true;
        _type = CellType.InlineString;
        _text.Clear();
        StringItem.Append(_reader, _text);
    }

    private void SetCell()
    {
        var value = _hasValue ? _values.Read(_reader, _type, _text.Span, _valueMetadata) : CellValue.Blank;
        var isLate = IsLate();
        _formulas.Forget(_cell);
        if (_formula.IsPresent) _formulas.Set(_formula, _cell, value, _cellMetadata > 0 && _metadata.IsDynamic(_cellMetadata));
        else if (value.TryGetNumber(out var number)) _loader.SetNumber(_cell, number);
        else if (!value.IsBlank || isLate) _loader.SetValue(_cell, value);
        var format = _styles.FormatOf(_style);
        if (format != 0 || isLate) _loader.SetNumberFormat(_cell, format);
        if (!isLate) _furthest = _cell;
        _hasCells = true;
    }

    /// <summary>
    /// False when the cell comes after all others so far, as in every file that Excel writes. A late one may have been set before, and then
    /// even being blank means something.
    /// </summary>
    private bool IsLate() => _hasCells && (_cell.Row < _furthest.Row || (_cell.Row == _furthest.Row && _cell.Column <= _furthest.Column));

    private ReadOnlySpan<char> Attribute()
    {
        _text.Clear();
        _text.Append(_reader);
        return _text.Span;
    }

    private int Index(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : throw _reader.Error($"'{PartReader.Excerpt(text)}' is no position of a style or metadata.");
}
