using Recalc.Storage;

namespace Recalc.Functions.Matching;

/// <summary>What SUMIF, COUNTIFS and their kin make of the places that meet all criteria.</summary>
internal record struct ConditionalTotal
{
    /// <summary>How many places meet the criteria.</summary>
    public long Matched { get; set; }

    /// <summary>What the numbers in these places amount to.</summary>
    public NumberSummary Numbers { get; set; }
}
