using Recalc.Functions;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <summary>The operator <c>&amp;</c>. Makes no text but the result, and none when one of the operands is the result.</summary>
internal static class TextJoin
{
    private const int ShortLength = 64;

    // A value takes 16 bytes, a unit of text two.
    private const int UnitsOfValue = 8;

    /// <summary>The text of two single values, one behind the other. Neither is an error.</summary>
    public static Operand Concatenate(in Operand left, in Operand right, CallSite site)
    {
        Span<char> leftDigits = stackalloc char[NumberText.MaxLength];
        Span<char> rightDigits = stackalloc char[NumberText.MaxLength];
        var first = Text(left, leftDigits);
        var second = Text(right, rightDigits);
        if (second.IsEmpty && left.IsText) return left;
        if (first.IsEmpty && right.IsText) return right;
        var length = first.Length + second.Length;
        if (length > site.MaxTextLength) return site.OverText;
        // Long texts, of which an array may hold many, count for the values that would take as much room.
        if (length > ShortLength && !site.TryChargeMemory(length / UnitsOfValue)) return site.OverMemory;
        return string.Concat(first, second);
    }

    private static ReadOnlySpan<char> Text(in Operand operand, Span<char> digits)
    {
        if (operand.IsText) return (string)operand.Object!;
        if (operand.IsNumber) return digits[..NumberText.Write(digits, operand.Word.Number)];
        if (operand.Word.IsLogical) return operand.Word.IsTrue ? "TRUE" : "FALSE";
        return default;
    }
}
