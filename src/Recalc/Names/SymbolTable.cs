namespace Recalc.Names;

/// <summary>
/// Names as numbers: two spellings that differ in case only are one symbol, shown as it was first seen. Symbols are never taken back,
/// so a script may hold their numbers. Any number of threads may look up while one adds.
/// </summary>
internal sealed class SymbolTable
{
    private const int LongestOnStack = 256;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>The spellings by number. Replaced as a whole when it grows; entries below the count never change.</summary>
    private string[] _spellings = new string[16];

    public SymbolTable() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _numbers.Count;

    public string this[int symbol] => _spellings[symbol];

    public int Intern(ReadOnlySpan<byte> name)
    {
        if (name.Length > LongestOnStack) return Intern(Utf8Lens.Decode(name).AsSpan());
        Span<char> characters = stackalloc char[LongestOnStack];
        return Intern(characters[..Utf8Lens.Decode(name, characters)]);
    }

    public int Intern(ReadOnlySpan<char> name)
    {
        lock (_gate)
        {
            if (_lookup.TryGetValue(name, out var symbol)) return symbol;
            symbol = _numbers.Count;
            if (symbol == _spellings.Length) Array.Resize(ref _spellings, 2 * symbol);
            var spelling = name.ToString();
            _spellings[symbol] = spelling;
            _numbers.Add(spelling, symbol);
            return symbol;
        }
    }

    public bool TryFind(ReadOnlySpan<char> name, out int symbol)
    {
        lock (_gate) return _lookup.TryGetValue(name, out symbol);
    }
}
