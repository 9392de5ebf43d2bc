using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc;

/// <summary>
/// Edits that are made together: nothing happens until <see cref="Commit"/>, which makes them all, in their order, with nobody reading in between, and marks what depends on them in
/// one pass. Disposed of without that, they never were. After a commit the edit is empty and may be filled again. For one thread.
/// </summary>
public sealed class Edit : IDisposable
{
    private readonly Workbook _book;
    private readonly List<StagedEdit> _staged = [];
    private readonly List<double> _numbers = [];

    internal Edit(Workbook book) => _book = book;

    /// <summary>How many edits wait to be committed.</summary>
    public int Count => _staged.Count;

    /// <summary>Sets the value of a name: see <see cref="Workbook.Set{T}(string, T)"/>.</summary>
    /// <returns>This edit.</returns>
    /// <exception cref="ArgumentException">The name is none that a formula can spell, or it stands for several cells.</exception>
    public Edit Set<T>(string name, T value) => Add(new StagedEdit { Name = name, Value = _book.Store(value) });

    /// <summary>Sets the value of a cell: see <see cref="Workbook.Set{T}(Cell{T}, T)"/>.</summary>
    /// <returns>This edit.</returns>
    /// <exception cref="ArgumentException">The handle is of a workbook that is neither this nor a fork of the same.</exception>
    public Edit Set<T>(Cell<T> cell, T value)
    {
        var place = _book.PlaceOf(cell);
        return place.Grid == Grid.Names ? Add(new StagedEdit { Node = NodeStore.NodeOf(place.Cell), Value = _book.Store(value) })
            : Add(new StagedEdit { Sheet = _book.Sheets[place.Grid], Range = new(place.Cell), Value = _book.Store(value) });
    }

    /// <summary>Sets the value of a cell of a sheet: see <see cref="Sheet.this[CellAddress]"/>.</summary>
    /// <returns>This edit.</returns>
    /// <exception cref="ArgumentException">The sheet is of a workbook that is neither this nor a fork of the same.</exception>
    public Edit Set(Sheet sheet, CellAddress cell, CellValue value) =>
        Add(new StagedEdit { Sheet = Own(sheet), Range = new(cell), Value = _book.Store(value) });

    /// <summary>Sets the numbers of a rectangle, row by row, which are copied: see <see cref="Sheet.Set(CellRange, ReadOnlySpan{double})"/>.</summary>
    /// <returns>This edit.</returns>
    /// <exception cref="ArgumentException">The sheet is another family's, or the span has not as many elements as the rectangle has cells.</exception>
    public Edit Set(Sheet sheet, CellRange range, ReadOnlySpan<double> numbers)
    {
        Sheet.CheckLength(range, numbers.Length, nameof(numbers));
        Add(new StagedEdit { Sheet = Own(sheet), Range = range, Numbers = _numbers.Count, HasNumbers = true });
        _numbers.AddRange(numbers);
        return this;
    }

    /// <summary>Sets the formula of a name: see <see cref="Workbook.SetFormula(string, string)"/>.</summary>
    /// <returns>This edit.</returns>
    /// <exception cref="ArgumentException">The text is no formula, or none of a name; or the name is none that a formula can spell.</exception>
    public Edit SetFormula(string name, string formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        return Add(new StagedEdit { Name = name, Text = formula });
    }

    /// <summary>Sets the formula of every cell of a rectangle: see <see cref="Sheet.SetFormula(CellRange, string, FormulaFlavor)"/>.</summary>
    /// <returns>This edit.</returns>
    /// <exception cref="ArgumentException">The text is no formula; the message says where and why. Or the sheet is another family's.</exception>
    public Edit SetFormula(Sheet sheet, CellRange cells, string formula, FormulaFlavor flavor = FormulaFlavor.Dynamic)
    {
        var own = Own(sheet);
        return Add(new StagedEdit { Sheet = own, Range = cells, Formula = own.ReadFormula(cells.First, formula, flavor) });
    }

    /// <summary>Sets the formula of a cell of a sheet: see <see cref="Sheet.SetFormula(CellAddress, string, FormulaFlavor)"/>.</summary>
    /// <returns>This edit.</returns>
    /// <exception cref="ArgumentException">The text is no formula; the message says where and why. Or the sheet is another family's.</exception>
    public Edit SetFormula(Sheet sheet, CellAddress cell, string formula, FormulaFlavor flavor = FormulaFlavor.Dynamic) =>
        SetFormula(sheet, new CellRange(cell), formula, flavor);

    /// <summary>Makes the edits. When one of them cannot be made any more, because names changed their meaning since it was staged, none is, and all stay staged.</summary>
    /// <exception cref="ArgumentException">An edit cannot be made.</exception>
    /// <exception cref="InvalidOperationException">A C# node or a function asks while it runs.</exception>
    public void Commit()
    {
        using (_book.Engine.BeginBatch())
        {
            foreach (var edit in _staged) edit.Check(_book);
            foreach (var edit in _staged) edit.Apply(_book, _numbers);
        }
        Dispose();
    }

    /// <summary>Forgets what was not committed.</summary>
    public void Dispose()
    {
        _staged.Clear();
        _numbers.Clear();
    }

    private Edit Add(in StagedEdit edit)
    {
        edit.Check(_book);
        _staged.Add(edit);
        return this;
    }

    private Sheet Own(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return _book.SheetOf(sheet.Workbook, sheet.Id);
    }
}
