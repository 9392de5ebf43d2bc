namespace Recalc.Evaluation;

/// <summary>
/// The shape of what an operation makes of arrays: as many rows and columns as the largest of them, and the corner that has to be
/// computed element by element, past which all elements are the same. <c>default</c> is the shape of a single value.
/// </summary>
internal readonly record struct LiftedShape(int Rows, int Columns, int UsedRows, int UsedColumns)
{
    /// <summary>True for a shape of arrays, even of one element.</summary>
    public bool IsArray => Rows != 0;

    /// <summary>How many elements have to be computed one by one.</summary>
    public long UsedCount => (long)UsedRows * UsedColumns;

    public static LiftedShape Of(in LiftedOperand operand) => operand.Use(operand.Widen(default));

    public static LiftedShape Of(in LiftedOperand first, in LiftedOperand second)
    {
        var shape = second.Widen(first.Widen(default));
        return second.Use(first.Use(shape));
    }

    public static LiftedShape Of(ReadOnlySpan<LiftedOperand> operands)
    {
        var shape = default(LiftedShape);
        foreach (ref readonly var operand in operands) shape = operand.Widen(shape);
        foreach (ref readonly var operand in operands) shape = operand.Use(shape);
        return shape;
    }
}
