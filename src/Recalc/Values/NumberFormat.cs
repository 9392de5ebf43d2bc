using System.Diagnostics.CodeAnalysis;

namespace Recalc.Values;

/// <summary>
/// A number format: a code such as <c>#,##0.00;[Red]-#,##0.00</c>, as Excel's cells and its function TEXT use it. Of up to four
/// sections, separated by semicolons, the first shows numbers (positive ones when there are more), the last of four text.
/// Cells that were given none have <see cref="General"/>. Immutable; safe to share.
/// </summary>
public sealed class NumberFormat
{
    private readonly NumberFormatSection[] _sections;

    // Null until somebody asks; then never changed.
    private FormatPattern[]? _patterns;

    private NumberFormat(string code, NumberFormatSection[] sections) => (Code, _sections) = (code, sections);

    /// <summary>The format of cells that were given none.</summary>
    public static NumberFormat General { get; } = Parse("General");

    /// <summary>The code, as it was written.</summary>
    public string Code { get; }

    /// <summary>What numbers are shown as: by the first section.</summary>
    public NumberFormatKind Kind => _sections[0].Kind;

    /// <summary>True when a number in this format is a date, a time, or both.</summary>
    public bool IsDateOrTime => Kind is NumberFormatKind.Date or NumberFormatKind.Time or NumberFormatKind.DateTime;

    internal ReadOnlySpan<NumberFormatSection> Sections => _sections;

    /// <summary>The sections taken apart, when first asked for; made twice by two threads they are the same.</summary>
    internal FormatPattern[] Patterns => _patterns ??= Array.ConvertAll(_sections, s => FormatPattern.Parse(s.Code));

    /// <summary>Reads a code.</summary>
    /// <exception cref="FormatException">
    /// The code has more than four sections, or a quotation mark or bracket that is not closed.
    /// </exception>
    public static NumberFormat Parse(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return TryParse(code, out var format)
            ? format
            : throw new FormatException(
                $"'{code}' is no number format; write at most four sections, and close every quotation mark and bracket.");
    }

    /// <summary>Reads a code; false when it is none. The empty code is <c>General</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? code, [NotNullWhen(true)] out NumberFormat? format)
    {
        format = null;
        if (code is null || !NumberFormatSection.TrySplit(code, out var sections)) return false;
        format = new NumberFormat(code, sections);
        return true;
    }

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
