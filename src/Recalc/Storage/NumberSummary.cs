namespace Recalc.Storage;

/// <summary>
/// What the numbers among some cells amount to; text, logicals and blanks are no numbers. <c>default</c> is the summary of no cells.
/// The same bits on every machine: see <see cref="Of"/>.
/// </summary>
internal readonly record struct NumberSummary
{
    /// <summary>The sum of the numbers; not finite when it is too large for a double.</summary>
    public double Sum { get; init; }

    /// <summary>How many numbers there are.</summary>
    public long Count { get; init; }

    /// <summary>The smallest number; 0 when there is none.</summary>
    public double Min { get; init; }

    /// <summary>The largest number; 0 when there is none.</summary>
    public double Max { get; init; }

    /// <summary>How many cells are not blank.</summary>
    public long Filled { get; init; }

    /// <summary>True when one of the cells is an error.</summary>
    public bool HasErrors { get; init; }

    /// <summary>
    /// The summary of a stretch of a page. Item i of the page is added to lane i mod 8 and the lanes are then added in a fixed order, so
    /// blanks before and after the stretch change no bit of the sum.
    /// </summary>
    /// <param name="words">The words.</param>
    /// <param name="firstItem">The item of the page that the first word is.</param>
    public static NumberSummary Of(ReadOnlySpan<ulong> words, int firstItem)
    {
        if (words.Length <= SummaryLanes.Few) return SummaryLanes.OfFew(words, firstItem);
        var lanes = new SummaryLanes();
        var head = Math.Min(-firstItem & (SummaryLanes.Width - 1), words.Length);
        var body = (words.Length - head) & -SummaryLanes.Width;
        if (head != 0) lanes.AddPart(words[..head], firstItem & (SummaryLanes.Width - 1));
        lanes.Add(words.Slice(head, body));
        if (head + body != words.Length) lanes.AddPart(words[(head + body)..], 0);
        return lanes.Total();
    }

    /// <summary>The summary of these cells and then the others: this sum plus theirs.</summary>
    public NumberSummary Plus(in NumberSummary next) => new()
    {
        Sum = Sum + next.Sum,
        Count = Count + next.Count,
        Min = Count == 0 || (next.Count != 0 && next.Min < Min) ? next.Min : Min,
        Max = Count == 0 || (next.Count != 0 && next.Max > Max) ? next.Max : Max,
        Filled = Filled + next.Filled,
        HasErrors = HasErrors | next.HasErrors,
    };
}
