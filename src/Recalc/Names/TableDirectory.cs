namespace Recalc.Names;

/// <summary>The tables of the workbook by the symbol of their name, and by sheet. For one writer.</summary>
internal sealed class TableDirectory
{
    private readonly Dictionary<int, TableShape> _bySymbol;
    private readonly Dictionary<int, List<TableShape>> _bySheet;

    public TableDirectory() => (_bySymbol, _bySheet) = ([], []);

    private TableDirectory(TableDirectory other)
    {
        (_bySymbol, _bySheet) = (new(other._bySymbol), []);
        foreach (var (sheet, tables) in other._bySheet) _bySheet.Add(sheet, [.. tables]);
    }

    /// <summary>The same tables, in a directory that is changed apart.</summary>
    public TableDirectory Copy() => new(this);

    /// <summary>Adds a table; its name is new.</summary>
    public void Add(int symbol, TableShape table)
    {
        _bySymbol.Add(symbol, table);
        if (!_bySheet.TryGetValue(table.Sheet, out var tables)) _bySheet.Add(table.Sheet, tables = []);
        tables.Add(table);
    }

    public bool TryFind(int symbol, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TableShape? table) => _bySymbol.TryGetValue(symbol, out table);

    /// <summary>The tables of a sheet.</summary>
    public List<TableShape> On(int sheet) => _bySheet.GetValueOrDefault(sheet) ?? None;

    /// <summary>Stays empty.</summary>
    private static readonly List<TableShape> None = [];
}
