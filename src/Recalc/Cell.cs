using Recalc.Addressing;
using Recalc.Explaining;
using Recalc.Graph;

namespace Recalc;

/// <summary>
/// A typed handle of a cell: an input or C# node, a name, or a cell of a sheet. It is good in the workbook that gave it and in all its forks; <see cref="Value"/> is that
/// in the workbook that gave it. <c>default</c> is the handle of no cell, and every use of it throws. Immutable; safe to share; 16 bytes.
/// </summary>
/// <typeparam name="T">What the value is read and written as.</typeparam>
public readonly record struct Cell<T>
{
    private const int ColumnShift = 20;
    private const int SheetShift = 34;

    private readonly Workbook? _book;

    /// <summary>The number of a node; or, below zero, the complement of sheet, column and row.</summary>
    private readonly long _place;

    internal Cell(Workbook book, int node) => (_book, _place) = (book, node);

    internal Cell(Sheet sheet, CellAddress cell) =>
        (_book, _place) = (sheet.Workbook, ~((long)sheet.Id << SheetShift | (long)cell.Column << ColumnShift | (long)cell.Row));

    /// <summary>
    /// The value, computed if need be; setting it makes the cell an input. See <see cref="Workbook.Get{T}(Cell{T})"/> and <see cref="Workbook.Set{T}(Cell{T}, T)"/>.
    /// </summary>
    public T Value
    {
        get => Book.Get(this);
        set => Book.Set(this, value);
    }

    /// <summary>The workbook that gave the handle.</summary>
    internal Workbook Book => _book ?? throw new InvalidOperationException("The handle is of no cell; get one from a workbook, by Input, Compute or Cell.");

    /// <summary>True for a node; false for a cell of a sheet.</summary>
    internal bool IsNode => _place >= 0 && _book is not null;

    internal int Node => (int)_place;

    /// <summary>True for a node that a workbook itself gave.</summary>
    internal bool IsNodeOf(Workbook book) => ReferenceEquals(_book, book) && _place >= 0;

    /// <summary>The place of the cell, to ask <see cref="Workbook.Explain"/> about.</summary>
    /// <exception cref="InvalidOperationException">The handle is of no cell.</exception>
    public static implicit operator Place(Cell<T> cell) => new(cell.Book, new GridRange(cell.Place.Grid, new CellRange(cell.Place.Cell)));

    /// <summary>The cell of a sheet, or of the names.</summary>
    internal GridCell Place => IsNode ? new GridCell(Grid.Names, NodeStore.CellOf(Node))
        : new GridCell((int)(~_place >> SheetShift), new CellAddress((int)(~_place >> ColumnShift) & ((1 << (SheetShift - ColumnShift)) - 1), (int)~_place & ((1 << ColumnShift) - 1)));
}
