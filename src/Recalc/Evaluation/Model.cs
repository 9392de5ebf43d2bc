using System.Text;
using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Names;
using Recalc.Scripts;

namespace Recalc.Evaluation;

/// <summary>
/// The workbook as the engine sees it: grids, formulas, and what sheets and names in scripts mean. What it found it remembers until
/// <see cref="Forget"/>. For one writer; one thread may evaluate at a time.
/// </summary>
internal sealed class Model(FormulaTable formulas) : IReferenceSource
{
    /// <summary>No sheet has this name: the reference is #REF!.</summary>
    public const int Missing = -1;

    /// <summary>Another workbook, or several sheets: not computed by this version.</summary>
    public const int Unsupported = -2;

    private const int Unknown = -3;
    private const int DeepestNames = 32;

    private readonly List<Grid> _grids = [];

    /// <summary>The grid of each qualifier, or one of the constants; <see cref="Unknown"/> until somebody asked.</summary>
    private int[] _gridOfQualifier = [];

    /// <summary>What names of scripts mean, by sheet and item.</summary>
    private readonly Dictionary<(int Grid, int Item), NameMeaning> _meanings = [];

    public FormulaTable Formulas { get; } = formulas;

    public ScriptPools Pools => Formulas.Pools;

    /// <summary>The sheets by name.</summary>
    public SheetDirectory Sheets { get; } = new();

    /// <summary>The numbers of the names; each is a cell of <see cref="NamesGrid"/>.</summary>
    public NameDirectory Names { get; } = new();

    public Grid NamesGrid { get; } = new(Grid.Names);

    public IEnumerable<Grid> Grids => _grids;

    /// <summary>How many sheets there are; their grids are numbered from 0.</summary>
    public int Count => _grids.Count;

    public Grid this[int id] => _grids[id];

    /// <summary>Adds the grid of a sheet.</summary>
    public void Add(Grid grid)
    {
        _grids.Add(grid);
        Forget();
    }

    /// <summary>Forgets what sheets and names mean, because one was added.</summary>
    public void Forget()
    {
        _gridOfQualifier.AsSpan().Fill(Unknown);
        _meanings.Clear();
    }

    /// <summary>The grid that a qualifier means to a formula on a grid, or <see cref="Missing"/> or <see cref="Unsupported"/>.</summary>
    public int GridOf(int qualifier, int own)
    {
        if (qualifier == 0) return own;
        if (qualifier >= _gridOfQualifier.Length)
        {
            var known = _gridOfQualifier.Length;
            Array.Resize(ref _gridOfQualifier, Math.Max(2 * known, qualifier + 1));
            _gridOfQualifier.AsSpan(known).Fill(Unknown);
        }
        ref var grid = ref _gridOfQualifier[qualifier];
        if (grid == Unknown) grid = Find(Pools.Qualifiers[qualifier]);
        return grid;
    }

    /// <summary>What a name of a script means to a formula on a grid.</summary>
    public NameMeaning MeaningOf(int item, int grid)
    {
        if (_meanings.TryGetValue((grid, item), out var meaning)) return meaning;
        meaning = Resolve(Pools.Names[item], grid);
        _meanings.Add((grid, item), meaning);
        return meaning;
    }

    /// <summary>The cells that a text spells for a formula in a cell: a reference, or the name of one.</summary>
    public bool TryRefer(string text, bool isA1, int own, CellAddress cell, out int grid, out CellRange range)
    {
        (grid, range) = (own, default);
        if (!ReferenceText.TrySplit(text, out var sheet, out var rest)) return false;
        if (sheet is not null) grid = Find(sheet);
        if (grid < 0) return false;
        if (ReferenceText.TryRead(rest, isA1, cell, out range)) return true;
        if (!Pools.Symbols.TryFind(Encoding.UTF8.GetString(rest), out var symbol) || !Names.TryFind(grid, symbol, out var number)) return false;
        if (!NamesGrid.Regions.TryFind(NameDirectory.CellOf(number), out var region)) return false;
        var meaning = MeaningOf(region.Formula, grid);
        (grid, range) = (meaning.Area.Grid, meaning.Kind == NameKind.Area ? meaning.Area.Area.At(cell) : default);
        return meaning.Kind == NameKind.Area;
    }

    public ReadOnlySpan<byte> ScriptOf(FormulaId formula)
    {
        var script = Formulas.ScriptOf(formula);
        return script == FormulaTable.Unreadable ? default : Pools.Scripts[script];
    }

    public void AddReferences(int grid, FormulaId formula, List<GridReference> references) => AddReferences(grid, formula, references, 0);

    private void AddReferences(int grid, FormulaId formula, List<GridReference> references, int depth)
    {
        var reader = new ScriptReader(ScriptOf(formula));
        while (!reader.IsAtEnd)
        {
            switch (reader.Read(out var item))
            {
                case Opcode.Cell or Opcode.Range:
                    var reference = Pools.References[item];
                    var target = GridOf(reference.Qualifier, grid);
                    if (target >= 0) references.Add(new GridReference(target, reference.Area));
                    break;
                case Opcode.Name:
                    var meaning = MeaningOf(item, grid);
                    if (meaning.Kind == NameKind.Area) references.Add(meaning.Area);
                    else if (meaning.Kind == NameKind.Formula && depth < DeepestNames) AddReferences(grid, meaning.Formula, references, depth + 1);
                    break;
                case Opcode.Call: reader.ReadOperand(); break;
            }
        }
    }

    private int Find(Qualifier qualifier)
    {
        if (qualifier.Book is not null || qualifier.IsSpan) return Unsupported;
        return !qualifier.IsMissing && qualifier.FirstSheet is { } name && Sheets.TryFind(name, out var number) ? number : Missing;
    }

    private NameMeaning Resolve(ScriptName name, int grid)
    {
        if (name.Structure is not null) return new NameMeaning(NameKind.Unsupported, default, default);
        var scope = grid;
        if (name.Qualifier != 0)
        {
            var qualifier = Pools.Qualifiers[name.Qualifier];
            scope = qualifier.Book is not null && qualifier.FirstSheet is null ? Unsupported : GridOf(name.Qualifier, grid);
        }
        if (scope == Unsupported) return new NameMeaning(NameKind.Unsupported, default, default);
        if (!Names.TryFind(scope, name.Symbol, out var number)) return default;
        if (!NamesGrid.Regions.TryFind(NameDirectory.CellOf(number), out var region)) return default;
        return MeaningOf(region.Formula, grid);
    }

    // A reference and nothing else is the reference itself.
    private NameMeaning MeaningOf(FormulaId formula, int grid)
    {
        if (Formulas.HasErrors(formula)) return default;
        var reader = new ScriptReader(ScriptOf(formula));
        var opcode = reader.Read(out var item);
        if (opcode is not (Opcode.Cell or Opcode.Range) || !reader.IsBeforeReturn) return new NameMeaning(NameKind.Formula, default, formula);
        var reference = Pools.References[item];
        var target = GridOf(reference.Qualifier, grid);
        if (target == Unsupported) return new NameMeaning(NameKind.Unsupported, default, default);
        if (target == Missing) return new NameMeaning(NameKind.Formula, default, formula);
        return new NameMeaning(NameKind.Area, new GridReference(target, Normalize(reference.Area)), default);
    }

    /// <summary>Relative references of a name are seen from A1 and walk round the edge of the sheet: XFD1 is the cell to the left.</summary>
    internal static AreaReference Normalize(in AreaReference area)
    {
        var (column1, column2) = (Normalize(area.Column1, SheetLimits.Columns), Normalize(area.Column2, SheetLimits.Columns));
        var (row1, row2) = (Normalize(area.Row1, SheetLimits.Rows), Normalize(area.Row2, SheetLimits.Rows));
        return new AreaReference(column1, row1, column2, row2, area.Shape);
    }

    private static Coordinate Normalize(Coordinate coordinate, int size) =>
        coordinate.IsAbsolute || coordinate.Value < size / 2 ? coordinate : Coordinate.Relative(coordinate.Value - size);
}
