using Recalc.Values;

namespace Recalc.Scripts;

/// <summary>An array constant: rows × columns of values, row by row. Immutable.</summary>
internal sealed record ArrayConstant(int Rows, int Columns, CellValue[] Values)
{
    public bool Equals(ArrayConstant? other) =>
        other is not null && Rows == other.Rows && Columns == other.Columns && Values.AsSpan().SequenceEqual(other.Values);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Rows);
        foreach (var value in Values) hash.Add(value);
        return hash.ToHashCode();
    }
}
