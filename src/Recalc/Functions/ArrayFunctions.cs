using System.Collections.Frozen;

namespace Recalc.Functions;

/// <summary>
/// The functions that are there to yield several values. Others may do so too (INDEX of a whole row), which shows when they run.
/// Immutable; thread-safe.
/// </summary>
internal static class ArrayFunctions
{
    public static FrozenSet<string> Names { get; } = FrozenSet.ToFrozenSet(
    [
        "TRANSPOSE", "FILTER", "SORT", "SORTBY", "UNIQUE", "SEQUENCE",
        "RANDARRAY", "TAKE", "DROP", "CHOOSECOLS", "CHOOSEROWS", "EXPAND", "HSTACK", "VSTACK", "TOCOL", "TOROW", "WRAPCOLS", "WRAPROWS", "TRIMRANGE", "GROUPBY",
        "PIVOTBY", "TEXTSPLIT", "MMULT", "MINVERSE", "MUNIT", "FREQUENCY", "MODE.MULT", "TREND", "GROWTH", "LINEST", "LOGEST", "MAP", "SCAN", "REDUCE", "BYROW",
        "BYCOL", "MAKEARRAY", "REGEXEXTRACT",
    ], StringComparer.Ordinal);
}
