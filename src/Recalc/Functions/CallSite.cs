using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Functions;

/// <summary>What a function sees of the formula that calls it, and what it may ask of the engine. For one thread, for one call.</summary>
internal abstract class CallSite
{
    // A value takes 16 bytes, a unit of text two.
    private const int UnitsOfValue = 8;
    private const int ShortText = 64;

    /// <summary>The cell that is being computed.</summary>
    public abstract CellAddress Cell { get; }

    /// <summary>The local date and time; the same throughout a read.</summary>
    public abstract DateTime Now { get; }

    /// <summary>The next random number, from 0 up to 1.</summary>
    public abstract double NextRandom();

    /// <summary>True when a row of a sheet is hidden, by hand or by a filter.</summary>
    public abstract bool IsRowHidden(int sheet, int row);

    /// <summary>True when a cell holds a formula that calls SUBTOTAL or AGGREGATE, which others of them leave out.</summary>
    public abstract bool HoldsSubtotal(int sheet, CellAddress cell);

    /// <summary>The sheet of the formula, from zero.</summary>
    public abstract int Sheet { get; }

    /// <summary>How many sheets there are.</summary>
    public abstract int SheetCount { get; }

    /// <summary>The sheet of a name, from zero; false when there is none.</summary>
    public abstract bool TryFindSheet(string name, out int sheet);

    /// <summary>
    /// True when a cell holds a formula. Who asks this, or <see cref="FormulaText"/>, is declared <see cref="FunctionPurity.Structural"/>.
    /// </summary>
    public abstract bool HoldsFormula(int sheet, CellAddress cell);

    /// <summary>The formula of a cell as it reads there, with its <c>=</c>; null when it holds none.</summary>
    public abstract string? FormulaText(int sheet, CellAddress cell);

    /// <summary>Which day dates count from.</summary>
    public abstract DateSystem DateSystem { get; }

    /// <summary>How text is read as a number. A date without a year is none, so that only what says so rests on the clock.</summary>
    public TextConversion Conversion => new(DateSystem == DateSystem.From1904);

    /// <summary>The longest text that a formula may make, in UTF-16 units.</summary>
    public abstract int MaxTextLength { get; }

    /// <summary>
    /// Asks for the values of an area that was passed as a reference (<see cref="ArgumentKind.Reference"/>; areas passed as
    /// <see cref="ArgumentKind.Area"/> are there already). When false, the function returns <see cref="Operand.Blocked"/> at once and is
    /// called again.
    /// </summary>
    public abstract bool Demand(CellArea area);

    /// <summary>An area of a sheet, for a function that returns a reference or reads cells that it was not given.</summary>
    public abstract CellArea Area(int sheet, CellRange range);

    /// <summary>The area that a text spells, as a formula of the cell would read it: a reference or the name of one; else #REF!.</summary>
    /// <param name="text">The text, such as <c>Sheet1!$A1:B7</c>.</param>
    /// <param name="isA1">False for R1C1 spelling.</param>
    public abstract Operand ReferTo(string text, bool isA1);

    /// <summary>
    /// Takes so many values from what the formula may hold in memory. When false, the function returns <see cref="OverMemory"/>.
    /// Every array of more than a handful of values is charged before it is made.
    /// </summary>
    public abstract bool TryChargeMemory(long values);

    /// <summary>
    /// Takes so many steps from what the formula may do. When false, the function returns <see cref="OverSteps"/>. A function that looks
    /// at many values charges their number before it begins.
    /// </summary>
    public abstract bool TryChargeSteps(long steps);

    /// <summary>
    /// Makes room for a text of a length, which long texts take from the memory: an array may hold many. When false, the function returns
    /// the failure.
    /// </summary>
    public bool TryTakeText(long length, out Operand failure)
    {
        failure = default;
        if (length > MaxTextLength) failure = OverText;
        else if (length > ShortText && !TryChargeMemory(length / UnitsOfValue)) failure = OverMemory;
        else return true;
        return false;
    }

    /// <summary>The error of a formula that would hold too much, with its explanation.</summary>
    public abstract Operand OverMemory { get; }

    /// <summary>The error of a formula that would do too much, with its explanation.</summary>
    public abstract Operand OverSteps { get; }

    /// <summary>The error of a formula that would make too long a text, with its explanation.</summary>
    public abstract Operand OverText { get; }

    /// <summary>The calls of registered functions that are under way; set by whoever reads.</summary>
    public RunningCalls Calls { get; set; } = new();

    /// <summary>What calls of registered functions came to before; null when results are not kept. Set by whoever reads.</summary>
    public IResultCache? Results { get; set; }

    /// <summary>
    /// Computes a lazy argument: what is left is a single value, an array, or an area whose cells are valid. False when it has to wait for a cell; then
    /// <see cref="IsWaiting"/> holds, and the call is made again from the start.
    /// </summary>
    public virtual bool TryForce(ref Operand argument) => argument.AreaOrNull is not { } area || Demand(area);

    /// <summary>True once a lazy argument had to wait: whatever the function returns does not count.</summary>
    public virtual bool IsWaiting => false;

    /// <summary>Says that the result is good for so long only.</summary>
    public virtual void Expire(TimeSpan timeToLive) { }
}
