using Recalc.Values;

namespace Recalc.Functions.Arithmetic;

/// <summary>Products, inverses and determinants of matrices, by elimination with the largest pivot.</summary>
internal static class MatrixFunctions
{
    // A pivot this small beside the largest item is what rounding left of 0.
    private const double Tolerance = 1e-16;

    public static readonly BodyList Rows = new()
    {
        { "MMULT", Product },
        { "MDETERM", Determinant },
        { "MINVERSE", Inverse },
        { "MUNIT", Unit },
    };

    private static Operand Product(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!Matrix.TryRead(arguments[0], site, out var left, out var failure)) return failure;
        if (!Matrix.TryRead(arguments[1], site, out var right, out failure)) return failure;
        if (left.Columns != right.Rows) return ErrorKind.Value;
        if (!site.TryChargeSteps((long)left.Rows * left.Columns * right.Columns)) return site.OverSteps;
        if (!Matrix.TryMake(left.Rows, right.Columns, site, out var product, out failure)) return failure;
        for (var row = 0; row < left.Rows; row++)
            for (var k = 0; k < left.Columns; k++)
                for (var column = 0; column < right.Columns; column++) product[row, column] += left[row, k] * right[k, column];
        return product.ToOperand();
    }

    private static Operand Determinant(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!TryReadSquare(arguments[0], site, out var matrix, out var failure)) return failure;
        var determinant = 1.0;
        for (var i = 0; i < matrix.Rows; i++)
        {
            var pivot = PivotOf(matrix, i);
            if (matrix[pivot, i] == 0) return 0;
            if (pivot != i)
            {
                matrix.SwapRows(pivot, i);
                determinant = -determinant;
            }
            determinant *= matrix[i, i];
            for (var row = i + 1; row < matrix.Rows; row++) matrix.AddRow(row, i, -matrix[row, i] / matrix[i, i], i);
        }
        return determinant;
    }

    private static Operand Inverse(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!TryReadSquare(arguments[0], site, out var matrix, out var failure)) return failure;
        if (!Matrix.TryMake(matrix.Rows, matrix.Rows, site, out var inverse, out failure)) return failure;
        var largest = 0.0;
        for (var i = 0; i < matrix.Rows; i++)
        {
            inverse[i, i] = 1;
            for (var j = 0; j < matrix.Rows; j++) largest = Math.Max(largest, Math.Abs(matrix[i, j]));
        }
        for (var i = 0; i < matrix.Rows; i++)
        {
            var pivot = PivotOf(matrix, i);
            if (Math.Abs(matrix[pivot, i]) <= Tolerance * largest) return ErrorKind.Num;
            matrix.SwapRows(pivot, i);
            inverse.SwapRows(pivot, i);
            var scale = matrix[i, i];
            for (var column = 0; column < matrix.Rows; column++)
            {
                matrix[i, column] /= scale;
                inverse[i, column] /= scale;
            }
            for (var row = 0; row < matrix.Rows; row++)
            {
                var factor = -matrix[row, i];
                if (row == i || factor == 0) continue;
                matrix.AddRow(row, i, factor);
                inverse.AddRow(row, i, factor);
            }
        }
        return inverse.ToOperand();
    }

    private static Operand Unit(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryWhole(site, out var size, out var failure)) return failure;
        if (size < 1) return ErrorKind.Value;
        if (!Matrix.TryMake(size, size, site, out var unit, out failure)) return failure;
        for (var i = 0; i < size; i++) unit[i, i] = 1;
        return unit.ToOperand();
    }

    private static bool TryReadSquare(in Operand argument, CallSite site, out Matrix matrix, out Operand failure)
    {
        if (!Matrix.TryRead(argument, site, out matrix, out failure)) return false;
        failure = ErrorKind.Value;
        if (matrix.Rows != matrix.Columns) return false;
        failure = site.OverSteps;
        return site.TryChargeSteps((long)matrix.Rows * matrix.Rows * matrix.Rows);
    }

    private static int PivotOf(Matrix matrix, int column)
    {
        var pivot = column;
        for (var row = column + 1; row < matrix.Rows; row++)
            if (Math.Abs(matrix[row, column]) > Math.Abs(matrix[pivot, column])) pivot = row;
        return pivot;
    }
}
