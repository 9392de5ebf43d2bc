namespace Recalc.Functions;

/// <summary>What the results of C# functions take that are kept, and how often they were wanted: <see cref="Workbook.GetResultCacheStatistics"/>. Immutable; safe to share.</summary>
/// <param name="Entries">How many results are kept.</param>
/// <param name="Bytes">About how many bytes they take.</param>
/// <param name="AsIs">How many of them are the first argument as it was, which is remembered without being kept twice.</param>
/// <param name="Hits">How many calls were not made because their result was there.</param>
/// <param name="Misses">How many calls had to be made.</param>
/// <param name="Evictions">How many results went to make room for others.</param>
public sealed record ResultCacheStatistics(long Entries, long Bytes, long AsIs, long Hits, long Misses, long Evictions);
