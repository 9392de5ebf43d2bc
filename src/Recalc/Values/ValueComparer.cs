namespace Recalc.Values;

/// <summary>
/// Compares single values as <c>=</c>, <c>&lt;</c> and their kin do: numbers come before texts before logicals, nothing is converted,
/// texts are compared without case, and blank is 0 beside a number, empty beside a text, and FALSE beside a logical.
/// </summary>
internal static class ValueComparer
{
    /// <summary>
    /// The order of two values: negative, zero or positive. False when one is an error, which is then the result of the comparison;
    /// the left one wins.
    /// </summary>
    public static bool TryCompare(in CellValue left, in CellValue right, out int order, out ErrorKind error)
    {
        order = 0;
        error = default;
        if (left.Kind == CellValueKind.Error) error = left.AsError();
        else if (right.Kind == CellValueKind.Error) error = right.AsError();
        else
        {
            order = Compare(left, right);
            return true;
        }
        return false;
    }

    private static int Compare(in CellValue left, in CellValue right)
    {
        var (leftKind, rightKind) = (left.Kind, right.Kind);
        if (leftKind == CellValueKind.Blank) leftKind = rightKind;
        if (rightKind == CellValueKind.Blank) rightKind = leftKind;
        if (leftKind != rightKind) return Rank(leftKind) - Rank(rightKind);
        return leftKind switch
        {
            CellValueKind.Number => SignificantDigits.Compare(NumberOf(left), NumberOf(right)),
            CellValueKind.Text => TextOrder.Compare(left.TextOrNull, right.TextOrNull),
            CellValueKind.Logical => LogicalOf(left).CompareTo(LogicalOf(right)),
            _ => 0,
        };
    }

    private static int Rank(CellValueKind kind) => kind switch
    {
        CellValueKind.Number => 0,
        CellValueKind.Text => 1,
        _ => 2,
    };

    private static double NumberOf(in CellValue value) => value.IsBlank ? 0 : value.AsNumber();
    private static bool LogicalOf(in CellValue value) => !value.IsBlank && value.AsLogical();
}
