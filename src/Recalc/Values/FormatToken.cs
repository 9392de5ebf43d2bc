namespace Recalc.Values;

/// <summary>A piece of a number format: the text it was written as, literals without their marks.</summary>
/// <param name="Kind">What it writes.</param>
/// <param name="Text">The literal, the digit's sign, or the letters.</param>
internal readonly record struct FormatToken(FormatTokenKind Kind, string Text)
{
    /// <summary>True for what makes a section show a date or a time.</summary>
    public bool IsDate => Kind >= FormatTokenKind.Year;
}
