using System.Globalization;
using System.Text.RegularExpressions;
using Recalc.Addressing;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Reference;

/// <content>Functions that look into ranges. All but INDEX, ROW and COLUMN read the whole of the ranges they are given.</content>
internal sealed partial class FormulaEvaluator
{
    private Operand? CallLookup(string name, IReadOnlyList<SyntaxNode> arguments)
    {
        switch (name)
        {
            case "INDEX":
                CheckCount(arguments.Count, 2, 4);
                return Index([.. arguments.Select(Evaluate)]);
            case "ROW" or "COLUMN":
                CheckCount(arguments.Count, 0, 1);
                return Position(arguments.Count == 0 ? new Area(cell.Sheet, new CellRange(cell.Address)) : Reference(Evaluate(arguments[0])).Only, name == "ROW");
            case "OFFSET":
                CheckCount(arguments.Count, 3, 5);
                return Offset([.. arguments.Select(a => a.Kind == SyntaxKind.Missing ? null : Evaluate(a))]);
            case "INDIRECT":
                CheckCount(arguments.Count, 1, 2);
                var isA1 = arguments.Count < 2 || Convert.ToLogical(ValueOf(Evaluate(arguments[1])));
                return Indirect(Convert.ToText(ValueOf(Evaluate(arguments[0]))), isA1);
            case "MATCH":
                CheckCount(arguments.Count, 2, 3);
                return Match([.. arguments.Select(Evaluate)]);
            case "VLOOKUP":
                CheckCount(arguments.Count, 3, 4);
                return LookUp([.. arguments.Select(Evaluate)]);
            case "COUNTIF":
                CheckCount(arguments.Count, 2, 2);
                return CountIf([.. arguments.Select(Evaluate)]);
            case "SUMIF":
                CheckCount(arguments.Count, 2, 3);
                return SumIf([.. arguments.Select(Evaluate)]);
            case "SEQUENCE":
                CheckCount(arguments.Count, 1, 2);
                return Sequence([.. arguments.Select(a => Convert.ToInteger(ValueOf(Evaluate(a))))]);
            case "TRANSPOSE":
                CheckCount(arguments.Count, 1, 1);
                var turned = AsGrid(Evaluate(arguments[0]));
                return Grid.Of(turned.Columns, turned.Rows, (r, c) => turned.Values[c, r]);
            case "TODAY" or "NOW":
                CheckCount(arguments.Count, 0, 0);
                return new Single(Convert.ToSerial(name == "NOW" ? reading.Now : reading.Now.Date));
            default:
                return null;
        }
    }

    private static Grid Sequence(int[] sizes)
    {
        var (rows, columns) = (sizes[0], sizes.Length > 1 ? sizes[1] : 1);
        if (rows is < 0 or > SheetLimits.Rows || columns is < 0 or > SheetLimits.Columns) throw new FormulaError(ErrorKind.Value);
        if (rows == 0 || columns == 0) throw new FormulaError(ErrorKind.Calc);
        return Grid.Of(rows, columns, (r, c) => r * columns + c + 1);
    }

    // Of a reference INDEX yields a reference, which is not read here. 0 means the whole row or column; one index counts along a single row.
    private Operand Index(Operand[] a)
    {
        var (first, second) = (ResolveOrError(a[1]), a.Length > 2 ? ResolveOrError(a[2]) : new Single(default));
        if (first is Grid || second is Grid) return Lift([first, second], i => ValueOf(Index([a[0], new Single(i[0]), new Single(i[1]), .. a.Skip(3)])));
        var (row, column) = (Convert.ToInteger(ValueOf(first)), Convert.ToInteger(ValueOf(second)));
        var part = a.Length > 3 ? Convert.ToInteger(ValueOf(a[3])) : 1;
        if (a[0] is Single { Value.Kind: CellValueKind.Error }) return a[0];
        var areas = a[0] as Areas;
        if (areas is null && part != 1 || areas is not null && (part < 1 || part > areas.Parts.Count)) throw new FormulaError(ErrorKind.Ref);
        var grid = areas is null ? AsGrid(a[0]) : null;
        var (rows, columns) = grid is null ? (areas!.Parts[part - 1].Range.Rows, areas.Parts[part - 1].Range.Columns) : (grid.Rows, grid.Columns);
        if (areas is not null && a.Length == 2 && rows > 1 && columns > 1) throw new FormulaError(ErrorKind.Ref);
        if (a.Length == 2 && rows == 1) (row, column) = (rows == columns ? row : 0, rows == columns ? 0 : row);
        if (row < 0 || column < 0) throw new FormulaError(ErrorKind.Value);
        if (row > rows || column > columns) throw new FormulaError(ErrorKind.Ref);
        var (top, bottom) = row == 0 ? (0, rows - 1) : (row - 1, row - 1);
        var (left, right) = column == 0 ? (0, columns - 1) : (column - 1, column - 1);
        if (grid is not null)
            return top == bottom && left == right ? new Single(grid.Values[top, left]) : Grid.Of(bottom - top + 1, right - left + 1, (r, c) => grid.Values[top + r, left + c]);
        var (sheet, range) = (areas!.Parts[part - 1].Sheet, areas.Parts[part - 1].Range);
        var (x, y) = (range.First.Column, range.First.Row);
        return new Areas([new Area(sheet, new CellRange(x + left, y + top, x + right, y + bottom))]);
    }

    // What is left out moves by nothing and keeps the size; a negative size counts up or to the left.
    private Areas Offset(Operand?[] a)
    {
        var (sheet, range) = Reference(a[0] ?? throw new FormulaError(ErrorKind.Value)).Only;
        var (top, rows) = Span(range.First.Row + Integer(1, 0), Integer(3, range.Rows));
        var (left, columns) = Span(range.First.Column + Integer(2, 0), Integer(4, range.Columns));
        if (rows < 1 || columns < 1 || top < 0 || left < 0) throw new FormulaError(ErrorKind.Ref);
        if (top > SheetLimits.Rows - rows || left > SheetLimits.Columns - columns) throw new FormulaError(ErrorKind.Ref);
        return new Areas([new Area(sheet, new CellRange(left, top, left + columns - 1, top + rows - 1))]);

        int Integer(int index, int otherwise) => index < a.Length && a[index] is { } operand ? Convert.ToInteger(ValueOf(operand)) : otherwise;
        static (int First, int Count) Span(int first, int count) => count < 0 ? (first + count + 1, -count) : (first, count);
    }

    // References with or without a plain sheet.
    private Areas Indirect(string text, bool isA1)
    {
        var bang = text.IndexOf('!', StringComparison.Ordinal);
        var sheet = cell.Sheet;
        if (bang >= 0 && !reading.Workbook.TryFindSheet(text[..bang], out sheet)) throw new FormulaError(ErrorKind.Ref);
        var plain = text[(bang + 1)..];
        if (isA1) return CellRange.TryParse(plain, out var range) ? new Areas([new Area(sheet, range)]) : throw new FormulaError(ErrorKind.Ref);
        var corners = plain.Split(':');
        if (corners.Length > 2) throw new FormulaError(ErrorKind.Ref);
        var (first, last) = (Corner(corners[0]), Corner(corners[^1]));
        return new Areas([new Area(sheet, new CellRange(first).Union(new CellRange(last)))]);
    }

    // R2C3, or R[-1]C[2] as seen from the cell of the formula; a missing number is its own row or column.
    private CellAddress Corner(string text)
    {
        var match = R1C1().Match(text);
        if (!match.Success) throw new FormulaError(ErrorKind.Ref);
        var (row, column) = (At(match.Groups[1].Value, cell.Address.Row), At(match.Groups[2].Value, cell.Address.Column));
        return row is >= 0 and < SheetLimits.Rows && column is >= 0 and < SheetLimits.Columns
            ? new CellAddress(column, row)
            : throw new FormulaError(ErrorKind.Ref);

        static int At(string part, int own) => part.Trim('[', ']') is var number && number.Length == 0 ? own
            : part[0] == '[' ? own + int.Parse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : int.Parse(number, CultureInfo.InvariantCulture) - 1;
    }

    [GeneratedRegex(@"^R(\[[-+]?\d{0,7}\]|\d{1,7}|)C(\[[-+]?\d{0,7}\]|\d{1,7}|)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex R1C1();

    private Operand Position(Area area, bool isRow)
    {
        var (count, first) = isRow ? (Used(area.Range).Rows, area.Range.First.Row + 1) : (Used(area.Range).Columns, area.Range.First.Column + 1);
        if (count == 1 || _intersects) return new Single(first);
        return isRow ? Grid.Of(count, 1, (r, _) => first + r) : Grid.Of(1, count, (_, c) => first + c);
    }

    private Operand Match(Operand[] a)
    {
        var list = AsGrid(a[1]);
        if (a[1] is Single single) return single.Value.Kind == CellValueKind.Error ? single : new Single(ErrorKind.NotAvailable);
        if (list.Rows > 1 && list.Columns > 1) return Map(a[0], v => v.Kind == CellValueKind.Error ? v : ErrorKind.NotAvailable);
        var values = list.Values.Cast<CellValue>().ToArray();
        return Lift([a[0], a.Length > 2 ? a[2] : new Single(1)], x => Found(Find(x[0], values, Math.Sign(Convert.ToNumber(x[1])))));
    }

    private Operand LookUp(Operand[] a)
    {
        var table = AsGrid(a[1]);
        if (a[1] is Single single)
            return single.Value.Kind == CellValueKind.Error ? single : new Single(single.Value.Kind == CellValueKind.Text ? ErrorKind.Value : ErrorKind.NotAvailable);
        var keys = Enumerable.Range(0, table.Rows).Select(r => table.Values[r, 0]).ToArray();
        var columns = a[1] is Areas areas ? areas.Only.Range.Columns : table.Columns;
        return Lift([a[0], a[2], a.Length > 3 ? a[3] : new Single(true)], x =>
        {
            var column = Convert.ToInteger(x[1]);
            if (x[0].Kind == CellValueKind.Error) return x[0];
            if (column < 1) return ErrorKind.Value;
            if (column > columns) return ErrorKind.Ref;
            var row = (int)Convert.ToNumber(Found(Find(x[0], keys, Convert.ToLogical(x[2]) ? 1 : 0)));
            return column > table.Columns ? default : table.Values[row - 1, column - 1];
        });
    }

    private static CellValue Found(int place) => place < 0 ? ErrorKind.NotAvailable : place + 1;

    // Where a value is found, from zero, or -1. Blank is looked for as 0.
    private static int Find(CellValue wanted, CellValue[] values, int order)
    {
        if (wanted.Kind == CellValueKind.Error) throw new FormulaError(wanted.AsError());
        if (wanted.IsBlank) wanted = 0;
        if (order > 0) return Bisect(wanted, values);
        if (order == 0)
            return Array.FindIndex(values, v => wanted.Kind == CellValueKind.Text ? Criterion.IsLike(v, wanted.AsText()) : v.Kind == wanted.Kind && Arithmetic.Compare(v, wanted) == 0);
        var found = -1;                                                         // descending: the first equal one, or the last before a smaller one
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].Kind != wanted.Kind) continue;
            var compared = Arithmetic.Compare(values[i], wanted);
            if (compared >= 0) found = i;
            if (compared <= 0) break;
        }
        return found;
    }

    // The last one that is not greater, by bisection, which shows where the values are not sorted. Values of another kind are passed over; an
    // equal one ends the search with the last of the equals that follow it.
    private static int Bisect(CellValue wanted, CellValue[] values)
    {
        var (low, high, found) = (0, values.Length - 1, -1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var at = middle;
            while (at <= high && values[at].Kind != wanted.Kind) at++;
            var order = at <= high ? Arithmetic.Compare(values[at], wanted) : 1;
            if (order > 0) high = middle - 1;
            else (found, low) = (at, at + 1);
            if (order != 0) continue;
            while (found + 1 < values.Length && values[found + 1].Kind == wanted.Kind && Arithmetic.Compare(values[found + 1], wanted) == 0) found++;
            break;
        }
        return found;
    }

    private Operand CountIf(Operand[] a)
    {
        var range = Reference(a[0]).Only;
        var values = Read(range).Values.Cast<CellValue>().ToArray();
        // Blanks past what is used count too.
        var unread = range.Range.Count - values.Length;
        return Map(a[1], criterion =>
        {
            var matches = Criterion.Of(criterion);
            return values.Count(matches) + (matches(default) ? unread : 0);
        });
    }

    // The range to sum has the size of the range to look at, whatever it was given.
    private Operand SumIf(Operand[] a)
    {
        var range = Reference(a[0]).Only;
        var sums = a.Length > 2 ? Reference(a[2]).Only : range;
        var (columns, rows) = (Used(range.Range).Columns, Used(range.Range).Rows);
        var (x, y) = (sums.Range.First.Column, sums.Range.First.Row);
        var last = new CellAddress(Math.Min(x + columns, SheetLimits.Columns) - 1, Math.Min(y + rows, SheetLimits.Rows) - 1);
        var (values, numbers) = (Read(range), Read(sums with { Range = new CellRange(sums.Range.First, last) }));
        return Map(a[1], criterion =>
        {
            var (matches, sum) = (Criterion.Of(criterion), 0.0);
            for (var column = 0; column < Math.Min(values.Columns, numbers.Columns); column++)
                for (var row = 0; row < Math.Min(values.Rows, numbers.Rows); row++)
                    if (matches(values.Values[row, column]) && numbers.Values[row, column].Kind is CellValueKind.Number or CellValueKind.Error)
                        sum += Convert.ToNumber(numbers.Values[row, column]);
            return sum;
        });
    }
}
