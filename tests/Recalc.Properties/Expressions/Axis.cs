namespace Recalc.Properties.Expressions;

/// <summary>One axis of a reference: two ends, each a position (fixed) or an offset from the formula (not fixed).</summary>
internal readonly record struct Axis(bool IsFixed1, int End1, bool IsFixed2, int End2)
{
    public static Axis Relative(int first, int last) => new(false, first, false, last);

    public static Axis Fixed(int first, int last) => new(true, first, true, last);

    public (int End1, int End2) At(int position) => (IsFixed1 ? End1 : position + End1, IsFixed2 ? End2 : position + End2);

    /// <summary>True when a formula at a position looks at no row or column before the first.</summary>
    public bool IsOnSheetAt(int position) => At(position) is { End1: >= 0, End2: >= 0 };
}
