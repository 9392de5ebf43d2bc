using Recalc.Addressing;

namespace Recalc.Graph;

/// <summary>
/// What a reference says along one axis: two ends, each fixed or moving with the formula, in either order. Seen from a formula at i it is
/// the interval between them, of which only the part on the sheet counts.
/// </summary>
internal readonly struct AxisReference(Coordinate end1, Coordinate end2) : IEquatable<AxisReference>
{
    private readonly Coordinate _end1 = end1;
    private readonly Coordinate _end2 = end2;

    /// <summary>
    /// The formulas of an interval that refer to some position of another: both moving is a shift, both fixed all or none, and one of
    /// each a head, a tail or all. False when there is none.
    /// </summary>
    public bool TryFindUsers(int changedFirst, int changedLast, int ownersFirst, int ownersLast, out int first, out int last)
    {
        (first, last) = (ownersFirst, ownersLast);
        if (_end1.IsAbsolute != _end2.IsAbsolute)
        {
            var (fixedAt, offset) = _end1.IsAbsolute ? (_end1.Value, _end2.Value) : (_end2.Value, _end1.Value);
            if (changedFirst > fixedAt) first = Math.Max(first, changedFirst - offset);
            else if (changedLast < fixedAt) last = Math.Min(last, changedLast - offset);
        }
        else
        {
            var (low, high) = (Math.Min(_end1.Value, _end2.Value), Math.Max(_end1.Value, _end2.Value));
            if (_end1.IsAbsolute) return low <= changedLast && high >= changedFirst;
            (first, last) = (Math.Max(first, changedFirst - high), Math.Min(last, changedLast - low));
        }
        return first <= last;
    }

    /// <summary>
    /// The positions of a sheet that the formulas of an interval refer to, from the first to the last; false when all lie off it.
    /// </summary>
    public bool TryCover(int ownersFirst, int ownersLast, int count, out int first, out int last)
    {
        first = Math.Max(Math.Min(_end1.At(ownersFirst), _end2.At(ownersFirst)), 0);
        last = Math.Min(Math.Max(_end1.At(ownersLast), _end2.At(ownersLast)), count - 1);
        return first <= last;
    }

    /// <summary>True when each position refers to one other, or itself, always as far away.</summary>
    public bool IsShift => !_end1.IsAbsolute && _end2.Equals(_end1);

    /// <summary>
    /// Which way a mark runs among neighbours with this reference: 1 when each position refers to the one before it and none behind that,
    /// -1 when to the one behind it and none before that, else 0.
    /// </summary>
    public int Direction
    {
        get
        {
            if (_end1.IsAbsolute || _end2.IsAbsolute) return 0;
            var (low, high) = (Math.Min(_end1.Value, _end2.Value), Math.Max(_end1.Value, _end2.Value));
            return high == -1 ? 1 : low == 1 ? -1 : 0;
        }
    }

    /// <summary>
    /// True when each formula of an interval refers, among others, to its own position. (What holds at both ends holds between.)
    /// </summary>
    public bool HoldsOwn(int ownersFirst, int ownersLast) => HoldsOwn(ownersFirst) && HoldsOwn(ownersLast);

    private bool HoldsOwn(int at) => Math.Min(_end1.At(at), _end2.At(at)) <= at && at <= Math.Max(_end1.At(at), _end2.At(at));

    public bool Equals(AxisReference other) => _end1.Equals(other._end1) && _end2.Equals(other._end2);
    public override bool Equals(object? obj) => obj is AxisReference other && Equals(other);
    public override int GetHashCode() => (int)((uint)_end1.GetHashCode() * 0x9E3779B1) ^ _end2.GetHashCode();
    public override string ToString() => $"{_end1}:{_end2}";
}
