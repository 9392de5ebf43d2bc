namespace Recalc.Names;

/// <summary>
/// What symbols stand for on sheets: formulas that are expanded, or cells of the names sheet. For one writer.
/// </summary>
internal sealed class NameDirectory
{
    /// <summary>The scope of names that the whole workbook knows.</summary>
    public const int Global = -1;

    private readonly Dictionary<(int Scope, int Symbol), NameEntry> _entries;

    /// <summary>The symbols of the names that are cells, by the number of the cell.</summary>
    private readonly Dictionary<int, int> _symbols;

    public NameDirectory() => (_entries, _symbols) = ([], []);

    private NameDirectory(NameDirectory other) => (_entries, _symbols) = (new(other._entries), new(other._symbols));

    /// <summary>The same names, in a directory that is changed apart.</summary>
    public NameDirectory Copy() => new(this);

    /// <summary>Defines a name, or defines it anew.</summary>
    public void Define(int scope, int symbol, NameEntry entry)
    {
        if (_entries.TryGetValue((scope, symbol), out var old) && old.IsCell) _symbols.Remove(old.Number);
        _entries[(scope, symbol)] = entry;
        if (entry.IsCell) _symbols[entry.Number] = symbol;
    }

    /// <summary>The symbol of the name that is a cell; -1 for a cell without a name.</summary>
    public int SymbolOf(int cell) => _symbols.GetValueOrDefault(cell, -1);

    /// <summary>What a symbol means on a sheet: the sheet's own name first, then the workbook's.</summary>
    public bool TryFind(int sheet, int symbol, out NameEntry entry) =>
        _entries.TryGetValue((sheet, symbol), out entry) || _entries.TryGetValue((Global, symbol), out entry);

    /// <summary>True when the sheet itself has a name for a symbol.</summary>
    public bool IsOf(int sheet, int symbol) => _entries.ContainsKey((sheet, symbol));
}
