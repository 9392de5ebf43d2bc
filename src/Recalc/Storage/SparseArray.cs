namespace Recalc.Storage;

/// <summary>
/// A row of slots of which a window is there: it begins at the first slot that was needed and grows both ways. Costs what lies between
/// the first and the last slot in use. For one writer.
/// </summary>
/// <typeparam name="T">What a slot holds.</typeparam>
internal sealed class SparseArray<T> where T : class
{
    private const int FirstSize = 4;

    /// <summary>The window; every slot outside it is empty.</summary>
    private T?[] _window = [];

    /// <summary>The slot that the window begins with; meaningful while the window is not empty.</summary>
    private int _start;

    public SparseArray() { }

    private SparseArray(SparseArray<T> other) => (_window, _start) = ((T?[])other._window.Clone(), other._start);

    /// <summary>An array of the same things, which is changed apart. Takes time in proportion to the window.</summary>
    public SparseArray<T> Clone() => new(this);

    /// <summary>The first slot of the window: every slot before it is empty.</summary>
    public int Start => _start;

    /// <summary>The slot after the window's last: it and every slot after it is empty.</summary>
    public int End => _start + _window.Length;

    /// <summary>The slots of the window that are in use, with their numbers, in order.</summary>
    public IEnumerable<(int Index, T Value)> Filled
    {
        get
        {
            for (var i = 0; i < _window.Length; i++)
                if (_window[i] is { } value) yield return (_start + i, value);
        }
    }

    public T? this[int index]
    {
        get
        {
            var at = index - _start;
            return (uint)at < (uint)_window.Length ? _window[at] : null;
        }
        set
        {
            if (_window.Length == 0) (_window, _start) = (new T?[FirstSize], index);
            if ((uint)(index - _start) >= (uint)_window.Length) Grow(index);
            _window[index - _start] = value;
        }
    }

    private void Grow(int index)
    {
        var end = _start + _window.Length;
        var first = index < _start ? Math.Max(0, Math.Min(index, end - 2 * _window.Length)) : _start;
        var last = index >= end ? Math.Max(index + 1, _start + 2 * _window.Length) : end;
        var window = new T?[last - first];
        _window.CopyTo(window, _start - first);
        (_window, _start) = (window, first);
    }
}
