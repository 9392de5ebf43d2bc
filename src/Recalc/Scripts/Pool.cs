namespace Recalc.Scripts;

/// <summary>
/// A heap of a workbook's scripts: equal items have one number, and numbers are never taken back. Any number of threads may read what
/// is there while one adds.
/// </summary>
/// <typeparam name="T">The items.</typeparam>
internal sealed class Pool<T> where T : notnull
{
    private readonly Dictionary<T, int> _numbers = [];

    /// <summary>The items by number. Replaced as a whole when it grows; entries below the count never change.</summary>
    private T[] _items = new T[16];

    public int Count => _numbers.Count;

    public T this[int number] => _items[number];

    public int Intern(T item)
    {
        if (_numbers.TryGetValue(item, out var number)) return number;
        number = _numbers.Count;
        if (number == _items.Length) Array.Resize(ref _items, 2 * number);
        _items[number] = item;
        _numbers.Add(item, number);
        return number;
    }
}
