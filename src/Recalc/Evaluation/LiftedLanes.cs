using System.Buffers;
using Recalc.Evaluation.Kernels;
using Recalc.Functions;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <summary>Operators over the columns of arrays, by kernels; what these leave out is computed element by element.</summary>
internal static class LiftedLanes
{
    /// <summary>Fewer rows are not worth the copying.</summary>
    public const int FewestRows = 16;

    private const int Lanes = 1024;

    /// <summary>As <see cref="Lifting.Binary"/>, of arrays with so many rows; not for <c>&amp;</c>, which has no kernel.</summary>
    public static Operand Binary(
        SyntaxKind kind, in LiftedOperand left, in LiftedOperand right, bool isLast, LiftedShape shape, CallSite site)
    {
        if (!Lifting.TryAllocate(shape, site, out var values, out var error)) return error;
        var elements = new BinaryElements(kind, left, right, isLast, site);
        Span<ulong> failed = stackalloc ulong[Lanes / 64];
        var buffer = ArrayPool<ulong>.Shared.Rent(3 * Lanes);
        for (var column = 0; column < shape.UsedColumns; column++)
        {
            for (var row = 0; row < shape.UsedRows; row += Lanes)
            {
                var count = Math.Min(Lanes, shape.UsedRows - row);
                var result = buffer.AsSpan(0, count);
                var first = Source(left, row, column, buffer.AsSpan(Lanes, count));
                var second = Source(right, row, column, buffer.AsSpan(2 * Lanes, count));
                BinaryKernels.Run(kind, isLast, first, second, result, failed);
                for (var lane = 0; lane < count; lane++)
                {
                    var hasFailed = (failed[lane / 64] >> (lane % 64) & 1) != 0;
                    values[(row + lane) * shape.UsedColumns + column] =
                        hasFailed ? elements.At(row + lane, column).Value : new CellValue(new CellWord(result[lane]));
                }
            }
        }
        ArrayPool<ulong>.Shared.Return(buffer);
        // Past the corner all elements are what the last one is.
        var isWhole = shape.UsedRows == shape.Rows && shape.UsedColumns == shape.Columns;
        var fill = isWhole ? CellValue.Blank : elements.At(shape.Rows - 1, shape.Columns - 1).Value;
        return Operand.Array(new ArrayValue(shape.Rows, shape.Columns, shape.UsedRows, shape.UsedColumns, values, fill));
    }

    private static LaneSource Source(in LiftedOperand operand, int row, int column, Span<ulong> buffer)
    {
        if (operand.IsUniformDown) return new LaneSource(operand[row, column].Word.Bits);
        operand.Read(row, column, buffer);
        return new LaneSource(buffer);
    }
}
