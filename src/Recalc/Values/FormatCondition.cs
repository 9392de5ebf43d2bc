using System.Globalization;

namespace Recalc.Values;

/// <summary>The condition of a section, such as <c>[&gt;=100]</c>. Immutable.</summary>
/// <param name="Sign">The comparison as written.</param>
/// <param name="Bound">What numbers are compared with.</param>
internal readonly record struct FormatCondition(string Sign, double Bound)
{
    /// <summary>True when only negative numbers meet it, so that the section needs no minus.</summary>
    public bool IsNegativeOnly => Sign switch { "<" => Bound <= 0, "<=" or "=" => Bound < 0, _ => false };

    /// <summary>Reads what stands between brackets; false when it is no condition.</summary>
    public static bool TryParse(string text, out FormatCondition condition)
    {
        condition = default;
        var length = 0;
        while (length < text.Length && text[length] is '<' or '>' or '=') length++;
        if (length is 0 or > 2) return false;
        if (!double.TryParse(text.AsSpan(length), NumberStyles.Float, CultureInfo.InvariantCulture, out var bound)) return false;
        condition = new(text[..length], bound);
        return true;
    }

    /// <summary>True for the numbers that the section shows.</summary>
    public bool Holds(double number) => Sign switch
    {
        "<" => number < Bound,
        "<=" => number <= Bound,
        ">" => number > Bound,
        ">=" => number >= Bound,
        "<>" => number != Bound,
        _ => number == Bound,
    };
}
