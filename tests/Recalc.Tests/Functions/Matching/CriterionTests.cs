using System.Text.RegularExpressions;
using CsCheck;
using Recalc.Addressing;
using Recalc.Functions.Matching;
using Recalc.Values;

namespace Recalc.Tests.Functions.Matching;

public class CriterionTests
{
    private static readonly string[] Operators = ["", "=", "<>", "<", "<=", ">", ">="];

    private static readonly Gen<CellValue> Criteria = Gen.OneOf(
        CellGens.Any,
        Gen.Select(CellGens.OneOf(Operators), CellGens.Any, (o, v) => CellValue.FromText(o + v)));

    [Fact]
    public void It_agrees_with_what_is_written_down() =>
        Gen.Select(Criteria, CellGens.Any).Sample(
            (criterion, value) => Assert.Equal(Holds(criterion, value), Criterion.Read(criterion, default).Matches(value)), iter: 20_000);

    [Fact]
    public void Many_cells_at_once_are_marked_as_one_by_one() =>
        Gen.Select(Criteria, CellGens.Column(CellGens.Any), Gen.Int[0, 70], Gen.Bool).Sample((text, column, blanks, isExact) =>
        {
            var criterion = isExact ? Criterion.Exactly(text) : Criterion.Read(text, default);
            var range = CellRange.Parse(column.Range);
            var row = Math.Max(range.First.Row - blanks, 0);
            var area = column.Site.Area(0, new CellRange(0, row, 2, range.Last.Row + blanks));
            var marks = RowMarks.Of(new ulong[RowMarks.MaxWords], area.Rows);
            criterion.Mark(area, 1, 0, area.Rows, marks);
            for (var i = 0; i < area.Rows; i++) Assert.Equal(criterion.Matches(area[i, 1]), (marks.Line(i) & 1) != 0);
            var filtered = RowMarks.Of(new ulong[RowMarks.MaxWords], area.Rows);
            filtered.Set(0, area.Rows);
            criterion.Filter(area, 1, 0, filtered);
            Assert.Equal(marks.Count, filtered.Count);
        }, iter: 1000);

    [Fact]
    public void An_exact_search_converts_nothing() =>
        Gen.Select(CellGens.Plain, CellGens.Any).Sample((wanted, value) =>
        {
            if (wanted.IsBlank) wanted = 0;
            var isEqual = wanted.TextOrNull is { } pattern ? IsLike(value, pattern) : Order(value, wanted) == 0;
            Assert.Equal(value.Kind == wanted.Kind && isEqual, Criterion.Exactly(wanted).Matches(value));
        });

    [Fact]
    public void Blanks_meet_what_says_so() =>
        Criteria.Sample(c => Assert.Equal(Holds(c, CellValue.Blank), Criterion.Read(c, default).MatchesBlank));

    private static bool Holds(CellValue criterion, CellValue value)
    {
        if (criterion.TextOrNull is not { } text) return AreEqual(value, criterion.IsBlank ? 0 : criterion);
        if (text.Length == 0) return value.IsBlank || value.TextOrNull == "";
        var comparison = Operators.Where(o => text.StartsWith(o, StringComparison.Ordinal)).MaxBy(o => o.Length)!;
        var wanted = Read(text[comparison.Length..]);
        if (wanted.TextOrNull == "" && comparison is "=") return value.IsBlank;
        if (wanted.TextOrNull == "" && comparison is "<>") return !value.IsBlank;
        if (wanted.TextOrNull == "") return false;
        var isEqual = wanted.TextOrNull is { } pattern ? IsLike(value, pattern) : AreEqual(value, wanted);
        if (comparison is "" or "=") return isEqual;
        if (comparison is "<>") return !isEqual || value.Kind != wanted.Kind;
        if (value.Kind != wanted.Kind || value.Kind == CellValueKind.Error) return false;
        var order = Order(value, wanted);
        return comparison switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 };
    }

    private static CellValue Read(string text)
    {
        if (TextNumber.TryParse(text, default, out var number)) return number;
        if (ErrorText.TryParse(text, out var error)) return error;
        return bool.TryParse(text, out var logical) ? logical : text;
    }

    private static bool AreEqual(CellValue value, CellValue wanted)
    {
        var isText = wanted.Kind == CellValueKind.Number && value.Kind == CellValueKind.Text;
        if (isText && TextNumber.TryParse(value.AsText(), default, out var number)) value = number;
        return value.Kind == wanted.Kind && (value.Kind == CellValueKind.Error ? value == wanted : Order(value, wanted) == 0);
    }

    private static bool IsLike(CellValue value, string pattern)
    {
        const RegexOptions options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;
        return value.TextOrNull is { } text && Regex.IsMatch(text, WildcardTests.Translate(pattern), options);
    }

    private static int Order(CellValue left, CellValue right) => ValueComparer.TryCompare(left, right, out var order, out _) ? order : 1;
}
