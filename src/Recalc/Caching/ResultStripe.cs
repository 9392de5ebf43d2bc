using System.Numerics;
using Recalc.Functions;
using Recalc.Values;

namespace Recalc.Caching;

/// <summary>
/// A part of the results, under a lock of its own: a hash table of places in an array. When the budget is met a hand goes round the places, halves how often each was
/// wanted, and takes away those that were not wanted since it came by (the clock, or second chance, of Corbató).
/// </summary>
internal sealed class ResultStripe(long budget, TimeProvider clock)
{
    private const int FewestPlaces = 16;
    private const int None = -1;

    private readonly Lock _gate = new();
    private CachedResult[] _places = [];

    /// <summary>By hash, the first place of a bucket; as many as there are places, a power of two.</summary>
    private int[] _buckets = [];
    private int _firstFree = None;

    /// <summary>Where the hand is.</summary>
    private int _hand;
    private long _bytes, _entries, _asIs, _hits, _misses, _evictions;

    /// <summary>The result of an equal call.</summary>
    public bool TryGet(ulong hash, FunctionDeclaration function, DateSystem dates, ReadOnlySpan<Operand> arguments, out Operand result, out long until)
    {
        lock (_gate)
        {
            var place = Find(hash, function, dates, arguments);
            if (place != None && _places[place].Until <= clock.GetTimestamp())
            {
                Remove(place);
                place = None;
            }
            if (place == None)
            {
                _misses++;
                (result, until) = (default, 0);
                return false;
            }
            ref var found = ref _places[place];
            if (found.Uses < byte.MaxValue) found.Uses++;
            _hits++;
            (result, until) = (found.IsAsIs ? arguments[0] : found.Value, found.Until);
            return true;
        }
    }

    /// <summary>Keeps a result, unless it is there, or larger than all there is room for.</summary>
    public void Add(in CachedResult result, ReadOnlySpan<Operand> arguments)
    {
        if (result.Bytes > budget) return;
        lock (_gate)
        {
            if (Find(result.Hash, result.Function!, result.Dates, arguments) != None) return;
            while (_bytes + result.Bytes > budget) Sweep();
            if (_firstFree == None) Grow();
            var place = _firstFree;
            _firstFree = _places[place].Next;
            _places[place] = result;
            ref var bucket = ref BucketOf(result.Hash);
            (_places[place].Next, bucket) = (bucket, place);
            Count(result, 1);
        }
    }

    /// <summary>Adds what the stripe holds and was asked for.</summary>
    public ResultCacheStatistics Count(ResultCacheStatistics others)
    {
        lock (_gate)
            return new(others.Entries + _entries, others.Bytes + _bytes, others.AsIs + _asIs, others.Hits + _hits, others.Misses + _misses, others.Evictions + _evictions);
    }

    private int Find(ulong hash, FunctionDeclaration function, DateSystem dates, ReadOnlySpan<Operand> arguments)
    {
        if (_places.Length == 0) return None;
        for (var place = BucketOf(hash); place != None; place = _places[place].Next)
        {
            ref readonly var at = ref _places[place];
            if (at.Hash == hash && ReferenceEquals(at.Function, function) && at.Dates == dates && at.Key.Matches(arguments)) return place;
        }
        return None;
    }

    private ref int BucketOf(ulong hash) => ref _buckets[(int)(hash & (ulong)(_buckets.Length - 1))];

    // The hand comes by the next place that is taken.
    private void Sweep()
    {
        for (; ; _hand++)
        {
            if (_hand >= _places.Length) _hand = 0;
            ref var at = ref _places[_hand];
            if (at.Function is null) continue;
            if (at.Uses == 0)
            {
                Remove(_hand);
                _evictions++;
            }
            else at.Uses >>= 1;
            _hand++;
            return;
        }
    }

    private void Remove(int place)
    {
        ref var link = ref BucketOf(_places[place].Hash);
        while (link != place) link = ref _places[link].Next;
        link = _places[place].Next;
        Count(_places[place], -1);
        _places[place] = new CachedResult { Next = _firstFree };
        _firstFree = place;
    }

    private void Count(in CachedResult result, int sign)
    {
        _bytes += sign * result.Bytes;
        _entries += sign;
        if (result.IsAsIs) _asIs += sign;
    }

    private void Grow()
    {
        var count = _places.Length;
        Array.Resize(ref _places, (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(FewestPlaces, 2 * count)));
        _buckets = new int[_places.Length];
        Array.Fill(_buckets, None);
        for (var place = 0; place < count; place++)
        {
            ref var bucket = ref BucketOf(_places[place].Hash);
            (_places[place].Next, bucket) = (bucket, place);
        }
        for (var place = _places.Length - 1; place >= count; place--)
        {
            _places[place].Next = _firstFree;
            _firstFree = place;
        }
    }
}
