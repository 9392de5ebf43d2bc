using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using Recalc.Addressing;
using Recalc.Values;

namespace Recalc;

/// <summary>Rows on their way from a source to a sheet: all of them are there before the first is written. For one thread.</summary>
internal sealed class BoundRows(Sheet sheet, CellAddress first, int columns)
{
    private readonly List<CellValue> _values = [];

    /// <summary>Adds the value of the next cell, left to right and row by row.</summary>
    /// <exception cref="InvalidOperationException">The sheet has no row for it.</exception>
    public void Add(CellValue value)
    {
        if (_values.Count / columns >= SheetLimits.Rows - first.Row) throw new InvalidOperationException($"The source has more rows than the sheet has from {first} on.");
        _values.Add(value);
    }

    /// <summary>Adds the rows that a reader has left.</summary>
    public void AddRest(DbDataReader reader)
    {
        while (reader.Read())
            for (var i = 0; i < columns; i++) Add(ValueOf(reader.GetValue(i)));
    }

    /// <summary>Writes the rows, and makes the cells blank that were written before and are not now, as one edit.</summary>
    /// <returns>The rectangle that was written; null when there are no rows.</returns>
    public CellRange? Write(CellRange? before)
    {
        CellRange? written = _values.Count == 0 ? null : new CellRange(first.Column, first.Row, first.Column + columns - 1, first.Row + (_values.Count / columns) - 1);
        using (sheet.Workbook.Engine.BeginBatch())
        {
            if (written is { } range) sheet.Set(range, CollectionsMarshal.AsSpan(_values));
            if (before is { } old && old.Rows > (written?.Rows ?? 0))
            {
                var rest = new CellRange(old.First.Column, old.First.Row + (written?.Rows ?? 0), old.Last.Column, old.Last.Row);
                sheet.Set(rest, new CellValue[rest.Count]);
            }
        }
        return written;
    }

    // What a database holds is known when it is read.
    private CellValue ValueOf(object value) => value switch
    {
        DBNull => CellValue.Blank,
        double number => number,
        string text => text,
        bool logical => logical,
        DateTime date => new CellValue(DateWord.Of(date, sheet.Workbook.DateSystem)),
        DateTimeOffset date => new CellValue(DateWord.Of(date.DateTime, sheet.Workbook.DateSystem)),
        DateOnly date => new CellValue(DateWord.Of(date.ToDateTime(default), sheet.Workbook.DateSystem)),
        TimeOnly time => time.ToTimeSpan().TotalDays,
        TimeSpan time => time.TotalDays,
        decimal or float or sbyte or byte or short or ushort or int or uint or long or ulong => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        char or Guid => value.ToString(),
        _ => ErrorKind.Value,
    };
}
