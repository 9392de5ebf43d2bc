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
internal sealed partial class Model : IReferenceSource
{
    private static long s_lastVersion;

    /// <summary>No sheet has this name: the reference is #REF!.</summary>
    public const int Missing = -1;

    /// <summary>Another workbook of which no cells were kept: not computed by this version.</summary>
    public const int Unsupported = -2;

    /// <summary>A sheet of another workbook, which <see cref="LinkOf"/> tells.</summary>
    public const int Linked = -5;

    /// <summary>Several sheets, which <see cref="SheetsOf"/> tells.</summary>
    public const int Span = -3;

    private const int Unknown = -4;

    private readonly List<Grid> _sheets = [];

    /// <summary>The grids of the sheets, then that of the names.</summary>
    private readonly List<Grid> _grids;

    /// <summary>True when sheets, names, tables and links are a fork's, too, and are copied before they change.</summary>
    private bool _areNamesShared;

    /// <summary>The grid of each qualifier, or one of the constants; <see cref="Unknown"/> until somebody asked. Forks that ask at once write the same.</summary>
    private int[] _gridOfQualifier = [];

    public Model(FormulaTable formulas)
    {
        (Formulas, Nodes, Features, _grids) = (formulas, new(), new(), [new(Grid.Names)]);
        (Sheets, Names, Tables, DefinedFormulas, _links, _meanings) = (new(), new(), new(), [], [], new());
    }

    private Model(Model other)
    {
        (Formulas, Features, Nodes, Version) = (other.Formulas, other.Features, other.Nodes.Fork(), other.Version);
        (Sheets, Names, Tables, DefinedFormulas, _links) = (other.Sheets, other.Names, other.Tables, other.DefinedFormulas, other._links);
        (_meanings, _gridOfQualifier, _areNamesShared, other._areNamesShared) = (other._meanings, other._gridOfQualifier, true, true);
        _grids = new(other._grids.Count);
        foreach (var grid in other._grids) _grids.Add(grid.Fork());
        _sheets.AddRange(_grids[..^1]);
    }

    public FormulaTable Formulas { get; }

    public ScriptPools Pools => Formulas.Pools;

    /// <summary>The sheets by name.</summary>
    public SheetDirectory Sheets { get; private set; }

    /// <summary>What names were defined as.</summary>
    public NameDirectory Names { get; private set; }

    /// <summary>The tables, which structured references speak of.</summary>
    public TableDirectory Tables { get; private set; }

    /// <summary>What formulas were found to use that is not computed.</summary>
    public UnsupportedFeatures Features { get; }

    /// <summary>The names that are cells: formulas lie in regions here, values and C# nodes in <see cref="Nodes"/> with a copy here.</summary>
    public Grid NamesGrid => _grids[^1];

    /// <summary>The inputs and C# nodes that lie on no sheet.</summary>
    public NodeStore Nodes { get; }

    /// <summary>All grids, that of the names last. A list, so that going over it allocates nothing.</summary>
    public List<Grid> Grids => _grids;

    IEnumerable<Grid> IReferenceSource.Grids => _grids;

    /// <summary>How many sheets there are; their grids are numbered from 0.</summary>
    public int Count => _sheets.Count;

    /// <summary>The grid of a sheet, or of the names.</summary>
    public Grid this[int id] => (uint)id < (uint)_sheets.Count ? _sheets[id] : NamesGrid;

    /// <summary>Adds the grid of a sheet.</summary>
    public void Add(Grid grid)
    {
        _sheets.Add(grid);
        _grids.Insert(_grids.Count - 1, grid);
        Forget();
    }

    /// <summary>What others remember of names is good for one version; no two models whose names differ have the same.</summary>
    public long Version { get; private set; }

    /// <summary>Forgets what sheets, names and tables mean, because one was added.</summary>
    public void Forget() => (Version, _gridOfQualifier, _meanings) = (Interlocked.Increment(ref s_lastVersion), [], new());

    /// <summary>The model of a fork: independent of this one, and sharing all that neither of them changes.</summary>
    public Model Fork() => new(this);

    /// <summary>Gets ready to change sheets, names, tables or links.</summary>
    public void OwnNames()
    {
        if (!_areNamesShared) return;
        (Sheets, Names, Tables, DefinedFormulas, _links) = (Sheets.Copy(), Names.Copy(), Tables.Copy(), [.. DefinedFormulas], [.. _links]);
        _areNamesShared = false;
    }

    /// <summary>The grid that a qualifier means to a formula on a grid, or one of the constants.</summary>
    public int GridOf(int qualifier, int own)
    {
        if (qualifier == 0) return own;
        if (qualifier >= _gridOfQualifier.Length)
        {
            var known = _gridOfQualifier.Length;
            Array.Resize(ref _gridOfQualifier, Math.Max(2 * known, Math.Max(qualifier + 1, Pools.Qualifiers.Count)));
            _gridOfQualifier.AsSpan(known).Fill(Unknown);
        }
        ref var grid = ref _gridOfQualifier[qualifier];
        if (grid == Unknown) grid = Find(Pools.Qualifiers[qualifier]);
        return grid;
    }

    /// <summary>The cells that a text spells for a formula in a cell: a reference, or the name of one, or one of a table.</summary>
    public bool TryRefer(string text, bool isA1, int own, CellAddress cell, out int grid, out CellRange range)
    {
        (grid, range) = (own, default);
        if (!ReferenceText.TrySplit(text, out var sheet, out var rest)) return false;
        if (sheet is not null) grid = Find(sheet);
        if (grid < 0) return false;
        if (ReferenceText.TryRead(rest, isA1, cell, out range)) return true;
        var meaning = MeaningOf(Encoding.UTF8.GetString(rest), grid, new GridCell(own, cell));
        if (!meaning.IsAreaIn(cell.Row)) return false;
        (grid, range) = (meaning.Area.Grid, meaning.Area.Area.At(cell));
        return true;
    }

    public ReadOnlySpan<byte> ScriptOf(FormulaId formula)
    {
        var script = Formulas.ScriptOf(formula);
        return script == FormulaTable.Unreadable ? default : Pools.Scripts[script];
    }

    /// <summary>The first and last grid of a qualifier that is a <see cref="Span"/>, in the order of sheets.</summary>
    public (int First, int Last) SheetsOf(int qualifier)
    {
        var span = Pools.Qualifiers[qualifier];
        Sheets.TryFind(span.FirstSheet!, out var first);
        Sheets.TryFind(span.LastSheet!, out var last);
        return (Math.Min(first, last), Math.Max(first, last));
    }

    private int Find(Qualifier qualifier)
    {
        if (qualifier.Book is not null) return TryFindLink(qualifier, out _, out _) ? Linked : Unsupported;
        if (qualifier.IsMissing || qualifier.FirstSheet is not { } name || !Sheets.TryFind(name, out var number)) return Missing;
        if (!qualifier.IsSpan) return number;
        return Sheets.TryFind(qualifier.LastSheet!, out var last) ? last == number ? number : Span : Missing;
    }
}
