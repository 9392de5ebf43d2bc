using System.Text;
using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Storage;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc;

/// <summary>One sheet of a <see cref="Recalc.Workbook"/>. The same rules for threads hold as for the workbook.</summary>
public sealed class Sheet
{
    internal Sheet(Workbook workbook, string name, int id) => (Workbook, Name, Grid, NumberFormats) = (workbook, name, new Grid(id), new());

    // The sheet of a fork.
    internal Sheet(Workbook workbook, Sheet other, Grid grid) =>
        (Workbook, Name, Grid, Visibility, NumberFormats) = (workbook, other.Name, grid, other.Visibility, other.NumberFormats.Fork());

    /// <summary>The workbook that the sheet belongs to.</summary>
    public Workbook Workbook { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Whether it is shown.</summary>
    public SheetVisibility Visibility { get; set; }

    internal int Id => Grid.Id;

    internal Grid Grid { get; }

    internal CellStore Cells => Grid.Cells;

    internal RegionMap Regions => Grid.Regions;

    internal StretchPlane NumberFormats { get; }

    internal StretchColumn HiddenRows => Grid.HiddenRows;

    /// <summary>
    /// The value of a cell, computed if need be: getting it computes what the cell depends on and nothing else. Setting it replaces a
    /// formula and marks what depends on the cell, which is computed when it is next read; of an array formula, data table or spill over the cell the first cell alone
    /// keeps the formula, and the results of the others go. Threads that read at the same time wait for one another.
    /// </summary>
    public CellValue this[CellAddress cell]
    {
        get => Workbook.Engine.Read(Grid, cell);
        set
        {
            Workbook.Engine.Release(Grid, cell);
            Workbook.Engine.SetValue(Grid, cell, value);
        }
    }

    /// <summary>The typed handle of a cell, such as <c>Cell&lt;double&gt;("B2")</c>.</summary>
    /// <exception cref="FormatException">The text is no address.</exception>
    public Cell<T> Cell<T>(string cell) => new(this, CellAddress.Parse(cell));

    /// <summary>The typed handle of a cell.</summary>
    public Cell<T> Cell<T>(CellAddress cell) => new(this, cell);

    /// <summary>The smallest rectangle that holds every cell with a value or formula; null for an empty sheet. Takes time in proportion to pages and regions.</summary>
    public CellRange? UsedRange
    {
        get
        {
            var used = Cells.GetUsedRange();
            foreach (var region in Regions.Regions)
            {
                var range = region.Kind == RegionKind.Spill ? new CellRange(region.Range.First) : region.Range;
                used = used?.Union(range) ?? range;
            }
            return used;
        }
    }

    /// <summary>Sets a formula in a cell. It is computed when it is next read.</summary>
    /// <exception cref="ArgumentException">The text is no formula; the message says where and why.</exception>
    public void SetFormula(CellAddress cell, string formula, FormulaFlavor flavor = FormulaFlavor.Dynamic) =>
        SetFormula(new CellRange(cell), formula, flavor);

    /// <summary>
    /// Sets a formula in every cell of a rectangle, as filling does: it is written as it reads in the upper left cell, and its relative
    /// references move with the cell. Takes time in proportion to the cells.
    /// </summary>
    /// <exception cref="ArgumentException">The text is no formula; the message says where and why.</exception>
    public void SetFormula(CellRange cells, string formula, FormulaFlavor flavor = FormulaFlavor.Dynamic)
    {
        ArgumentNullException.ThrowIfNull(formula);
        var text = Encoding.UTF8.GetBytes(formula);
        var read = Workbook.ReadFormula(text, cells.First, flavor);
        if (read.HasErrors) throw new ArgumentException(SyntaxTree.Parse(text, stream: $"{Name}!{cells.First}").Diagnostics[0].Render(text), nameof(formula));
        SetFormula(cells, read);
    }

    /// <summary>Sets a formula that was read before in every cell of a rectangle.</summary>
    /// <exception cref="ArgumentException">The formula is another workbook's, or none.</exception>
    public void SetFormula(CellRange cells, Formula formula)
    {
        var id = Workbook.IdOf(formula);
        foreach (var region in Regions.FindFixed(cells))
            if (cells.TryIntersect(region.Range, out var common)) Workbook.Engine.Release(Grid, common.First);
        Workbook.Engine.SetFormula(Grid, cells, id);
    }

    /// <summary>The value that a cell has now, computed or not: what it was before the edits that it depends on. Never computes.</summary>
    public CellValue Peek(CellAddress cell) => Cells[cell];

    /// <summary>Why the value of a cell is an error, in a sentence; null when it is none, or one that speaks for itself. Computes the cell.</summary>
    public string? Explain(CellAddress cell) => Workbook.Engine.Explain(Grid, cell);

    /// <summary>The formula of a cell, without <c>=</c>, as it reads there; null when the cell has none.</summary>
    public string? GetFormula(CellAddress cell, FormulaDialect dialect = FormulaDialect.A1)
    {
        if (!Regions.TryFind(cell, out var region)) return null;
        if (region.Kind == RegionKind.Spill && !region.IsAnchor(cell)) return null;
        var origin = region.Kind == RegionKind.Fill ? cell : region.Range.First;
        return Workbook.GetText(new Formula(Workbook.Formulas, region.Formula), origin, dialect);
    }

    /// <summary>Begins to fill the sheet in bulk.</summary>
    public SheetLoader BeginLoad()
    {
        Workbook.Engine.ForgetGraph();
        return new SheetLoader(this);
    }

    /// <summary>The regions of the sheet, in column, then row order of their first cells.</summary>
    public IEnumerable<RegionInfo> GetRegions() =>
        Regions.Folded().OrderBy(r => r.FirstColumn).ThenBy(r => r.FirstRow).Select(r => new RegionInfo(
            r.Range,
            Workbook.GetText(new Formula(Workbook.Formulas, r.Formula), r.Range.First, FormulaDialect.R1C1),
            Workbook.Formulas.FlavorOf(r.Formula)));

    /// <summary>True when the row (from zero) is hidden, by hand or by a filter.</summary>
    public bool IsRowHidden(int row) => HiddenRows.Find(row) >= 0;

    /// <summary>The position of the cell's number format in <see cref="Workbook.NumberFormats"/>.</summary>
    public int GetNumberFormat(CellAddress cell) => Math.Max(NumberFormats[cell], 0);

    /// <summary>Copies the numbers of a rectangle that is valid, row by row; what is no number is 0, and of an error NaN.</summary>
    internal void Copy(CellRange range, Span<double> numbers)
    {
        if (numbers.Length != range.Count) throw new ArgumentException($"{range} has {range.Count} cells, and the span {numbers.Length} elements.", nameof(numbers));
        Cells.CopyNumbers(range, numbers);
    }

    internal (long Cells, long Formulas, int Regions, int Connected) Count()
    {
        var (cells, formulas) = (Cells.CountFilled(), 0L);
        var regions = Regions.Folded();
        foreach (var region in regions)
        {
            var count = region.Kind == RegionKind.Fill ? region.Range.Count : 1;
            formulas += count;
            cells += count - (region.Kind == RegionKind.Fill ? Cells.CountFilled(region.Range) : Cells[region.Range.First].IsBlank ? 0 : 1);
        }
        return (cells, formulas, regions.Count, Regions.CountConnected());
    }
}
