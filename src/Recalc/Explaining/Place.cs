using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Names;

namespace Recalc.Explaining;

/// <summary>
/// What a question is about and an answer names: a rectangle of cells of a sheet, or a name or C# node, which lies on no sheet. <c>default</c> is no place. Immutable;
/// safe to share. Places are equal when they are the same cells of the same workbook.
/// </summary>
public readonly struct Place : IEquatable<Place>
{
    private readonly Workbook? _book;
    private readonly GridRange _cells;

    internal Place(Workbook book, GridRange cells) => (_book, _cells) = (book, cells);

    /// <summary>A cell of a sheet.</summary>
    public Place(Sheet sheet, CellAddress cell) : this(sheet, new CellRange(cell)) { }

    /// <summary>Cells of a sheet.</summary>
    public Place(Sheet sheet, CellRange cells)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        (_book, _cells) = (sheet.Workbook, new GridRange(sheet.Id, cells));
    }

    /// <summary>The workbook that the place is in; a place of one workbook is good in all its forks.</summary>
    /// <exception cref="InvalidOperationException">It is <c>default</c>.</exception>
    public Workbook Workbook => _book ?? throw new InvalidOperationException("This is no place; make one of a sheet and its cells, or get one from Workbook.Explain.");

    /// <summary>The cells of a sheet; null for a name or node.</summary>
    public SheetRange? Cells => IsOfNames ? null : new SheetRange(Workbook.Sheets[_cells.Grid], _cells.Range);

    /// <summary>The name; null for cells of a sheet and for a node without a name.</summary>
    public string? Name => IsOfNames && Workbook.Model.Names.SymbolOf(NodeStore.NodeOf(Cell)) >= 0 ? Workbook.NameOf(Grid.Names, Cell) : null;

    /// <summary>How many cells: 1 for a name or node.</summary>
    public long Count => _cells.Range.Count;

    internal GridRange Range => _cells;

    internal CellAddress Cell => _cells.Range.First;

    private bool IsOfNames => Workbook is not null && _cells.Grid == Grid.Names;

    /// <summary>Cells of a sheet as a place.</summary>
    public static implicit operator Place(SheetRange cells) => new(cells.Sheet, cells.Range);

    /// <summary>The place as formulas spell it: <c>Sheet1!B2</c>, <c>'My sheet'!A:A</c>, <c>rate</c>; <c>node 7</c> for a node without a name.</summary>
    public override string ToString()
    {
        if (_book is null) return "";
        if (IsOfNames) return _book.NameOf(Grid.Names, Cell);
        var sheet = _book.Sheets[_cells.Grid].Name;
        return QualifierWriter.IsPlain(sheet) ? $"{sheet}!{_cells.Range}" : $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!{_cells.Range}";
    }

    /// <inheritdoc/>
    public bool Equals(Place other) => ReferenceEquals(_book, other._book) && _cells == other._cells;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Place other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_cells.Grid, _cells.Range);

    /// <summary>True when both are the same cells of the same workbook.</summary>
    public static bool operator ==(Place left, Place right) => left.Equals(right);

    /// <summary>True when they are different places.</summary>
    public static bool operator !=(Place left, Place right) => !left.Equals(right);
}
