using System.Text;
using Recalc.Addressing;
using Recalc.Evaluation;
using Recalc.Functions;
using Recalc.Graph;
using Recalc.Names;
using Recalc.Recalculation;
using Recalc.Scripts;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc;

/// <content>
/// Names: those that are cells, with a value, a formula or C# code of their own, and those that were defined as formulas, which are expanded where they are used.
/// </content>
public sealed partial class Workbook
{
    /// <summary>The defined names, in the order of their definition; names that are cells are not among them.</summary>
    public IReadOnlyCollection<DefinedName> Names => _contents.Names.OfType<DefinedName>().Select(Localize).ToList();

    /// <summary>
    /// The value of a name, computed if need be. Setting it makes the name a cell with that value, or sets the cell that the name refers to; formulas see names that are
    /// cells like any other. A name is compared without case.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such name to get.</exception>
    /// <exception cref="ArgumentException">The name is none that a formula can spell, or it stands for several cells.</exception>
    public CellValue this[string name]
    {
        get => Get<CellValue>(name);
        set => Set(name, value);
    }

    /// <summary>The value of a name, computed if need be, as a C# type.</summary>
    /// <inheritdoc cref="Get{T}(Cell{T})"/>
    /// <exception cref="KeyNotFoundException">There is no such name.</exception>
    public T Get<T>(string name) => Get(Cell<T>(name));

    /// <summary>Sets the value of a name: see <see cref="this[string]"/>.</summary>
    /// <exception cref="ArgumentException">The name is none that a formula can spell, or it stands for several cells.</exception>
    public void Set<T>(string name, T value) => Put(name, Store(value));

    /// <summary>Sets a name to a stored value.</summary>
    internal void Put(string name, in Operand value)
    {
        var place = TargetOf(name);
        if (place is { Grid: not Grid.Names } cell) Put(_sheets[cell.Grid], cell.Cell, value);
        else if (place is { } named) Engine.SetNode(NodeStore.NodeOf(named.Cell), value);
        else AddName(name, Engine.AddInput(value, isExported: true));
    }

    /// <summary>Throws when a name may not be set to a value.</summary>
    internal void CheckPut(string name, in Operand value)
    {
        if (FindTarget(name) is { Grid: not Grid.Names }) CheckPut(value);
    }

    /// <summary>
    /// Makes a name a cell with a formula, which is computed when it is next read, or sets the formula of the cell that the name refers to. The formula speaks of names, and of cells
    /// with their sheet (<c>Sheet1!A1</c>), and yields a single value; to name an expression that is expanded where it is used, define it by <see cref="DefineName"/>.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="formula">The formula, with or without <c>=</c>.</param>
    /// <exception cref="ArgumentException">The text is no formula, speaks of cells without their sheet or yields an array; or the name is none that a formula can spell.</exception>
    public void SetFormula(string name, string formula)
    {
        CheckFormula(name, formula);
        var place = TargetOf(name);
        if (place is { Grid: not Grid.Names })
        {
            _sheets[place.Value.Grid].SetFormula(place.Value.Cell, formula);
            return;
        }
        var node = place is { } cell ? NodeStore.NodeOf(cell.Cell) : AddName(name, Engine.AddInput(Operand.Blank, isExported: true));
        Engine.SetNode(node, ReadFormula(Encoding.UTF8.GetBytes(formula), NodeStore.CellOf(node)).Id);
    }

    /// <summary>The handle of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such name.</exception>
    public Cell<T> Cell<T>(string name)
    {
        var place = PlaceOf(name, orNone: false);
        return place.Grid == Grid.Names ? new Cell<T>(this, NodeStore.NodeOf(place.Cell)) : new Cell<T>(_sheets[place.Grid], place.Cell);
    }

    /// <summary>
    /// Defines a name as a formula that is expanded where the name is used, or defines it anew. A name that no formula can spell, such as a file may hold, is kept and never
    /// found.
    /// </summary>
    /// <exception cref="ArgumentException">The name is empty or has more than 255 characters, or its sheet is another workbook's.</exception>
    public void DefineName(DefinedName name)
    {
        Engine.CheckNotRunning();
        ArgumentNullException.ThrowIfNull(name);
        if (name.Name.Length is 0 or > CellName.Longest) throw new ArgumentException($"A name has 1 to 255 characters, and this has {name.Name.Length}.", nameof(name));
        if (name.Scope is not null && name.Scope.Workbook != this) throw new ArgumentException($"The sheet '{name.Scope.Name}' is another workbook's.", nameof(name));
        var (scope, symbol) = (name.Scope?.Id ?? NameDirectory.Global, Formulas.Pools.Symbols.Intern(name.Name));
        // Files hold names that stand for nothing.
        FormulaId? formula = name.Formula.Length == 0 ? null : ReadFormula(Encoding.UTF8.GetBytes(name.Formula), default).Id;
        var contents = OwnNames();
        if (Model.Names.IsOf(scope, symbol) && Model.Names.TryFind(scope, symbol, out var old))
        {
            if (!old.IsCell)
            {
                (contents.Names[old.Number], Model.DefinedFormulas[old.Number]) = (name, formula);
                Engine.ForgetNames();
                return;
            }
            Engine.SetNode(old.Number, ErrorKind.Name);                         // handles of it, and code that reads it, learn that it is gone
        }
        Model.Names.Define(scope, symbol, new NameEntry(IsCell: false, contents.Names.Count));
        contents.Names.Add(name);
        Model.DefinedFormulas.Add(formula);
        Engine.ForgetNames();
    }

    /// <summary>
    /// The defined name that a formula on a sheet means by <paramref name="name"/>: the sheet's own, else the workbook's; null when there is none, or the name is a cell.
    /// </summary>
    public DefinedName? FindName(string name, Sheet? sheet = null) =>
        Formulas.Pools.Symbols.TryFind(name, out var symbol) && Model.Names.TryFind(sheet?.Id ?? NameDirectory.Global, symbol, out var entry) && !entry.IsCell
            ? Localize(_contents.Names[entry.Number]!)
            : null;

    /// <summary>The cell that holds the value of a name. A name that nobody defined becomes a cell with #NAME? when that is wanted.</summary>
    internal GridCell PlaceOf(string name, bool orNone)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (TryFindEntry(name, out var entry) && (orNone || !entry.IsCell || !_contents.Undefined.Contains(entry.Number)))
        {
            if (entry.IsCell) return new GridCell(Grid.Names, NodeStore.CellOf(entry.Number));
            if (Model.TryFindCell(entry.Number, out var cell)) return cell;
            return new GridCell(Grid.Names, NodeStore.CellOf(ReaderOf(name)));
        }
        if (orNone && CellName.Fault(name) is null) return new GridCell(Grid.Names, NodeStore.CellOf(AddUndefined(name)));
        throw new KeyNotFoundException($"There is no name '{name}'. Give it a value (book[\"{name}\"] = …), a formula (SetFormula), code (Compute) or a definition (DefineName).");
    }

    // The cell of a name that is set now, and that formulas know from now on; null for a name that has yet to become a cell.
    private GridCell? TargetOf(string name)
    {
        Engine.CheckNotRunning();
        var place = FindTarget(name);
        if (place is { Grid: Grid.Names } named && _contents.Undefined.Contains(NodeStore.NodeOf(named.Cell)))
        {
            OwnNames().Undefined.Remove(NodeStore.NodeOf(named.Cell));
            Engine.ForgetNames();
        }
        return place;
    }

    // The cell of a name that is to be set; null for a name that has yet to become a cell.
    private GridCell? FindTarget(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!TryFindEntry(name, out var entry)) return CellName.Fault(name) is { } fault ? throw new ArgumentException(fault, nameof(name)) : null;
        if (entry.IsCell) return new GridCell(Grid.Names, NodeStore.CellOf(entry.Number));
        if (Model.TryFindCell(entry.Number, out var cell)) return cell;
        if (Model.IsArea(entry.Number)) throw new ArgumentException($"The name '{name}' stands for several cells; set them on their sheet.", nameof(name));
        return CellName.Fault(name) is { } other ? throw new ArgumentException(other, nameof(name)) : null;
    }

    private bool TryFindEntry(string name, out NameEntry entry)
    {
        entry = default;
        return Formulas.Pools.Symbols.TryFind(name, out var symbol) && Model.Names.TryFind(NameDirectory.Global, symbol, out entry);
    }

    private DefinedName Localize(DefinedName name) =>
        name.Scope is null || name.Scope.Workbook == this ? name : name with { Scope = _sheets[name.Scope.Id] };

    // A name becomes a cell. Formulas that spoke of it before mean something else now; a spelling that nobody knew is in none of them.
    private int AddName(string name, int node)
    {
        var contents = OwnNames();
        var wasKnown = Formulas.Pools.Symbols.TryFind(name, out var symbol);
        if (!wasKnown) symbol = Formulas.Pools.Symbols.Intern(name);
        else if (Model.Names.TryFind(NameDirectory.Global, symbol, out var old) && !old.IsCell) (contents.Names[old.Number], Model.DefinedFormulas[old.Number]) = (null, null);
        Model.Names.Define(NameDirectory.Global, symbol, new NameEntry(IsCell: true, node));
        if (wasKnown) Engine.ForgetNames();
        return node;
    }

    // The cell of a name that may be defined some day: who reads it now learns of that. Formulas know nothing of it until then.
    private int AddUndefined(string name)
    {
        var (contents, node) = (OwnNames(), Engine.AddUndefined(ErrorKind.Name));
        Model.Names.Define(NameDirectory.Global, Formulas.Pools.Symbols.Intern(name), new NameEntry(IsCell: true, node));
        contents.Undefined.Add(node);
        return node;
    }

    // A cell of its own for what a name yields that is expanded where it is used.
    private int ReaderOf(string name)
    {
        if (_contents.Readers.TryGetValue(name, out var node)) return node;
        OwnNames().Readers.Add(name, node = Engine.AddInput(Operand.Blank, isExported: true));
        Engine.SetNode(node, ReadFormula(Encoding.UTF8.GetBytes(name), default, FormulaFlavor.Implicit).Id);
        return node;
    }

    /// <summary>The formula of a name that is a cell, without <c>=</c>; null when it has none.</summary>
    public string? GetFormula(string name)
    {
        var place = PlaceOf(name, orNone: false);
        var grid = Model[place.Grid];
        return grid.Regions.TryFind(place.Cell, out var region) ? GetText(new Formula(Formulas, region.Formula), place.Cell) : null;
    }

    /// <summary>Throws when a name may not be set to a formula.</summary>
    internal void CheckFormula(string name, string formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        if (FindTarget(name) is { Grid: not Grid.Names } cell) _sheets[cell.Grid].ReadFormula(cell.Cell, formula, FormulaFlavor.Dynamic);
        else CheckNamed(name, formula);
    }

    private void CheckNamed(string name, string formula)
    {
        var text = Encoding.UTF8.GetBytes(formula);
        var read = ReadFormula(text, default);
        if (read.HasErrors) throw new ArgumentException(SyntaxTree.Parse(text, stream: name).Diagnostics[0].Render(text), nameof(formula));
        if (Model.SpeaksOfOwnSheet(read.Id)) throw new ArgumentException($"A name lies on no sheet: say which sheet the cells of '{formula}' are on.", nameof(formula));
        if (Engine.MaySpill(read.Id)) throw new ArgumentException($"'{formula}' may yield several values, and the cell of a name holds one; put '@' before what is to be one value, or use DefineName.", nameof(formula));
    }

    /// <summary>What a cell is called where somebody is told of it.</summary>
    internal string NameOf(int grid, CellAddress cell)
    {
        if (grid != Grid.Names) return $"{_sheets[grid].Name}!{cell}";
        var node = NodeStore.NodeOf(cell);
        var symbol = Model.Names.SymbolOf(node);
        return symbol >= 0 ? Formulas.Pools.Symbols[symbol] : $"node {node}";
    }
}
