using System.Buffers;
using Recalc.Values;

namespace Recalc.Functions;

/// <summary>
/// Two arrays taken item by item, row by row; pairs count where both are numbers. #N/A when their lengths differ. The room is borrowed
/// until <see cref="Dispose"/>.
/// </summary>
internal readonly ref struct NumberPairs
{
    private readonly double[]? _left;
    private readonly double[]? _right;
    private readonly int _count;

    private NumberPairs(Operand failure) => Failure = failure;

    private NumberPairs(double[] left, double[] right, int count) => (_left, _right, _count, IsComplete) = (left, right, count, true);

    public ReadOnlySpan<double> Left => _left.AsSpan(0, _count);

    public ReadOnlySpan<double> Right => _right.AsSpan(0, _count);

    /// <summary>False when there is a <see cref="Failure"/> instead.</summary>
    public bool IsComplete { get; }

    /// <summary>The first error, or that of a formula that would take too much.</summary>
    public Operand Failure { get; }

    /// <summary>The pairs of two arguments, either of which may be a single value.</summary>
    public static NumberPairs Of(in Operand left, in Operand right, CallSite site)
    {
        if (left.IsError) return new(left);
        if (right.IsError) return new(right);
        if (CountOf(left) != CountOf(right)) return new(ErrorKind.NotAvailable);
        var used = Math.Max(UsedOf(left), UsedOf(right));
        if (!site.TryChargeSteps(used)) return new(site.OverSteps);
        if (used > int.MaxValue / 4 || !site.TryChargeMemory(used)) return new(site.OverMemory);
        var (lefts, rights) = (ArrayPool<double>.Shared.Rent((int)used), ArrayPool<double>.Shared.Rent((int)used));
        var count = 0;
        for (var i = 0L; i < used; i++)
        {
            var (l, r) = (At(left, i), At(right, i));
            if (l.IsError || r.IsError)
            {
                ArrayPool<double>.Shared.Return(lefts);
                ArrayPool<double>.Shared.Return(rights);
                return new(l.IsError ? l : r);
            }
            if (l.IsNumber && r.IsNumber) (lefts[count], rights[count++]) = (l.Word.Number, r.Word.Number);
        }
        return new(lefts, rights, count);
    }

    /// <summary>Gives back what was borrowed.</summary>
    public void Dispose()
    {
        if (_left is not null) ArrayPool<double>.Shared.Return(_left);
        if (_right is not null) ArrayPool<double>.Shared.Return(_right);
    }

    private static long CountOf(in Operand operand) => operand.Grid?.Count ?? 1;

    // How many items, row by row, may differ from the fill.
    private static long UsedOf(in Operand operand) => operand.Grid is { } grid ? (long)grid.UsedRows * grid.Columns : 1;

    private static Operand At(in Operand operand, long index) =>
        operand.Grid is { } grid ? grid.Element((int)(index / grid.Columns), (int)(index % grid.Columns)) : operand;
}
