using System.Text;
using System.Text.RegularExpressions;
using Recalc.Values;

namespace Recalc.Reference;

/// <summary>
/// The condition of SUMIF and COUNTIF. Text may begin with an operator; what follows is a number, logical or error if it spells one, else
/// text, with wildcards when it is compared with = or &lt;&gt;. <c>"="</c> means blank cells, <c>"&lt;&gt;"</c> all others, and <c>""</c> blank
/// cells and empty text; <c>&lt;&gt;</c> otherwise matches all that = does not, and text that spells the number; the other operators only values of their own kind.
/// </summary>
internal static class Criterion
{
    private static readonly string[] Comparisons = ["<>", "<=", ">=", "<", ">", "="];

    public static Func<CellValue, bool> Of(CellValue criterion)
    {
        if (criterion.IsBlank) criterion = 0;                                   // a reference to a blank cell looks for zeros
        if (criterion.Kind != CellValueKind.Text) return v => IsEqual(v, criterion);
        var text = criterion.AsText();
        if (text.Length == 0) return v => v.IsBlank || v == "";
        var comparison = Comparisons.FirstOrDefault(c => text.StartsWith(c, StringComparison.Ordinal)) ?? "";
        var operand = text[comparison.Length..];
        if (operand.Length == 0 && comparison == "=") return v => v.IsBlank;
        if (operand.Length == 0 && comparison == "<>") return v => !v.IsBlank;
        if (operand.Length == 0 && comparison != "") return _ => false;
        var wanted = Read(operand);
        if (comparison is "" or "=") return Matches;
        if (comparison == "<>") return v => (wanted.Kind == CellValueKind.Number && v.Kind == CellValueKind.Text) || !Matches(v);
        return v => v.Kind == wanted.Kind && v.Kind != CellValueKind.Error && Holds(comparison, Arithmetic.Compare(v, wanted));

        bool Matches(CellValue value) => wanted.Kind == CellValueKind.Text ? IsLike(value, wanted.AsText()) : IsEqual(value, wanted);
    }

    private static bool Holds(string comparison, int order) =>
        comparison switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 };

    // A number is also matched by text that spells it.
    private static bool IsEqual(CellValue value, CellValue wanted)
    {
        if (wanted.Kind == CellValueKind.Number && value.Kind == CellValueKind.Text && Convert.TryParse(value.AsText(), out var number)) value = number;
        if (value.Kind != wanted.Kind) return false;
        return value.Kind == CellValueKind.Error ? value == wanted : Arithmetic.Compare(value, wanted) == 0;
    }

    private static CellValue Read(string text)
    {
        if (Convert.TryParse(text, out var number)) return number;
        if (ErrorText.TryParse(text, out var error)) return error;
        return bool.TryParse(text, out var logical) ? logical : text;
    }

    /// <summary>True for text that a pattern fits as a whole: <c>*</c> is any text, <c>?</c> any character, <c>~</c> takes both by the letter.</summary>
    public static bool IsLike(CellValue value, string pattern)
    {
        if (value.Kind != CellValueKind.Text) return false;
        var regex = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '~' && i + 1 < pattern.Length && pattern[i + 1] is '*' or '?' or '~') regex.Append(Regex.Escape(pattern[++i..(i + 1)]));
            else regex.Append(pattern[i] switch { '*' => ".*", '?' => ".", var c => Regex.Escape(c.ToString()) });
        }
        return Regex.IsMatch(value.AsText(), regex.Append("\\z").ToString(), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }
}
