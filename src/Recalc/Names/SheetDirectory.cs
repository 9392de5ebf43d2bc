namespace Recalc.Names;

/// <summary>The numbers of sheets by name, compared without case. For one writer.</summary>
internal sealed class SheetDirectory
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a sheet under the next number; false when the name is taken.</summary>
    public bool TryAdd(string name) => _numbers.TryAdd(name, _numbers.Count);

    public bool TryFind(string name, out int number) => _numbers.TryGetValue(name, out number);
}
