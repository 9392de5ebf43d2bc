namespace Recalc.Names;

/// <summary>
/// Qualifiers as numbers, interned by their spelling; number 0 is none. Numbers are never taken back, so scripts may hold them. Any
/// number of threads may read while one adds.
/// </summary>
internal sealed class QualifierTable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _bySpelling = new(StringComparer.Ordinal);

    /// <summary>The qualifiers by number. Replaced as a whole when it grows; entries below the count never change.</summary>
    private Qualifier[] _entries = [Qualifier.Own, Qualifier.Own, Qualifier.Own, Qualifier.Own];
    private int _count = 1;

    /// <summary>The last spelling that was looked up and its number: formulas of a sheet tend to name one other.</summary>
    private (byte[] Spelling, int Number) _recent = ([], 0);

    public int Count => _count;

    public Qualifier this[int number] => _entries[number];

    /// <summary>The number of a qualifier of A1 or R1C1 text.</summary>
    public int Intern(ReadOnlySpan<byte> spelling)
    {
        var recent = _recent;
        if (spelling.SequenceEqual(recent.Spelling)) return recent.Number;
        var number = Intern(Utf8Lens.Decode(spelling), spelling, isOpenFormula: false);
        _recent = (spelling.ToArray(), number);
        return number;
    }

    /// <summary>The number of the qualifier of an OpenFormula reference, which is given as a whole, brackets included.</summary>
    public int InternOpenFormula(ReadOnlySpan<byte> reference) => Intern("of:" + Utf8Lens.Decode(reference), reference, isOpenFormula: true);

    private int Intern(string key, ReadOnlySpan<byte> spelling, bool isOpenFormula)
    {
        lock (_gate)
        {
            if (_bySpelling.TryGetValue(key, out var number)) return number;
            if (isOpenFormula)
            {
                number = Intern(QualifierReader.ReadOpenFormula(spelling).Spelling);
            }
            else
            {
                number = _count;
                if (number == _entries.Length) Array.Resize(ref _entries, 2 * number);
                _entries[number] = QualifierReader.Read(spelling);
                _count++;
            }
            _bySpelling.Add(key, number);
            return number;
        }
    }
}
