namespace Recalc.Values;

/// <summary>
/// What the meaning of text as a number rests on besides the text. <c>default</c>: dates count from 1900, and a date without a year
/// (<c>1/2</c>) is no number.
/// </summary>
/// <param name="From1904">True when dates count from 1 January 1904.</param>
/// <param name="CurrentYear">The year of dates that name none; 0 refuses them, so that the result rests on the text alone.</param>
internal readonly record struct TextConversion(bool From1904, int CurrentYear = 0);
