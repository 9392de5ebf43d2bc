using Recalc.Addressing;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Reference;

/// <summary>
/// A spreadsheet engine that is as simple as can be: cells in a dictionary, formulas as trees, and every read computes everything anew.
/// It is what the fast engine is tested against, so nothing in it is clever. One thread at a time.
/// </summary>
public sealed class ReferenceWorkbook
{
    private readonly List<string> _sheets = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<CellKey, Content> _cells = [];
    private readonly Dictionary<string, SyntaxTree> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where NOW and TODAY look.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How often a cycle is iterated before its cells are <c>#CYCLE!</c>.</summary>
    public int Waves { get; init; } = 20;

    /// <summary>The change of a number between two waves that counts as none.</summary>
    public double Delta { get; init; }

    /// <summary>True when there is a sheet of this name; names are compared without case.</summary>
    public bool HasSheet(string name) => _numbers.ContainsKey(name);

    /// <summary>Appends a sheet; the order of sheets is the order in which cycles are iterated.</summary>
    public void AddSheet(string name)
    {
        _numbers.Add(name, _sheets.Count);
        _sheets.Add(name);
    }

    /// <summary>Sets a value; blank clears the cell.</summary>
    public void SetValue(string sheet, CellAddress cell, CellValue value)
    {
        Spills.Remove(Key(sheet, cell));
        if (value.IsBlank) _cells.Remove(Key(sheet, cell));
        else _cells[Key(sheet, cell)] = new Content(value, null, false);
    }

    /// <summary>Sets a formula in A1 spelling. Of an array the cell shows the first element; nothing spills.</summary>
    /// <param name="sheet">The sheet of the cell.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="formula">The text, with or without <c>=</c>.</param>
    /// <param name="flavor">Whether ranges in the place of single values intersect (<see cref="FormulaFlavor.Implicit"/>) or make arrays.</param>
    public void SetFormula(string sheet, CellAddress cell, string formula, FormulaFlavor flavor = FormulaFlavor.Dynamic)
    {
        Spills.Remove(Key(sheet, cell));
        _cells[Key(sheet, cell)] = new Content(default, SyntaxTree.Parse(formula), flavor == FormulaFlavor.Implicit);
    }

    /// <summary>Sets a formula whose result spills when it is an array.</summary>
    public void SetSpill(string sheet, CellAddress cell, string formula)
    {
        SetFormula(sheet, cell, formula);
        Spills.Add(Key(sheet, cell));
    }

    /// <summary>Defines a name for the whole workbook.</summary>
    public void DefineName(string name, string formula) => _names[name] = SyntaxTree.Parse(formula);

    /// <summary>Computes one cell; null when the cell or anything it used needs what is not supported.</summary>
    public CellValue? Get(string sheet, CellAddress cell) => Read().Get(sheet, cell);

    /// <summary>Begins a reading: what one reading computed it keeps, so that many cells can be asked for. It ends with the next edit.</summary>
    public ReferenceReading Read() => new(this, SpillLayout.Settle(this));

    /// <summary>The cells whose formulas spill.</summary>
    internal HashSet<CellKey> Spills { get; } = [];

    internal CellKey Key(string sheet, CellAddress cell) => new(_numbers[sheet], cell);
    internal bool TryFindSheet(string name, out int number) => _numbers.TryGetValue(name, out number);
    internal Content Find(CellKey key) => _cells.GetValueOrDefault(key);
    internal SyntaxTree? FindName(string name) => _names.GetValueOrDefault(name);
    internal string NameOf(CellKey key) => $"{_sheets[key.Sheet]}!{key.Address}";

    /// <summary>The last column and row that any sheet uses: as far as whole columns and rows are looked at.</summary>
    internal (int Column, int Row) LastUsed() => _cells.Count == 0 ? default : (_cells.Keys.Max(k => k.Address.Column), _cells.Keys.Max(k => k.Address.Row));

    internal readonly record struct Content(CellValue Value, SyntaxTree? Formula, bool IsImplicit)
    {
        public bool IsEmpty => Formula is null && Value.IsBlank;
    }
}
