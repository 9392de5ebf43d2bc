namespace Recalc.Names;

/// <summary>The numbers of sheets by name, compared without case. For one writer.</summary>
internal sealed class SheetDirectory
{
    private readonly Dictionary<string, int> _numbers;

    public SheetDirectory() => _numbers = new(StringComparer.OrdinalIgnoreCase);

    private SheetDirectory(SheetDirectory other) => _numbers = new(other._numbers, StringComparer.OrdinalIgnoreCase);

    /// <summary>The same sheets, in a directory that is changed apart.</summary>
    public SheetDirectory Copy() => new(this);

    /// <summary>Adds a sheet under the next number; false when the name is taken.</summary>
    public bool TryAdd(string name) => _numbers.TryAdd(name, _numbers.Count);

    public bool TryFind(string name, out int number) => _numbers.TryGetValue(name, out number);
}
