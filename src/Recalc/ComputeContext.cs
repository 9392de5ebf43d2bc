using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Recalculation;
using Recalc.Values;

namespace Recalc;

/// <summary>
/// What the code of a C# node reads through. Whatever it reads is a precedent of the node until the node runs the next time: the node is marked when one of
/// them may have changed, and runs when one of them has. Good only while the code runs, on the thread that called it.
/// </summary>
public sealed class ComputeContext
{
    private readonly Workbook _book;
    private readonly Engine _engine;

    internal ComputeContext(Workbook book) => (_book, _engine) = (book, book.Engine);

    /// <summary>The value of a name; #NAME? when there is none.</summary>
    public CellValue this[string name] => Get<CellValue>(name);

    /// <summary>The value of a cell.</summary>
    public CellValue this[Sheet sheet, CellAddress cell] => Get<CellValue>(sheet, cell);

    /// <summary>The value of a cell, computed if need be.</summary>
    /// <exception cref="CellErrorException">The cell holds an error; left alone, it becomes the value of the node.</exception>
    /// <exception cref="InvalidCastException">The cell holds something else than a <typeparamref name="T"/>.</exception>
    public T Get<T>(Cell<T> cell)
    {
        if (!cell.IsNodeOf(_book)) return GetOther(cell);
        ref readonly var source = ref _engine.ReadFromRun(cell.Node);
        if (typeof(T) == typeof(double) && source.Word < CellWord.Boxed) return (T)(object)BitConverter.UInt64BitsToDouble(source.Word);
        return (source.Flags & NodeFlags.Formula) != 0 ? GetCell<T>(cell.Place) : _book.Read<T>(new CellWord(source.Word), _book.Model.Nodes.SideOf(cell.Node));
    }

    // A cell of a sheet, or of the workbook that this is a fork of.
    private T GetOther<T>(Cell<T> cell)
    {
        if (!cell.IsNode) return Get<T>(_book.SheetOf(cell.Book, cell.Place.Grid), cell.Place.Cell);
        _book.CheckFamily(cell.Book);
        return _book.Model.Nodes.IsFormula(cell.Node) ? GetCell<T>(cell.Place) : GetNode<T>(cell.Node);
    }

    /// <summary>The value of a name, computed if need be.</summary>
    /// <exception cref="CellErrorException">The name holds an error, or there is no such name (#NAME?).</exception>
    /// <exception cref="InvalidCastException">The name holds something else than a <typeparamref name="T"/>.</exception>
    public T Get<T>(string name)
    {
        var place = _book.PlaceOf(name, orNone: true);
        var isNode = place.Grid == Grid.Names && !_book.Model.Nodes.IsFormula(NodeStore.NodeOf(place.Cell));
        return isNode ? GetNode<T>(NodeStore.NodeOf(place.Cell)) : GetCell<T>(place);
    }

    /// <summary>The value of a cell of a sheet, computed if need be.</summary>
    /// <exception cref="CellErrorException">The cell holds an error.</exception>
    /// <exception cref="InvalidCastException">The cell holds something else than a <typeparamref name="T"/>.</exception>
    public T Get<T>(Sheet sheet, CellAddress cell)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return GetCell<T>(new GridCell(_book.SheetOf(sheet.Workbook, sheet.Id).Id, cell));
    }

    /// <summary>Copies the numbers of a rectangle, row by row; what is no number is 0, and of an error NaN. The node depends on the rectangle as a whole.</summary>
    /// <exception cref="ArgumentException">The span has not as many elements as the rectangle has cells.</exception>
    public void Get(Sheet sheet, CellRange range, Span<double> numbers)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var own = _book.SheetOf(sheet.Workbook, sheet.Id);
        _engine.ReadFromRun(new GridRange(own.Id, range));
        own.Copy(range, numbers);
    }

    /// <summary>Which day dates count from.</summary>
    internal DateSystem Dates => _book.DateSystem;

    private T GetNode<T>(int node)
    {
        ref readonly var source = ref _engine.ReadFromRun(node);
        if (typeof(T) == typeof(double) && source.Word < CellWord.Boxed) return (T)(object)BitConverter.UInt64BitsToDouble(source.Word);
        return _book.Read<T>(new CellWord(source.Word), _book.Model.Nodes.SideOf(node));
    }

    private T GetCell<T>(GridCell cell)
    {
        _engine.ReadFromRun(new GridRange(cell.Grid, new CellRange(cell.Cell)));
        var word = _book.Model[cell.Grid].Cells.Word(cell.Cell.Column, cell.Cell.Row, out var side);
        return _book.Read<T>(new CellWord(word), side);
    }
}
