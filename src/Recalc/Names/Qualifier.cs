namespace Recalc.Names;

/// <summary>
/// What stands before the <c>!</c> of a reference: sheets of this workbook or another. <c>Own</c> stands for nothing at all: the sheet
/// of the formula itself.
/// </summary>
/// <param name="Spelling">The bytes as they were written, with the <c>!</c>: what a formula prints.</param>
/// <param name="Book">The workbook between brackets: the number of a link, as files write it, or a file's name; null for this one.</param>
/// <param name="FirstSheet">The sheet, or the first of a 3-D reference; null for the workbook as a whole and for <c>#REF!</c>.</param>
/// <param name="LastSheet">The last sheet of a 3-D reference; otherwise the same as the first.</param>
/// <param name="IsMissing">True for <c>#REF!</c>: the sheet was deleted.</param>
internal sealed record Qualifier(byte[] Spelling, string? Book, string? FirstSheet, string? LastSheet, bool IsMissing = false)
{
    public static Qualifier Own { get; } = new([], null, null, null);

    public bool IsOwn => Spelling.Length == 0;

    /// <summary>True for a reference through several sheets.</summary>
    public bool IsSpan => !ReferenceEquals(FirstSheet, LastSheet);

    /// <summary>The number of the link in <c>[1]Sheet!</c>, from 1; 0 when the book is written otherwise or is this one.</summary>
    public int LinkNumber => int.TryParse(Book, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
}
