namespace Recalc.Graph;

/// <summary>
/// The uses of references that lead to one grid, by the cells that they refer to. Uses of the same reference in cells that touch are
/// joined: at once when one was added lately, else when they are packed together.
/// </summary>
internal sealed class UseIndex : RectangleIndex<Use>
{
    /// <summary>Parts of uses that were cut, until they are added again.</summary>
    private readonly List<Use> _parts = [];
    private readonly List<Box> _around = [];

    /// <summary>Replaces everything by the uses at the beginning of an array, which is used up. Takes O(n log n).</summary>
    public void Build(Use[] uses, int count) => Build(new Box[count], uses, count);

    /// <summary>Adds a use that leads somewhere on the sheet.</summary>
    public void Add(in Use use)
    {
        if (!TryExtend(use) && use.TryCover(out var footprint)) Add(footprint, use);
    }

    /// <summary>
    /// Takes a reference away from some cells; other cells may have it with them. Looks at all uses that refer to the same cells.
    /// </summary>
    public void Remove(in Use use)
    {
        if (!use.TryCover(out var footprint)) return;
        _parts.Clear();
        var search = Find(footprint);
        while (search.MoveNext())
        {
            ref readonly var found = ref search.Current;
            var cut = found.Owners.Intersect(use.Owners);
            if (cut.IsEmpty || !found.HasSameReference(use)) continue;
            _around.Clear();
            found.Owners.AddAround(cut, _around);
            foreach (var part in _around) _parts.Add(found.With(part));
            search.Remove();
        }
        foreach (var part in _parts)
            if (part.TryCover(out footprint)) Add(footprint, part);
        Compact();
    }

    protected override int Join(Box[] boxes, Use[] items, int count)
    {
        count = UseFold.Fold(items, count);
        for (var i = 0; i < count; i++)
            if (!items[i].TryCover(out boxes[i])) throw new InvalidOperationException("A use that leads nowhere is not kept.");
        return count;
    }

    // Joins a use with one of those that were added lately.
    private bool TryExtend(in Use use)
    {
        for (var i = Buffer.Places - 1; i >= 0; i--)
        {
            if (!Buffer.IsLive(i) || !Buffer[i].HasSameReference(use)) continue;
            if (!UseFold.TryJoin(Buffer[i].Owners, use.Owners, out var both)) continue;
            var joined = use.With(both);
            if (joined.TryCover(out var footprint)) Buffer.Replace(i, footprint, joined);
            return true;
        }
        return false;
    }
}
