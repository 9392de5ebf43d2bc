using Recalc.Functions.Arithmetic;

namespace Recalc.Functions.Statistical;

/// <summary>
/// A linear fit of several variables, by Householder reflections of the columns of the variables (Golub and Van Loan, Matrix
/// Computations, 5.3); the constant comes last. Columns that depend on those before them get the coefficient 0.
/// </summary>
internal sealed class LeastSquares
{
    private const double Tolerance = 1e-13;

    private readonly Matrix _factors;
    private readonly double[] _rest;
    private readonly bool[] _isTaken;

    /// <summary>
    /// Fits heights; takes the matrix of the variables, with a column of ones at the end if there is a constant, as its own.
    /// </summary>
    public LeastSquares(Matrix variables, ReadOnlySpan<double> heights)
    {
        (_factors, _rest, _isTaken) = (variables, heights.ToArray(), new bool[variables.Columns]);
        Coefficients = new double[variables.Columns];
        var pivot = 0;
        // The constant first: the other columns are then taken from their means.
        for (var i = 0; i < variables.Columns; i++)
            if (pivot < variables.Rows && Reflect(Order(i), pivot)) Pivots.Add(Order(i));
        for (var i = Pivots.Count - 1; i >= 0; i--)
        {
            var sum = _rest[i];
            for (var j = i + 1; j < Pivots.Count; j++) sum -= _factors[i, Pivots[j]] * Coefficients[Pivots[j]];
            Coefficients[Pivots[i]] = sum / _factors[i, Pivots[i]];
        }

        bool Reflect(int column, int row)
        {
            if (!TryReflect(column, row)) return false;
            pivot++;
            return true;
        }
    }

    /// <summary>The coefficients, by column.</summary>
    public double[] Coefficients { get; }

    /// <summary>The columns that count, in the order in which they were taken.</summary>
    public List<int> Pivots { get; } = [];

    /// <summary>The sum of the squares that the fit leaves.</summary>
    public double Residual
    {
        get
        {
            var sum = 0.0;
            for (var i = Pivots.Count; i < _rest.Length; i++) sum += _rest[i] * _rest[i];
            return sum;
        }
    }

    /// <summary>The variance of a coefficient when that of the heights is 1; 0 for one that does not count.</summary>
    public double VarianceOf(int column)
    {
        var place = Pivots.IndexOf(column);
        if (place < 0) return 0;
        // The row of the inverse of the triangle that belongs to the column.
        var inverse = new double[Pivots.Count];
        var sum = 0.0;
        for (var j = place; j < Pivots.Count; j++)
        {
            var item = j == place ? 1.0 : 0.0;
            for (var k = place; k < j; k++) item -= inverse[k] * _factors[k, Pivots[j]];
            inverse[j] = item / _factors[j, Pivots[j]];
            sum += inverse[j] * inverse[j];
        }
        return sum;
    }

    private int Order(int index) => index == 0 ? _factors.Columns - 1 : index - 1;

    private bool TryReflect(int column, int row)
    {
        var (all, norm) = (0.0, 0.0);
        for (var i = 0; i < _factors.Rows; i++)
        {
            var square = _factors[i, column] * _factors[i, column];
            all += square;
            if (i >= row) norm += square;
        }
        norm = Math.Sqrt(norm);
        if (norm <= Tolerance * Math.Sqrt(all) || norm == 0) return false;
        var reflection = new double[_factors.Rows];
        for (var i = row; i < reflection.Length; i++) reflection[i] = _factors[i, column];
        reflection[row] += Math.CopySign(norm, reflection[row]);
        var scale = 0.0;
        foreach (var item in reflection) scale += item * item;
        _isTaken[column] = true;
        for (var j = 0; j < _factors.Columns; j++)
        {
            if (_isTaken[j] && j != column) continue;
            var dot = 0.0;
            for (var i = row; i < reflection.Length; i++) dot += reflection[i] * _factors[i, j];
            for (var i = row; i < reflection.Length; i++) _factors[i, j] -= 2 * dot / scale * reflection[i];
        }
        var product = 0.0;
        for (var i = row; i < reflection.Length; i++) product += reflection[i] * _rest[i];
        for (var i = row; i < reflection.Length; i++) _rest[i] -= 2 * product / scale * reflection[i];
        return true;
    }
}
