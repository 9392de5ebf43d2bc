using Recalc.Addressing;

namespace Recalc.Names;

/// <summary>
/// The defined names: which formula a symbol stands for on a sheet. A name is a cell of the names sheet: column 0 of it, in the order
/// of definition; names past the last row take the next column. For one writer.
/// </summary>
internal sealed class NameDirectory
{
    /// <summary>The scope of names that the whole workbook knows.</summary>
    public const int Global = -1;

    private readonly Dictionary<(int Scope, int Symbol), int> _numbers = [];

    public int Count => _numbers.Count;

    /// <summary>The number of the name, which is new when it was not yet defined in this scope.</summary>
    public int Define(int scope, int symbol)
    {
        if (_numbers.TryGetValue((scope, symbol), out var number)) return number;
        _numbers.Add((scope, symbol), number = _numbers.Count);
        return number;
    }

    /// <summary>What a symbol means on a sheet: the sheet's own name first, then the workbook's.</summary>
    public bool TryFind(int sheet, int symbol, out int number) =>
        _numbers.TryGetValue((sheet, symbol), out number) || _numbers.TryGetValue((Global, symbol), out number);

    /// <summary>True when the sheet itself has a name for a symbol.</summary>
    public bool IsOf(int sheet, int symbol) => _numbers.ContainsKey((sheet, symbol));

    /// <summary>The cell of a name on the names sheet.</summary>
    public static CellAddress CellOf(int number) => new(number / SheetLimits.Rows, number % SheetLimits.Rows);
}
