using CsCheck;
using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Functions.Lookup;
using Recalc.Functions.Matching;
using Recalc.Values;

namespace Recalc.Tests.Functions;

public class FunctionPropertyTests
{
    [Fact]
    public void Totals_of_an_area_are_those_of_a_loop() =>
        CellGens.Column(CellGens.Any).Sample((site, range, values) =>
        {
            var error = values.FirstOrDefault(v => v.Kind == CellValueKind.Error);
            var numbers = values.Where(v => v.Kind == CellValueKind.Number).Select(v => v.AsNumber()).ToArray();
            Assert.Equal(numbers.Length, Number(site, $"COUNT({range})"));
            Assert.Equal(values.Count(v => !v.IsBlank), Number(site, $"COUNTA({range})"));
            Assert.Equal(values.Count(v => v.IsBlank || v.TextOrNull == ""), Number(site, $"COUNTBLANK({range})"));
            var expected = new (string Name, CellValue Value)[]
            {
                ("SUM", numbers.Sum()),
                ("MIN", numbers.DefaultIfEmpty().Min()),
                ("MAX", numbers.DefaultIfEmpty().Max()),
                ("AVERAGE", numbers.Length == 0 ? ErrorKind.Div0 : numbers.Average()),
                ("PRODUCT", numbers.Length == 0 ? 0 : numbers.Aggregate((a, b) => a * b)),
            };
            foreach (var (name, value) in expected)
                AssertClose(error.IsBlank ? value : error, TestCall.Evaluate($"{name}({range})", site).Value);
        }, iter: 500);

    [Fact]
    public void The_error_of_a_rectangle_is_the_first_by_rows() =>
        Gen.Select(CellGens.Any.Array[12], Gen.Int[1, 12]).Sample((values, columns) =>
        {
            var site = new TestSite();
            for (var i = 0; i < values.Length; i++) site.Cells[new CellAddress(i % columns, 4094 + i / columns)] = values[i];
            var range = new CellRange(0, 4094, columns - 1, 4094 + 11 / columns);
            var expected = values.FirstOrDefault(v => v.Kind == CellValueKind.Error);
            Assert.Equal(!expected.IsBlank, ErrorSearch.TryFind(site.Area(0, range), out _, out var error));
            if (!expected.IsBlank) Assert.Equal(expected, error.Value);
            var padded = values.Concat(Enumerable.Repeat(CellValue.Blank, (columns - 12 % columns) % columns)).ToArray();
            var array = new ArrayValue(padded.Length / columns, columns, padded);
            Assert.Equal(!expected.IsBlank, ErrorSearch.TryFind(array, out _, out error));
            if (!expected.IsBlank) Assert.Equal(expected, error.Value);
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Conditional_totals_are_those_of_a_loop(bool isAcross) =>
        Gen.Select(Pair(CellGens.Any, CellGens.Plain, CellGens.Plain), CellGens.Any, CellGens.Plain, CellGens.OneOf("<>", ">", "<=", ""))
        .Sample((rows, first, second, comparison) =>
        {
            var site = new TestSite();
            for (var i = 0; i < rows.Length; i++)
            {
                site.Cells[At(0, 4000 + i)] = rows[i].Item1;
                site.Cells[At(2, i)] = rows[i].Item2;
                site.Cells[At(3, 90 + i)] = rows[i].Item3;
            }
            var last = rows.Length - 1;
            var other = CellValue.FromText(comparison + second);
            Operand[] arguments =
            [
                Operand.Area(site.Area(0, new CellRange(At(3, 90), At(3, 90 + last)))),
                Operand.Area(site.Area(0, new CellRange(At(0, 4000), At(0, 4000 + last)))), first,
                Operand.Area(site.Area(0, new CellRange(At(2, 0), At(2, last)))), other,
            ];
            var (one, two) = (Criterion.Read(first, default), Criterion.Read(other, default));
            var matches = rows.Where(r => one.Matches(r.Item1) && two.Matches(r.Item2)).ToArray();
            AssertClose(matches.Length, Call("COUNTIFS", arguments.AsSpan(1), site));
            AssertClose(matches.Sum(r => OrZero(r.Item3)), Call("SUMIFS", arguments, site));
            AssertClose(
                rows.Where(r => one.Matches(r.Item1)).Sum(r => OrZero(r.Item3)),
                Call("SUMIF", [arguments[1], first, arguments[0]], site));

            CellAddress At(int line, int place) => isAcross ? new CellAddress(place, line) : new CellAddress(line, place);
        }, iter: 500);

    [Fact]
    public void Places_are_those_of_the_plain_rule() =>
        Gen.Select(CellGens.Column(CellGens.Any), CellGens.Plain, Gen.Bool, Gen.Bool).Sample((column, wanted, isSorted, isAcross) =>
        {
            if (wanted.IsBlank) wanted = 0;
            var (values, area) = (column.Values, column.Site.Area(column.Range));
            if (isSorted)
            {
                values = [.. values.Order(Comparer<CellValue>.Create((a, b) => a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : Order(a, b)))];
                var first = area.Range.First;
                for (var i = 0; i < values.Length; i++) column.Site.Cells[new CellAddress(first.Column, first.Row + i)] = values[i];
            }
            var list = isAcross ? GridLine.Row(new ArrayValue(1, values.Length, values)) : GridLine.Column(area);
            var steps = 0L;
            Assert.Equal(Bisect(wanted, values), ListSearch.FindAscending(wanted, list, ref steps));
            Assert.Equal(Descend(wanted, values), ListSearch.FindDescending(wanted, list, ref steps));
            var exact = Criterion.Exactly(wanted);
            Assert.Equal(Array.FindIndex(values, v => exact.Matches(v)), ListSearch.FindFirst(wanted, list, ref steps));
            Assert.InRange(steps, 1, 64 + 20 * values.Length);
        }, iter: 2000);

    [Fact]
    public void In_a_sorted_list_the_last_that_is_not_greater_is_found() =>
        Gen.Select(Gen.Int[-50, 50].Array[1, 300], Gen.Int[-60, 60]).Sample((numbers, wanted) =>
        {
            Array.Sort(numbers);
            var list = GridLine.Column(new ArrayValue(numbers.Length, 1, [.. numbers.Select(n => CellValue.FromNumber(n))]));
            var steps = 0L;
            Assert.Equal(Array.FindLastIndex(numbers, n => n <= wanted), ListSearch.FindAscending(wanted, list, ref steps));
        });

    [Fact]
    public void Products_of_areas_are_those_of_a_loop() =>
        Gen.Select(Pair(CellGens.Any, CellGens.Plain, CellGens.Plain), Gen.Bool).Sample((rows, isArray) =>
        {
            if (rows.Length < 2) return;
            var site = new TestSite();
            for (var i = 0; i < rows.Length; i++)
            {
                site.Cells[new CellAddress(0, 4000 + i)] = rows[i].Item1;
                site.Cells[new CellAddress(1, 7 + i)] = rows[i].Item2;
            }
            var second = isArray
                ? Operand.Array(new ArrayValue(rows.Length, 1, [.. rows.Select(r => r.Item2)]))
                : Operand.Area(site.Area(0, new CellRange(1, 7, 1, 6 + rows.Length)));
            var result = Call("SUMPRODUCT", [Operand.Area(site.Area(0, new CellRange(0, 4000, 0, 3999 + rows.Length))), second], site);
            var error = rows.Select(r => r.Item1).FirstOrDefault(v => v.Kind == CellValueKind.Error);
            AssertClose(error.IsBlank ? rows.Sum(r => OrZero(r.Item1) * OrZero(r.Item2)) : error, result);
        }, iter: 500);

    private static Gen<(CellValue, CellValue, CellValue)[]> Pair(Gen<CellValue> first, Gen<CellValue> second, Gen<CellValue> third) =>
        Gen.Select(first, second, third).Array[1, 200];

    private static CellValue Call(string name, ReadOnlySpan<Operand> arguments, CallSite site)
    {
        Assert.True(FunctionCatalog.TryFind(name, out var declaration));
        return FunctionLibrary.Find(declaration.Id)!(arguments, site).Value;
    }

    private static double Number(CallSite site, string formula) => TestCall.Evaluate(formula, site).Value.AsNumber();

    private static double OrZero(CellValue value) => value.TryGetNumber(out var number) ? number : 0;

    // Numbers may differ by what adding in another order makes.
    private static void AssertClose(CellValue expected, CellValue actual)
    {
        if (!expected.TryGetNumber(out var a) || !actual.TryGetNumber(out var b)) Assert.Equal(expected, actual);
        else Assert.InRange(Math.Abs(a - b), 0, 1e-12 * Math.Max(1e3, Math.Abs(a)));
    }

    private static int Order(CellValue left, CellValue right) => ValueComparer.TryCompare(left, right, out var order, out _) ? order : 0;

    // As the rule is told: halve, pass over other kinds, go on to the right of what is not greater, stop at an equal and its equals.
    private static int Bisect(CellValue wanted, CellValue[] values)
    {
        var (low, high, found) = (0, values.Length - 1, -1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var at = Array.FindIndex(values, middle, high - middle + 1, v => v.Kind == wanted.Kind);
            if (at < 0 || Order(values[at], wanted) > 0)
            {
                high = middle - 1;
                continue;
            }
            (found, low) = (at, at + 1);
            if (Order(values[at], wanted) != 0) continue;
            return found + values.Skip(found + 1).TakeWhile(v => v.Kind == wanted.Kind && Order(v, wanted) == 0).Count();
        }
        return found;
    }

    private static int Descend(CellValue wanted, CellValue[] values)
    {
        var candidates = values
            .Select((v, i) => (Value: v, Place: i))
            .Where(c => c.Value.Kind == wanted.Kind)
            .TakeWhile(c => Order(c.Value, wanted) >= 0)
            .ToArray();
        return candidates.Select(c => (int?)c.Place).FirstOrDefault(p => Order(values[p!.Value], wanted) == 0)
            ?? (candidates.Length == 0 ? -1 : candidates[^1].Place);
    }
}
