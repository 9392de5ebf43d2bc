using Recalc.Addressing;

namespace Recalc.Evaluation;

/// <summary>The most rows and columns that a value may have, as far as its formula tells. <c>default</c> is nothing's.</summary>
/// <param name="Rows">The most rows: up to those of a sheet.</param>
/// <param name="Columns">The most columns: up to those of a sheet.</param>
/// <param name="Number">The number that the value is for certain; NaN when it may be another, or none.</param>
internal readonly record struct SpillExtent(int Rows, int Columns, double Number = double.NaN)
{
    /// <summary>A single value.</summary>
    public static SpillExtent Single => new(1, 1);

    /// <summary>An array of which nothing is known.</summary>
    public static SpillExtent Any => new(SheetLimits.Rows, SheetLimits.Columns);

    /// <summary>True for a name that nobody defined: what calls it is an error.</summary>
    public bool IsMissing { get; init; }

    public bool IsArray => Rows > 1 || Columns > 1;

    public SpillExtent Transposed => new(Math.Min(Columns, SheetLimits.Rows), Math.Min(Rows, SheetLimits.Columns));

    /// <summary>All values in one line.</summary>
    public long Count => (long)Rows * Columns;

    /// <summary>What holds either, and what an operator makes of both.</summary>
    public static SpillExtent operator |(SpillExtent left, SpillExtent right) =>
        new(Math.Max(left.Rows, right.Rows), Math.Max(left.Columns, right.Columns));

    /// <summary>Of so many rows and columns, or of what fits on a sheet.</summary>
    public static SpillExtent Of(double rows, double columns) => new(Fit(rows, SheetLimits.Rows), Fit(columns, SheetLimits.Columns));

    // What is not known may be all there is.
    private static int Fit(double count, int most) => count < most ? Math.Max((int)count, 1) : most;
}
