using Recalc.Addressing;
using Recalc.Excel.Packaging;
using Recalc.Values;

namespace Recalc.Excel.Parts;

/// <summary>
/// Puts rows and cells where they belong, however they were read. Its properties describe one cell after the other. Rows and cells may come
/// in any order and more than once: what comes last counts.
/// </summary>
internal sealed class CellLoader
{
    private readonly PartReader _reader;
    private readonly SheetLoader _loader;
    private readonly HiddenRows _rows;
    private readonly CellContext _context;
    private readonly FormulaLoader _formulas;
    private readonly TouchedPages _pages;

    private CellAddress _furthest;
    private bool _hasCells;
    private bool _isInCell;
    private int _attempted;

    public CellLoader(PartReader reader, Sheet sheet, HiddenRows rows, SheetLoader loader, CellContext context)
    {
        (_reader, _rows, _loader, _context) = (reader, rows, loader, context);
        _formulas = new FormulaLoader(reader, sheet.Workbook, loader);
        _pages = new TouchedPages(reader.Budget);
        Formula = new FormulaElement(reader);
        Text = new CharBuffer(reader.Budget.Options.MaxTextLength);
        reader.Subject = () => _isInCell ? $"Cell {Address}" : null;
    }

    /// <summary>The row that was begun last; -1 before the first.</summary>
    public int Row { get; private set; } = -1;

    /// <summary>The column of the last cell in that row; -1 before the first.</summary>
    public int Column { get; private set; }

    public CellAddress Address { get; private set; }
    public CellType Type { get; set; }
    public int Style { get; set; }
    public int CellMetadata { get; set; }
    public int ValueMetadata { get; set; }
    public FormulaElement Formula { get; }

    /// <summary>True when the cell has a value, whose text is <see cref="Text"/>.</summary>
    public bool HasValue { get; set; }

    public CharBuffer Text { get; }

    public void BeginRow(int row, bool isHidden)
    {
        (Row, Column) = (row, -1);
        _rows.Add(row, isHidden);
    }

    /// <summary>Forgets the cell before.</summary>
    public void BeginCell()
    {
        _reader.Budget.SpendCell();
        _attempted++;
        (Type, Style, CellMetadata, ValueMetadata, HasValue) = (CellType.Number, 0, 0, 0, false);
        Formula.Clear();
        Text.Clear();
    }

    /// <summary>Says where the cell is.</summary>
    public void MoveTo(CellAddress cell)
    {
        (Address, Column) = (cell, cell.Column);
        _isInCell = true;
    }

    /// <summary>Begins a row that may turn out not to be plain.</summary>
    public void Attempt() => _attempted = 0;

    /// <summary>
    /// Gives up a row that was attempted; it is read again from its start. Setting a cell twice does no harm, and what would
    /// (see <see cref="TrySet"/>) is never attempted.
    /// </summary>
    public void Abandon()
    {
        _isInCell = false;
        _reader.Budget.ReturnCells(_attempted);
    }

    /// <summary>Puts the cell into the sheet.</summary>
    /// <exception cref="WorkbookFormatException">The value is not of its type.</exception>
    public void Set() => Set(HasValue ? _context.Values.Read(_reader, Type, Text.Span, ValueMetadata) : CellValue.Blank);

    /// <summary>
    /// Puts the cell into the sheet; false when the value is not of its type, or when the cells before it would get another formula
    /// if they were read again.
    /// </summary>
    public bool TrySet()
    {
        var value = CellValue.Blank;
        if (_formulas.Redefines(Formula)) return false;
        if (HasValue && !_context.Values.TryRead(Type, Text.Span, ValueMetadata, out value)) return false;
        Set(value);
        return true;
    }

    private void Set(CellValue value)
    {
        var isLate = IsLate();
        if (!value.IsBlank || Formula.IsPresent) _pages.Touch(Address);
        _formulas.Forget(Address);
        if (Formula.IsPresent) _formulas.Set(Formula, Address, value, CellMetadata > 0 && _context.Metadata.IsDynamic(CellMetadata));
        else if (value.TryGetNumber(out var number)) _loader.SetNumber(Address, number);
        else if (!value.IsBlank || isLate) _loader.SetValue(Address, value);
        var format = _context.Styles.FormatOf(Style);
        if (format != 0 || isLate) _loader.SetNumberFormat(Address, format);
        if (!isLate) _furthest = Address;
        (_hasCells, _isInCell) = (true, false);
    }

    /// <summary>
    /// False when the cell comes after all others so far, as in every file that Excel writes. A late one may have been set before, and then
    /// even being blank means something.
    /// </summary>
    private bool IsLate() =>
        _hasCells && (Address.Row < _furthest.Row || (Address.Row == _furthest.Row && Address.Column <= _furthest.Column));
}
