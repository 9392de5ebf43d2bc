using Recalc.Values;

namespace Recalc.Functions.Lookup;

/// <summary>Lines are equal when all their values are; texts without case. Immutable.</summary>
internal sealed class LineEquality(GridLines lines) : IEqualityComparer<int>
{
    private readonly int _length = lines.UsedLength;

    public bool Equals(int x, int y)
    {
        for (var at = 0; at < _length; at++)
        {
            var (left, right) = (lines[x, at], lines[y, at]);
            var isEqual = left.TextOrNull is { } text && right.TextOrNull is { } other ? TextOrder.Equals(text, other) : left == right;
            if (!isEqual) return false;
        }
        return true;
    }

    public int GetHashCode(int obj)
    {
        var hash = new HashCode();
        for (var at = 0; at < _length; at++)
        {
            var value = lines[obj, at];
            if (value.TextOrNull is { } text) hash.Add(text, StringComparer.OrdinalIgnoreCase);
            else hash.Add(value.Word.Bits);
        }
        return hash.ToHashCode();
    }
}
