namespace Recalc.Values;

/// <summary>Text as it is typed into a cell. Thread-safe.</summary>
public static class TypedText
{
    /// <summary>
    /// The value that a cell takes text for: blank for none, a number (<c>1,234.5</c>, <c>$5</c>, <c>6.5%</c>, <c>1 1/2</c>, a date or time:
    /// its serial number), a logical, an error; else the text itself. What follows an apostrophe is text in any case.
    /// </summary>
    /// <param name="text">What is typed; a formula is text here.</param>
    /// <param name="dates">Which day dates count from.</param>
    /// <param name="year">The year of dates that name none, like <c>3-Dec</c>; 0 leaves them texts.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static CellValue Read(string text, DateSystem dates = DateSystem.From1900, int year = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0) return CellValue.Blank;
        if (text[0] == '\'') return text[1..];
        if (TextNumber.TryParse(text, new TextConversion(dates == DateSystem.From1904, year), out var number)) return number;
        if (ErrorText.TryParse(text, out var error)) return error;
        return bool.TryParse(text, out var logical) ? logical : text;
    }
}
