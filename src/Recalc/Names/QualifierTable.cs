namespace Recalc.Names;

/// <summary>
/// Qualifiers as numbers, interned by their spelling; number 0 is none. Numbers are never taken back, so scripts may hold them. Any
/// number of threads may read while one adds.
/// </summary>
internal sealed class QualifierTable
{
    private const int LongestOnStack = 256;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _bySpelling = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>The qualifiers by number. Replaced as a whole when it grows; entries below the count never change.</summary>
    private Qualifier[] _entries = [Qualifier.Own, Qualifier.Own, Qualifier.Own, Qualifier.Own];
    private int _count = 1;

    /// <summary>The number that was given last: formulas of a sheet tend to name one other.</summary>
    private int _recent;

    public QualifierTable() => _lookup = _bySpelling.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _count;

    public Qualifier this[int number] => _entries[number];

    /// <summary>The number of a qualifier, as A1 or R1C1 text spells it.</summary>
    public int Intern(ReadOnlySpan<byte> spelling)
    {
        var recent = _recent;
        if (spelling.SequenceEqual(_entries[recent].Spelling)) return recent;
        if (spelling.Length > LongestOnStack) return Intern(Utf8Lens.Decode(spelling), spelling);
        Span<char> characters = stackalloc char[LongestOnStack];
        return Intern(characters[..Utf8Lens.Decode(spelling, characters)], spelling);
    }

    private int Intern(ReadOnlySpan<char> key, ReadOnlySpan<byte> spelling)
    {
        lock (_gate)
        {
            if (!_lookup.TryGetValue(key, out var number))
            {
                number = _count;
                if (number == _entries.Length) Array.Resize(ref _entries, 2 * number);
                _entries[number] = QualifierReader.Read(spelling);
                _lookup[key] = number;
                _count++;
            }
            return _recent = number;
        }
    }
}
