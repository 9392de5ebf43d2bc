using System.Data.Common;
using Recalc.Addressing;

namespace Recalc;

/// <content>Rows from elsewhere.</content>
public sealed partial class Sheet
{
    /// <summary>Shows the items of a source in rows, from a cell on to the right and below. Cells there are overwritten.</summary>
    /// <param name="first">The upper left cell.</param>
    /// <param name="items">The source, which is gone through now and at every refresh.</param>
    /// <param name="columns">Adds the columns.</param>
    /// <exception cref="ArgumentException">There is no column, or there are more than the sheet has from the cell on.</exception>
    /// <exception cref="InvalidOperationException">The source has more rows than the sheet.</exception>
    public RangeBinding Bind<T>(CellAddress first, IEnumerable<T> items, Action<BoundColumns<T>> columns)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(columns);
        var bound = new BoundColumns<T>(Workbook);
        columns(bound);
        CheckColumns(first, bound.Count, nameof(columns));
        return new RangeBinding(() =>
        {
            var rows = new BoundRows(this, first, bound.Count);
            bound.AddHeaders(rows);
            foreach (var item in items) bound.AddItem(item, rows);
            return rows;
        });
    }

    /// <summary>Shows the rows of a query, from a cell on to the right and below. Cells there are overwritten.</summary>
    /// <param name="first">The upper left cell.</param>
    /// <param name="query">Opens the query, now and at every refresh; the reader is disposed of.</param>
    /// <param name="hasHeaders">True to show the names of the columns in the first row.</param>
    /// <inheritdoc cref="Fill(CellAddress, DbDataReader, bool)" path="/exception"/>
    public RangeBinding Bind(CellAddress first, Func<DbDataReader> query, bool hasHeaders = false)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new RangeBinding(() =>
        {
            using var reader = query();
            return RowsOf(first, reader, hasHeaders);
        });
    }

    /// <summary>
    /// Copies the rows that a reader has left, from a cell on to the right and below, as one edit. Cells there are overwritten. NULL is blank, dates are serial numbers, and what no
    /// cell holds, such as bytes, is #VALUE!.
    /// </summary>
    /// <param name="first">The upper left cell.</param>
    /// <param name="reader">The reader, which stays open.</param>
    /// <param name="hasHeaders">True to show the names of the columns in the first row.</param>
    /// <returns>The rectangle that was written; null when there was nothing to write.</returns>
    /// <exception cref="ArgumentException">There is no column, or there are more than the sheet has from the cell on.</exception>
    /// <exception cref="InvalidOperationException">There are more rows than the sheet has.</exception>
    public CellRange? Fill(CellAddress first, DbDataReader reader, bool hasHeaders = false)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return RowsOf(first, reader, hasHeaders).Write(null);
    }

    private BoundRows RowsOf(CellAddress first, DbDataReader reader, bool hasHeaders)
    {
        CheckColumns(first, reader.FieldCount, nameof(reader));
        var rows = new BoundRows(this, first, reader.FieldCount);
        for (var i = 0; hasHeaders && i < reader.FieldCount; i++) rows.Add(reader.GetName(i));
        rows.AddRest(reader);
        return rows;
    }

    private static void CheckColumns(CellAddress first, int columns, string parameter)
    {
        if (columns == 0) throw new ArgumentException("There is no column to show.", parameter);
        if (columns > SheetLimits.Columns - first.Column) throw new ArgumentException($"There are {columns} columns, and the sheet has not so many from {first} on.", parameter);
    }
}
