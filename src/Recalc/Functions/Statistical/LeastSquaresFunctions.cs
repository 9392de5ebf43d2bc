using Recalc.Functions.Arithmetic;
using Recalc.Values;

namespace Recalc.Functions.Statistical;

/// <summary>LINEST, LOGEST, TREND and GROWTH: fits of several variables. Exponential fits are linear ones of the logarithms.</summary>
internal static class LeastSquaresFunctions
{
    private const int RowsOfFigures = 5;

    public static readonly BodyList Rows = new()
    {
        { "LINEST", (a, site) => Coefficients(a, site, isExponential: false) },
        { "LOGEST", (a, site) => Coefficients(a, site, isExponential: true) },
        { "TREND", (a, site) => Heights(a, site, isExponential: false) },
        { "GROWTH", (a, site) => Heights(a, site, isExponential: true) },
    };

    private static Operand Coefficients(ReadOnlySpan<Operand> arguments, CallSite site, bool isExponential)
    {
        if (!TryFlag(arguments, 2, true, site, out var hasConstant, out var failure)) return failure;
        if (!TryFlag(arguments, 3, false, site, out var hasFigures, out failure)) return failure;
        if (!TryHeights(arguments[0], site, isExponential, out var y, out var shape, out failure)) return failure;
        if (!TryVariables(arguments, 1, y.Length, site, out var x, out failure)) return failure;
        if (!TryDesign(x, shape, y.Length, hasConstant, site, out var design, out failure)) return failure;
        var variables = design.Columns - (hasConstant ? 1 : 0);
        var fit = new LeastSquares(design, y);
        var values = new CellValue[(hasFigures ? RowsOfFigures : 1) * (variables + 1)];
        for (var i = 0; i <= variables; i++)
        {
            var coefficient = i < variables ? fit.Coefficients[variables - 1 - i] : hasConstant ? fit.Coefficients[variables] : 0;
            values[i] = isExponential ? Math.Exp(coefficient) : coefficient;
        }
        if (hasFigures) AddFigures(values, fit, y, variables, hasConstant);
        return Operand.Array(new ArrayValue(hasFigures ? RowsOfFigures : 1, variables + 1, values));
    }

    private static void AddFigures(CellValue[] values, LeastSquares fit, double[] y, int variables, bool hasConstant)
    {
        var width = variables + 1;
        values.AsSpan(width).Fill(ErrorKind.NotAvailable);
        var free = y.Length - fit.Pivots.Count;
        var total = 0.0;
        if (hasConstant) total = SampleMoments.SquaredDeviations(y);
        else foreach (var height in y) total += height * height;
        var residual = Math.Min(fit.Residual, total);
        var variance = free > 0 ? residual / free : 0;
        for (var i = 0; i < variables; i++) values[width + i] = Math.Sqrt(variance * fit.VarianceOf(variables - 1 - i));
        if (hasConstant) values[width + variables] = Math.Sqrt(variance * fit.VarianceOf(variables));
        var used = fit.Pivots.Count - (hasConstant ? 1 : 0);
        values[2 * width] = total == 0 ? 1 : 1 - residual / total;
        values[2 * width + 1] = Math.Sqrt(variance);
        values[3 * width] = variance == 0 || used == 0 ? ErrorKind.Num : (total - residual) / used / variance;
        values[3 * width + 1] = free;
        values[4 * width] = total - residual;
        values[4 * width + 1] = residual;
    }

    private static Operand Heights(ReadOnlySpan<Operand> arguments, CallSite site, bool isExponential)
    {
        if (!TryFlag(arguments, 3, true, site, out var hasConstant, out var failure)) return failure;
        if (!TryHeights(arguments[0], site, isExponential, out var y, out var shape, out failure)) return failure;
        if (!TryVariables(arguments, 1, y.Length, site, out var x, out failure)) return failure;
        if (!TryDesign(x, shape, y.Length, hasConstant, site, out var design, out failure)) return failure;
        var news = x;
        if (IsGiven(arguments, 2) && !Matrix.TryRead(arguments[2], site, out news!, out failure)) return failure;
        var variables = design.Columns - (hasConstant ? 1 : 0);
        var fit = new LeastSquares(design, y);
        // One variable: heights have the shape of what is new. Several: they lie along the variables.
        var (rows, columns) = news is null ? shape : (news.Rows, news.Columns);
        var isAcross = variables > 1 && shape.Rows == 1;
        if (variables > 1)
        {
            if ((isAcross ? rows : columns) != variables) return ErrorKind.Ref;
            (rows, columns) = isAcross ? (1, columns) : (rows, 1);
        }
        if (!Matrix.TryMake(rows, columns, site, out var heights, out failure)) return failure;
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var height = hasConstant ? fit.Coefficients[variables] : 0;
                for (var i = 0; i < variables; i++)
                {
                    var at = news is null ? row * columns + column + 1
                        : variables == 1 ? news[row, column] : isAcross ? news[i, column] : news[row, i];
                    height += fit.Coefficients[i] * at;
                }
                heights[row, column] = isExponential ? Math.Exp(height) : height;
            }
        }
        return heights.ToOperand();
    }

    private static bool IsGiven(ReadOnlySpan<Operand> arguments, int index) => index < arguments.Length && !arguments[index].IsOmitted;

    private static bool TryFlag(
        ReadOnlySpan<Operand> arguments, int index, bool omitted, CallSite site, out bool flag, out Operand failure)
    {
        (flag, failure) = (omitted, default);
        if (!IsGiven(arguments, index)) return true;
        var isNumber = arguments[index].TryNumber(site, out var number, out failure);
        flag = number != 0;
        return isNumber;
    }

    private static bool TryHeights(
        in Operand argument, CallSite site, bool isExponential, out double[] y, out (int Rows, int Columns) shape, out Operand failure)
    {
        (y, shape) = ([], default);
        if (!Matrix.TryRead(argument, site, out var matrix, out failure)) return false;
        shape = (matrix.Rows, matrix.Columns);
        y = new double[matrix.Rows * matrix.Columns];
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = matrix[i / matrix.Columns, i % matrix.Columns];
            if (!isExponential) continue;
            failure = ErrorKind.Num;
            if (y[i] <= 0) return false;
            y[i] = Math.Log(y[i]);
        }
        return true;
    }

    // Null when they are left out and so 1, 2, 3.
    private static bool TryVariables(
        ReadOnlySpan<Operand> arguments, int index, int count, CallSite site, out Matrix? x, out Operand failure)
    {
        (x, failure) = (null, default);
        if (!IsGiven(arguments, index)) return true;
        if (!site.TryChargeSteps(count)) failure = site.OverSteps;
        else return Matrix.TryRead(arguments[index], site, out x!, out failure);
        return false;
    }

    private static bool TryDesign(
        Matrix? x, (int Rows, int Columns) shape, int count, bool hasConstant, CallSite site, out Matrix design, out Operand failure)
    {
        design = null!;
        var isOne = x is null || (x.Rows == shape.Rows && x.Columns == shape.Columns);
        var isAcross = !isOne && shape.Rows == 1 && x!.Columns == count;
        failure = ErrorKind.Ref;
        if (!isOne && !isAcross && (shape.Columns != 1 || x!.Rows != count)) return false;
        var variables = isOne ? 1 : isAcross ? x!.Rows : x!.Columns;
        failure = site.OverSteps;
        if (!site.TryChargeSteps((long)count * (variables + 1) * (variables + 1))) return false;
        if (!Matrix.TryMake(count, variables + (hasConstant ? 1 : 0), site, out design, out failure)) return false;
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < variables; j++)
                design[i, j] = x is null ? i + 1 : isOne ? x[i / x.Columns, i % x.Columns] : isAcross ? x[j, i] : x[i, j];
            if (hasConstant) design[i, variables] = 1;
        }
        return true;
    }
}
