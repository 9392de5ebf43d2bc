namespace Recalc.Graph;

/// <content>Links: what nodes read, and who reads them.</content>
internal sealed partial class NodeStore
{
    /// <summary>So many sources are looked through one by one.</summary>
    private const int FewSources = 16;

    /// <summary>By node, the run that noted last that it read it; empty until a run read many sources anew.</summary>
    private int[] _stamps = [];
    private int _lastStamp;

    /// <summary>A link to be read.</summary>
    public ref readonly NodeLink Link(int link) => ref _links[link];

    /// <summary>
    /// Says that a run read a source next. When that is what the node read next the last time as well, nothing is written.
    /// </summary>
    public void Record(ref NodeRun run, int source)
    {
        if (run.HasJustRead(source)) return;
        ref readonly var expected = ref _links[run.Next];
        if (expected.Source == source && run.Next != 0) (run.Cursor, run.Next) = (run.Next, expected.NextSource);
        else if (!WasRead(ref run, source)) run.Cursor = Insert(run.Reader, source, run.Cursor, run.Next);
        (run.Before, run.Last) = (run.Last, source);
    }

    /// <summary>Drops what a node read the last time, and did not in a run that is done.</summary>
    public void Trim(in NodeRun run)
    {
        if (run.Next != 0) Trim(run.Reader, run.Cursor, run.Next);
    }

    /// <summary>Drops what a reader read the last time behind a link.</summary>
    public void Trim(int reader, int cursor)
    {
        var link = cursor == 0 ? _nodes[reader].FirstSource : _links[cursor].NextSource;
        if (link != 0) Trim(reader, cursor, link);
    }

    private void Trim(int reader, int cursor, int link)
    {
        if (cursor == 0) _nodes.Own(reader).FirstSource = 0;
        else _links.Own(cursor).NextSource = 0;
        while (link != 0)
        {
            var next = _links[link].NextSource;
            Unlink(link);
            link = next;
        }
    }

    // True when a source was read in this run already, in a link up to the cursor. Where a run within this one noted the same source, the
    // answer may be false though it was: then there are two links, which do no harm.
    private bool WasRead(ref NodeRun run, int source)
    {
        if (run.Cursor == 0) return false;
        if (run.Stamp == 0)
        {
            var link = _nodes[run.Reader].FirstSource;
            for (var i = 0; i < FewSources; i++, link = _links[link].NextSource)
            {
                if (_links[link].Source == source) return true;
                if (link == run.Cursor) return false;
            }
            run.Stamp = ++_lastStamp;
        }
        if (_stamps.Length < Count) Array.Resize(ref _stamps, Math.Max(2 * _stamps.Length, Count));
        while (run.StampedTo != run.Cursor)
        {
            run.StampedTo = run.StampedTo == 0 ? _nodes[run.Reader].FirstSource : _links[run.StampedTo].NextSource;
            _stamps[_links[run.StampedTo].Source] = run.Stamp;
        }
        return _stamps[source] == run.Stamp;
    }

    private int Insert(int reader, int source, int cursor, int next)
    {
        var first = _nodes[source].FirstReader;
        var link = Take();
        _links.Own(link) = new NodeLink { Source = source, Reader = reader, NextSource = next, NextReader = first };
        _nodes.Own(source).FirstReader = link;
        if (first != 0) _links.Own(first).PreviousReader = link;
        if (cursor == 0) _nodes.Own(reader).FirstSource = link;
        else _links.Own(cursor).NextSource = link;
        return link;
    }

    // Takes a link out of the readers of its source, and frees it.
    private void Unlink(int link)
    {
        var (source, before, after) = (_links[link].Source, _links[link].PreviousReader, _links[link].NextReader);
        if (before != 0) _links.Own(before).NextReader = after;
        else _nodes.Own(source).FirstReader = after;
        if (after != 0) _links.Own(after).PreviousReader = before;
        _links.Own(link) = new NodeLink { NextSource = _freeLink };
        _freeLink = link;
        if (before == 0 && after == 0 && (_nodes[source].Flags & NodeFlags.Area) != 0) Unread.Add(source);
    }

    private int Take()
    {
        if (_freeLink == 0) return _links.Add(default);
        var link = _freeLink;
        _freeLink = _links[link].NextSource;
        return link;
    }
}
