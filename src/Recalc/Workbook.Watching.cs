using System.Runtime.CompilerServices;
using Recalc.Graph;
using Recalc.Recalculation;
using Recalc.Values;

namespace Recalc;

/// <content>Values as they are, values as they become, and everything computed in the background.</content>
public sealed partial class Workbook
{
    /// <summary>The value of a cell, if it has it: nothing is computed.</summary>
    /// <returns>False when the cell would have to be computed first; <paramref name="value"/> is then <c>default</c>.</returns>
    /// <inheritdoc cref="Get{T}(Cell{T})" path="/exception"/>
    public bool TryPeek<T>(Cell<T> cell, out T value)
    {
        var isThere = Engine.TryPeek(PlaceOf(cell), out var word, out var side);
        value = isThere ? Read<T>(new CellWord(word), side) : default!;
        return isThere;
    }

    /// <summary>The value of a name, if it has it: nothing is computed.</summary>
    /// <inheritdoc cref="TryPeek{T}(Cell{T}, out T)"/>
    /// <exception cref="KeyNotFoundException">There is no such name.</exception>
    public bool TryPeek<T>(string name, out T value) => TryPeek(Cell<T>(name), out value);

    /// <summary>
    /// The value of a cell, computed if need be, and every other value that it has after an edit. A watcher that is slow sees the last of several values, and never holds an edit up: the
    /// cell is computed when the watcher asks for the next value, on its thread. Ends when the workbook is disposed of.
    /// </summary>
    /// <param name="cell">The cell. Watch a <see cref="CellValue"/> to see errors as values; another type ends with an exception at the first.</param>
    /// <param name="cancellation">Ends the watch with an <see cref="OperationCanceledException"/>.</param>
    /// <inheritdoc cref="Get{T}(Cell{T})" path="/exception"/>
    public IAsyncEnumerable<T> WatchAsync<T>(Cell<T> cell, CancellationToken cancellation = default) => Watch<T>(PlaceOf(cell), cancellation);

    /// <summary>The value of a name, and every other value that it has after an edit.</summary>
    /// <inheritdoc cref="WatchAsync{T}(Cell{T}, CancellationToken)"/>
    /// <exception cref="KeyNotFoundException">There is no such name.</exception>
    public IAsyncEnumerable<T> WatchAsync<T>(string name, CancellationToken cancellation = default) => WatchAsync(Cell<T>(name), cancellation);

    /// <summary>
    /// Computes every formula and node that needs it, on another thread and in slices of some milliseconds: edits and reads come in between. What an edit marks where it was computed
    /// already is left for reads. What was computed before a cancellation stays.
    /// </summary>
    /// <param name="progress">Is told after each slice; may be null.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Task RecalculateAsync(IProgress<RecalcProgress>? progress = null, CancellationToken cancellation = default) =>
        Task.Run(() => RecalculateInSlices(progress, cancellation), cancellation);

    private void RecalculateInSlices(IProgress<RecalcProgress>? progress, CancellationToken cancellation)
    {
        Engine.BeginSlices();
        var total = progress is null ? 0 : Engine.CountMarked();
        var cursor = default(SliceCursor);
        bool goesOn;
        do
        {
            goesOn = Engine.ReadSlice(ref cursor, cancellation);
            Report(progress, ref total);
            cancellation.ThrowIfCancellationRequested();
        }
        while (goesOn);
    }

    private void Report(IProgress<RecalcProgress>? progress, ref long total)
    {
        if (progress is null) return;
        var remaining = Engine.CountMarked();
        total = Math.Max(total, remaining);
        progress.Report(new RecalcProgress(total - remaining, remaining));
    }

    private async IAsyncEnumerable<T> Watch<T>(GridCell cell, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var watcher = new Watcher(cell);
        Engine.Add(watcher);
        try
        {
            do
            {
                if (TryReadChange(watcher)) yield return Read<T>(new CellWord(watcher.Word), watcher.Side);
            }
            while (await watcher.WaitAsync(cancellation).ConfigureAwait(false));
        }
        finally
        {
            Engine.Remove(watcher);
        }
    }

    // A workbook that is disposed of meanwhile has nothing more to say.
    private bool TryReadChange(Watcher watcher)
    {
        try
        {
            return Engine.TryReadChange(watcher);
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Where a handle leads to in this workbook.</summary>
    internal GridCell PlaceOf<T>(Cell<T> cell)
    {
        var book = cell.Book;
        if (book != this) CheckFamily(book);
        return cell.IsNode ? cell.Place : new GridCell(SheetOf(book, cell.Place.Grid).Id, cell.Place.Cell);
    }
}
