using System.Threading.Channels;
using Recalc.Graph;

namespace Recalc.Recalculation;

/// <summary>
/// Somebody who waits for a cell to change. Edits put at most one token into its channel, which never blocks them, however slow the watcher is; what happened since it looked last is
/// one change. The cell is read by the watcher, when it asks.
/// </summary>
internal sealed class Watcher(GridCell cell)
{
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>The cell; on the names sheet that of a node.</summary>
    public GridCell Cell => cell;

    /// <summary>What the watcher saw last, and whether it saw anything. Touched within the gate.</summary>
    public ulong Word { get; private set; }
    public object? Side { get; private set; }
    public bool HasSeen { get; private set; }

    /// <summary>True from an edit on until the watcher looks. Touched within the gate.</summary>
    public bool IsTold { get; private set; }

    /// <summary>Says that the cell may have changed.</summary>
    public void Tell() => IsTold = _changes.Writer.TryWrite(true);

    /// <summary>Says that there will be no more changes.</summary>
    public void End() => _changes.Writer.TryComplete();

    /// <summary>Remembers what is seen. False when it is what was seen before.</summary>
    public bool TrySee(ulong word, object? side)
    {
        IsTold = false;
        if (HasSeen && Word == word && Equals(Side, side)) return false;
        (Word, Side, HasSeen) = (word, side, true);
        return true;
    }

    /// <summary>Waits until the cell may have changed. False when there will be no more changes.</summary>
    public async ValueTask<bool> WaitAsync(CancellationToken cancellation)
    {
        if (!await _changes.Reader.WaitToReadAsync(cancellation).ConfigureAwait(false)) return false;
        _changes.Reader.TryRead(out _);
        return true;
    }
}
