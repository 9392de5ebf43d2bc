using Recalc.Functions;

namespace Recalc;

/// <summary>Which columns the items of a source fill, left to right, and what each shows of an item. For one thread.</summary>
/// <typeparam name="T">An item.</typeparam>
public sealed class BoundColumns<T>
{
    private readonly Workbook _book;
    private readonly List<(string? Header, Func<T, Operand> Value)> _columns = [];

    internal BoundColumns(Workbook book) => _book = book;

    /// <summary>How many there are.</summary>
    public int Count => _columns.Count;

    /// <summary>True when one of them has a header: then the first row shows them.</summary>
    public bool HasHeaders => _columns.Exists(c => c.Header is not null);

    /// <summary>Adds a column without a header.</summary>
    /// <param name="value">What the column shows: a number, text, logical, date, error or <see cref="Values.CellValue"/>; null is blank.</param>
    /// <returns>These columns.</returns>
    public BoundColumns<T> Add<TValue>(Func<T, TValue> value) => Add(null, value);

    /// <summary>Adds a column.</summary>
    /// <param name="header">What the first row shows; null for nothing.</param>
    /// <param name="value">What the column shows: a number, text, logical, date, error or <see cref="Values.CellValue"/>; null is blank.</param>
    /// <returns>These columns.</returns>
    public BoundColumns<T> Add<TValue>(string? header, Func<T, TValue> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _columns.Add((header, item => _book.Store(value(item))));
        return this;
    }

    internal void AddHeaders(BoundRows rows)
    {
        if (!HasHeaders) return;
        foreach (var (header, _) in _columns) rows.Add(header);
    }

    internal void AddItem(T item, BoundRows rows)
    {
        foreach (var (_, value) in _columns)
        {
            var stored = value(item);
            Workbook.CheckPut(stored);
            rows.Add(stored.Value);
        }
    }
}
