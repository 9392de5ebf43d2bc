using Recalc.Addressing;
using Recalc.Caching;
using Recalc.Evaluation;
using Recalc.Explaining;
using Recalc.Functions;
using Recalc.Graph;
using Recalc.Names;
using Recalc.Recalculation;
using Recalc.Scripts;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc;

/// <summary>
/// A workbook: sheets of cells, names, tables and links. One thread at a time may change it; while nobody does, any number may read.
/// </summary>
public sealed partial class Workbook
{
    private readonly List<Sheet> _sheets = [];

    /// <summary>Reads formulas for the whole family of forks, one at a time.</summary>
    private readonly FormulaReader _reader;

    /// <summary>What is there beside cells; a fork's, too, when <see cref="_areContentsShared"/>, and then copied before it changes.</summary>
    private WorkbookContents _contents = new();
    private bool _areContentsShared;

    /// <summary>Makes a workbook without sheets.</summary>
    public Workbook() : this(RecalcOptions.Default) { }

    /// <summary>Makes a workbook without sheets.</summary>
    /// <param name="options">What its formulas may take.</param>
    public Workbook(RecalcOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        Formulas = new FormulaTable(new ScriptPools(new FunctionRegistry(options.Functions)));
        var reader = _reader = new FormulaReader(Formulas);
        Functions.Added = name =>
        {
            lock (reader) reader.CompileAgain(name);
        };
        Model = new Model(Formulas);
        var limits = new EvaluationLimits(options.MaxSteps, options.MaxMemory, options.MaxTextLength, options.MaxCallDepth);
        var chance = new Chance(options.RandomSeed);
        var results = options.ResultCacheBytes > 0 ? new ResultCache(options.ResultCacheBytes, options.Clock) : null;
        Engine = new Engine(Model, new EngineOptions(limits, options.Clock, chance, () => DateSystem, Waves, NameOf, results));
        Engine.Context = new ComputeContext(this);
    }

    /// <summary>What the formulas may take.</summary>
    public RecalcOptions Options { get; }

    /// <summary>
    /// The functions of C# that formulas call, beside those of Excel; shared by all forks. Functions may be added at any time: formulas that called them in vain call them from the
    /// next read on.
    /// </summary>
    public FunctionRegistry Functions => Formulas.Pools.Functions;

    /// <summary>The sheets, in the order of their tabs.</summary>
    public IReadOnlyList<Sheet> Sheets => _sheets;

    /// <summary>The tables, in the order of their definition.</summary>
    public IReadOnlyCollection<Table> Tables => _contents.Tables.ConvertAll(Localize);

    /// <summary>The other workbooks that formulas speak of; <c>[1]</c> in a stored formula is the first.</summary>
    public IReadOnlyList<WorkbookLink> Links => _contents.Links;

    /// <summary>The number formats that cells refer to by position; 0 is <c>General</c>.</summary>
    public IReadOnlyList<string> NumberFormats => _contents.NumberFormats;

    /// <summary>Which day dates count from.</summary>
    public DateSystem DateSystem { get; set; }

    /// <summary>How the workbook wants to be calculated.</summary>
    public CalculationSettings Calculation { get; set; } = CalculationSettings.Default;

    /// <summary>What rests on what, and why a cell has the value it has.</summary>
    public Explainer Explain => field ??= new Explainer(this);

    internal FormulaTable Formulas { get; }

    /// <summary>The sheets, names and formulas as the engine sees them.</summary>
    internal Model Model { get; }

    internal Engine Engine { get; }

    /// <summary>Appends a sheet.</summary>
    /// <exception cref="ArgumentException">The name is empty, longer than 31 characters, holds one of <c>: \ / ? * [ ]</c>, begins or ends with an apostrophe, or is taken.</exception>
    /// <exception cref="InvalidOperationException">The workbook has <see cref="SheetLimits.Sheets"/> sheets already.</exception>
    public Sheet AddSheet(string name)
    {
        Engine.CheckNotRunning();
        ArgumentNullException.ThrowIfNull(name);
        if (SheetName.Fault(name) is { } fault) throw new ArgumentException(fault, nameof(name));
        if (Model.Sheets.TryFind(name, out _)) throw new ArgumentException($"There is a sheet '{name}' already; sheet names are compared without case.", nameof(name));
        if (_sheets.Count == SheetLimits.Sheets) throw new InvalidOperationException($"A workbook has at most {SheetLimits.Sheets} sheets.");
        var sheet = new Sheet(this, name, _sheets.Count);
        _sheets.Add(sheet);
        Model.OwnNames();
        Model.Sheets.TryAdd(name);
        Model.Add(sheet.Grid);
        Engine.ForgetNames();
        return sheet;
    }

    /// <summary>The sheet of this name, compared without case; null when there is none.</summary>
    public Sheet? FindSheet(string name) => Model.Sheets.TryFind(name, out var sheet) ? _sheets[sheet] : null;

    /// <summary>Adds a table.</summary>
    /// <exception cref="ArgumentException">The table is at odds with itself, its sheet is another workbook's, or its name is taken.</exception>
    public void AddTable(Table table)
    {
        Engine.CheckNotRunning();
        ArgumentNullException.ThrowIfNull(table);
        if (table.Sheet.Workbook != this) throw new ArgumentException($"The sheet '{table.Sheet.Name}' is another workbook's.", nameof(table));
        if (table.Columns.Count != table.Range.Columns)
            throw new ArgumentException($"The table '{table.Name}' names {table.Columns.Count} columns and lies over {table.Range.Columns} ({table.Range}).", nameof(table));
        if (table.HeaderRows is < 0 or > 1 || table.TotalsRows is < 0 or > 1 || table.HeaderRows + table.TotalsRows > table.Range.Rows)
            throw new ArgumentException($"The table '{table.Name}' has {table.Range.Rows} rows, {table.HeaderRows} of them headers and {table.TotalsRows} totals.", nameof(table));
        if (FindTable(table.Name) is not null) throw new ArgumentException($"There is a table '{table.Name}' already; table names are compared without case.", nameof(table));
        OwnNames().Tables.Add(table);
        Model.Tables.Add(
            Formulas.Pools.Symbols.Intern(table.Name), new TableShape(table.Sheet.Id, table.Range, table.Columns, table.HeaderRows, table.TotalsRows));
        Engine.ForgetNames();
    }

    /// <summary>The table of this name, compared without case; null when there is none.</summary>
    public Table? FindTable(string name) =>
        _contents.Tables.Find(t => t.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } table ? Localize(table) : null;

    /// <summary>Appends a link to another workbook, which is never opened: its cells have the values they were given.</summary>
    /// <param name="target">The path or address of the workbook, as the file has it.</param>
    public WorkbookLink AddLink(string target)
    {
        Engine.CheckNotRunning();
        ArgumentNullException.ThrowIfNull(target);
        var link = new WorkbookLink(target, Model.AddLink());
        OwnNames().Links.Add(link);
        Engine.ForgetNames();
        return link;
    }

    /// <summary>The position of a number format in <see cref="NumberFormats"/>, which it is added to when new.</summary>
    public int AddNumberFormat(string format)
    {
        Engine.CheckNotRunning();
        ArgumentNullException.ThrowIfNull(format);
        if (_contents.FormatsByCode.TryGetValue(format, out var position)) return position;
        var contents = OwnNames();
        contents.NumberFormats.Add(format);
        contents.FormatsByCode.Add(format, contents.NumberFormats.Count - 1);
        return contents.NumberFormats.Count - 1;
    }

    /// <summary>Reads a formula into relative form. A mistake in it is no exception: see <see cref="Formula.HasErrors"/>.</summary>
    /// <param name="text">The formula in UTF-8, with or without a leading <c>=</c>.</param>
    /// <param name="cell">The cell its A1 references are seen from.</param>
    /// <param name="flavor">What becomes of arrays.</param>
    /// <param name="dialect">How the text is spelled.</param>
    public Formula ReadFormula(
        ReadOnlySpan<byte> text, CellAddress cell, FormulaFlavor flavor = FormulaFlavor.Dynamic, FormulaDialect dialect = FormulaDialect.A1)
    {
        lock (_reader) return new(Formulas, _reader.Read(text, cell, flavor, dialect));
    }

    /// <summary>The formula as it reads in a cell, without <c>=</c>.</summary>
    /// <exception cref="ArgumentException">The formula is another workbook's, or none.</exception>
    public string GetText(Formula formula, CellAddress cell, FormulaDialect dialect = FormulaDialect.A1)
    {
        var id = IdOf(formula);
        var text = new ByteWriter();
        Formulas.Print(id, cell, dialect, text);
        return Utf8Lens.Decode(text.Written);
    }

    /// <summary>The script that a formula is compiled to, written out a line an instruction.</summary>
    /// <exception cref="ArgumentException">The formula is another workbook's, none, or has errors.</exception>
    public string Disassemble(Formula formula)
    {
        var id = IdOf(formula);
        if (formula.HasErrors) throw new ArgumentException("The formula has errors and no script.", nameof(formula));
        return new Disassembler(Formulas.Pools).List(Formulas.ScriptOf(id));
    }

    /// <summary>Begins edits that are made together: see <see cref="Recalc.Edit"/>.</summary>
    public Edit BeginEdit() => new(this);

    /// <summary>Forgets the values of all formulas, those that a file kept included: each is computed when it is next read.</summary>
    public void Invalidate() => Engine.Invalidate();

    /// <summary>Computes every formula that needs it.</summary>
    public void Recalculate() => Engine.ReadAll();

    /// <summary>
    /// The cells that have a formula of a trait, or depend on one, directly or through others, whichever branches their formulas take.
    /// Takes time in proportion to the formulas.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trait.</exception>
    public IReadOnlyList<SheetRange> FindCells(FormulaTrait trait)
    {
        return FindCells(trait switch
        {
            FormulaTrait.Unsupported => ScriptTraits.Unsupported,
            FormulaTrait.Volatile => ScriptTraits.Volatile,
            _ => throw new ArgumentOutOfRangeException(nameof(trait), trait, "There is no such trait."),
        });
    }

    /// <summary>
    /// What formulas use that this version does not compute, and the cells that rest on it: those of
    /// <see cref="FormulaTrait.Unsupported"/>, by the reason. Takes time in proportion to the formulas, for each feature.
    /// </summary>
    public IReadOnlyList<UnsupportedFeature> FindUnsupported()
    {
        if (FindCells(FormulaTrait.Unsupported).Count == 0) return [];
        var found = new List<UnsupportedFeature>();
        for (var feature = 0; feature < Model.Features.Count; feature++)
            if (FindCells(UnsupportedFeatures.TraitOf(feature)) is { Count: > 0 } cells) found.Add(new(Model.Features[feature], cells));
        return found;
    }

    private List<SheetRange> FindCells(ScriptTraits trait)
    {
        var cells = new List<GridRange>();
        Engine.AddCells(trait, cells);
        return cells.FindAll(c => c.Grid != Grid.Names).ConvertAll(c => new SheetRange(_sheets[c.Grid], c.Range));
    }

    /// <summary>Counts what the workbook holds. Takes time in proportion to its pages and regions.</summary>
    public WorkbookStatistics GetStatistics()
    {
        var counts = _sheets.ConvertAll(s => s.Count());
        var formulas = _sheets.SelectMany(s => s.Regions.Regions).Select(r => r.Formula).ToHashSet();
        return new WorkbookStatistics
        {
            Sheets = _sheets.Count,
            Cells = counts.Sum(c => c.Cells),
            Formulas = counts.Sum(c => c.Formulas),
            DistinctFormulas = formulas.Count,
            Regions = counts.Sum(c => c.Regions),
            ConnectedRegions = counts.Sum(c => c.Connected),
            Names = Names.Count,
            Tables = _contents.Tables.Count,
            Links = _contents.Links.Count,
            FormulasWithErrors = Model.DefinedFormulas.OfType<FormulaId>().Union(Model.NamesGrid.Regions.Regions.Select(r => r.Formula)).Union(formulas).Count(Formulas.HasErrors),
            UnknownFunctions = UnknownFunctions(),
        };
    }

    /// <summary>What the results of C# functions take that are kept, for the workbook and its forks together, and how often they were wanted.</summary>
    public ResultCacheStatistics GetResultCacheStatistics() => Engine.Options.Results?.Statistics ?? new(0, 0, 0, 0, 0, 0);

    /// <summary>The number of a formula that a caller gave.</summary>
    /// <exception cref="ArgumentException">The formula is another workbook's, or none.</exception>
    internal FormulaId IdOf(Formula formula)
    {
        if (formula.IsDefault) throw new ArgumentException("There is no formula; read one with Workbook.ReadFormula.", nameof(formula));
        if (formula.Owner != Formulas) throw new ArgumentException("The formula was read by another workbook; read it with this one.", nameof(formula));
        return formula.Id;
    }

    // A workbook that lets its cycles iterate says how often and how far; others get the options' waves, to the last bit.
    private (int Most, double Delta) Waves() =>
        Calculation.Iterate ? (Calculation.IterateCount, Calculation.IterateDelta) : (Options.MaxWaves, 0);

    private List<string> UnknownFunctions()
    {
        var symbols = Formulas.Pools.Symbols;
        var defined = Names.Select(n => n.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unknown = Formulas.Pools.Called.Select(s => symbols[s]).Where(n => !defined.Contains(n) && !Functions.TryFind(n, out _)).ToList();
        unknown.Sort(StringComparer.Ordinal);
        return unknown;
    }
}
