using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Reference;

/// <content>Functions: those of single values, those of many, and those that look.</content>
internal sealed partial class FormulaEvaluator
{
    private sealed record Scalar(int Least, int Most, Func<CellValue[], CellValue> Compute);

    private static readonly Dictionary<string, Scalar> Scalars = new(StringComparer.OrdinalIgnoreCase)
    {
        ["NOT"] = new(1, 1, a => !Convert.ToLogical(a[0])),
        ["ABS"] = new(1, 1, a => Math.Abs(Convert.ToNumber(a[0]))),
        ["INT"] = new(1, 1, a => Math.Floor(Convert.ToNumber(a[0]))),
        ["SQRT"] = new(1, 1, a => Math.Sqrt(Convert.ToNumber(a[0]))),           // CellValue makes #NUM! of NaN and infinity
        ["EXP"] = new(1, 1, a => Math.Exp(Convert.ToNumber(a[0]))),
        ["LN"] = new(1, 1, a => Math.Log(Convert.ToNumber(a[0]))),
        ["POWER"] = new(2, 2, a => Arithmetic.Power(Convert.ToNumber(a[0]), Convert.ToNumber(a[1]))),
        ["MOD"] = new(2, 2, a => Modulo(Convert.ToNumber(a[0]), Convert.ToNumber(a[1]))),
        ["ROUND"] = new(2, 2, a => Arithmetic.Round(Convert.ToNumber(a[0]), Places(a), Rounding.Nearest)),
        ["ROUNDUP"] = new(2, 2, a => Arithmetic.Round(Convert.ToNumber(a[0]), Places(a), Rounding.Away)),
        ["ROUNDDOWN"] = new(2, 2, a => Arithmetic.Round(Convert.ToNumber(a[0]), Places(a), Rounding.TowardZero)),
        ["TRUNC"] = new(1, 2, a => Arithmetic.Truncate(Convert.ToNumber(a[0]), Places(a))),
        ["LEN"] = new(1, 1, a => Convert.ToText(a[0]).Length),                  // UTF-16 units, as all functions of text
        ["LEFT"] = new(1, 2, a => Part(Convert.ToText(a[0]), 0, Count(a))),
        ["RIGHT"] = new(1, 2, a => Part(Convert.ToText(a[0]), Convert.ToText(a[0]).Length - Count(a), Count(a))),
        ["MID"] = new(3, 3, a => Middle(Convert.ToText(a[0]), Convert.ToInteger(a[1]), Convert.ToInteger(a[2]))),
    };

    private Operand Call(SyntaxNode node)
    {
        if (node.Qualifier is not null) throw new Unsupported(node.ToString());
        var name = node.Token!.Value.ToString().ToUpperInvariant();
        if (name.StartsWith("_XLFN.", StringComparison.Ordinal)) name = name[6..];
        var arguments = node.Children;
        // The parser gives an empty list of arguments one that is missing or none.
        if (arguments is [{ Kind: SyntaxKind.Missing }]) arguments = [];
        if (Scalars.TryGetValue(name, out var scalar))
        {
            CheckCount(arguments.Count, scalar.Least, scalar.Most);
            return Lift([.. arguments.Select(EvaluateAndRead)], scalar.Compute);
        }
        return CallLazy(name, arguments) ?? CallAggregate(name, arguments) ?? CallLookup(name, arguments) ?? throw new Unsupported($"the function {name}");
    }

    // Excel does not take such a formula at all.
    private static void CheckCount(int count, int least, int most)
    {
        if (count < least || count > most) throw new FormulaError(ErrorKind.Value);
    }

    // Evaluates nothing that is not taken.
    private Operand? CallLazy(string name, IReadOnlyList<SyntaxNode> arguments)
    {
        switch (name)
        {
            case "IF":
                CheckCount(arguments.Count, 2, 3);
                return Choose(Evaluate(arguments[0]), () => Evaluate(arguments[1]), () => arguments.Count > 2 ? Evaluate(arguments[2]) : new Single(false));
            case "IFS":
                CheckCount(arguments.Count, 2, 254);
                return Ifs(arguments, 0);
            case "IFERROR":
                CheckCount(arguments.Count, 2, 2);
                var value = ReadAll(Evaluate(arguments[0]));
                return Choose(Map(value, v => v.Kind == CellValueKind.Error), () => Evaluate(arguments[1]), () => value);
            case "CHOOSE":
                CheckCount(arguments.Count, 2, 255);
                return Pick(Lift([Evaluate(arguments[0])], a => Convert.ToInteger(a[0])), arguments, 1);
            case "SWITCH":
                CheckCount(arguments.Count, 3, 254);
                return Switch(ReadAll(Evaluate(arguments[0])), arguments, 1);
            default:
                return null;
        }
    }

    private Operand Ifs(IReadOnlyList<SyntaxNode> arguments, int at)
    {
        if (at + 1 >= arguments.Count) return new Single(at < arguments.Count ? ErrorKind.Value : ErrorKind.NotAvailable);
        return Choose(Evaluate(arguments[at]), () => Evaluate(arguments[at + 1]), () => Ifs(arguments, at + 2));
    }

    private Operand Switch(Operand value, IReadOnlyList<SyntaxNode> arguments, int at)
    {
        if (at == arguments.Count) return new Single(ErrorKind.NotAvailable);
        if (at + 1 == arguments.Count) return value is Single { Value.Kind: CellValueKind.Error } ? value : Evaluate(arguments[at]);
        var isEqual = Lift([value, Evaluate(arguments[at])], a => Arithmetic.Compare(a[0], a[1]) == 0);
        return Choose(isEqual, () => Evaluate(arguments[at + 1]), () => Switch(value, arguments, at + 2));
    }

    private Operand Pick(Operand index, IReadOnlyList<SyntaxNode> arguments, int at)
    {
        if (index is Single { Value: var only })
        {
            var number = Convert.ToNumber(only);
            return number >= 1 && number < arguments.Count ? Evaluate(arguments[(int)number]) : throw new FormulaError(ErrorKind.Value);
        }
        if (at == arguments.Count) return Map(index, v => v.Kind == CellValueKind.Error ? v : ErrorKind.Value);
        return Choose(Lift([index], a => Convert.ToNumber(a[0]) == at), () => Evaluate(arguments[at]), () => Pick(index, arguments, at + 1));
    }

    // A single condition takes one side as it is, even if that is a reference; an array takes element by element of the sides it needs.
    private Operand Choose(Operand condition, Func<Operand> then, Func<Operand> otherwise)
    {
        var conditions = Lift([condition], a => Convert.ToLogical(a[0]));
        if (conditions is Single { Value: var only }) return only.Kind == CellValueKind.Error ? conditions : only.AsLogical() ? then() : otherwise();
        var values = ((Grid)conditions).Values.Cast<CellValue>().ToArray();
        var left = values.Contains(true) ? ReadAll(then()) : new Single(default);
        var right = values.Contains(false) ? ReadAll(otherwise()) : new Single(default);
        return Lift([conditions, left, right], a => Convert.ToLogical(a[0]) ? a[1] : a[2]);
    }

    // A reference as its values, errors included.
    private Operand ReadAll(Operand operand) => ResolveOrError(operand);

    private Operand Map(Operand operand, Func<CellValue, CellValue> map) => Lift([operand], a => map(a[0]));

    private Single? CallAggregate(string name, IReadOnlyList<SyntaxNode> arguments)
    {
        switch (name)
        {
            case "SUM" or "AVERAGE" or "MIN" or "MAX" or "PRODUCT":
                CheckCount(arguments.Count, 1, 255);
                // An argument that was left out is 0, but no factor.
                return new Single(Aggregate(name, [.. Items(arguments).Where(i => name != "PRODUCT" || !i.IsDirect || !i.Value.IsBlank).SelectMany(Numbers)]));
            case "COUNT":
                CheckCount(arguments.Count, 1, 255);
                return new Single(Items(arguments).Count(i => i.Value.Kind == CellValueKind.Number
                    || (i.IsDirect && (i.Value.Kind != CellValueKind.Text ? i.Value.Kind != CellValueKind.Error : Convert.TryParse(i.Value.AsText(), out _)))));
            case "COUNTA":
                CheckCount(arguments.Count, 1, 255);
                return new Single(Items(arguments).Count(i => i.IsDirect || !i.Value.IsBlank));
            case "AND" or "OR":
                CheckCount(arguments.Count, 1, 255);
                var logicals = Items(arguments).SelectMany(Logicals).ToArray();
                return new Single(logicals.Length == 0 ? ErrorKind.Value : name == "AND" ? logicals.All(l => l) : logicals.Any(l => l));
            case "SUMPRODUCT":
                CheckCount(arguments.Count, 1, 255);
                return new Single(SumProduct(arguments));
            default:
                return null;
        }
    }

    // All values of all arguments; everything is read before anything is looked at. What is given directly is converted where what stands in
    // cells and arrays is left out.
    private List<(CellValue Value, bool IsDirect)> Items(IReadOnlyList<SyntaxNode> arguments)
    {
        var items = new List<(CellValue, bool)>();
        foreach (var argument in arguments)
        {
            switch (Evaluate(argument))
            {
                case Single single:
                    items.Add((single.Value, true));
                    break;
                case Grid grid:
                    items.AddRange(grid.Values.Cast<CellValue>().Select(v => (v, false)));
                    break;
                case Areas areas:
                    foreach (var area in areas.Parts) items.AddRange(Read(area).Values.Cast<CellValue>().Select(v => (v, false)));
                    break;
            }
        }
        return items;
    }

    private static IEnumerable<double> Numbers((CellValue Value, bool IsDirect) item) =>
        item.IsDirect || item.Value.Kind is CellValueKind.Number or CellValueKind.Error ? [Convert.ToNumber(item.Value)] : [];

    // Text that is no logical is left out even where it is given directly.
    private static IEnumerable<bool> Logicals((CellValue Value, bool IsDirect) item) => item switch
    {
        { IsDirect: false, Value.Kind: CellValueKind.Text or CellValueKind.Blank } => [],
        { Value.Kind: CellValueKind.Text } => bool.TryParse(item.Value.AsText(), out var logical) ? [logical] : [],
        _ => [Convert.ToLogical(item.Value)],
    };

    private static CellValue Aggregate(string name, double[] numbers) => name switch
    {
        "SUM" => numbers.Sum(),
        "AVERAGE" => numbers.Length == 0 ? ErrorKind.Div0 : numbers.Average(),
        "MIN" => numbers.DefaultIfEmpty().Min(),
        "MAX" => numbers.DefaultIfEmpty().Max(),
        _ => numbers.Length == 0 ? 0 : numbers.Aggregate(1.0, (a, b) => a * b),
    };

    // Everything but numbers counts as zero, even a logical; errors stay errors.
    private CellValue SumProduct(IReadOnlyList<SyntaxNode> arguments)
    {
        var intersects = _intersects;
        _intersects = false;
        var factors = arguments.Select(a => AsGrid(Evaluate(a))).ToArray();
        _intersects = intersects;
        // A single text or blank is no array of which it could be left out.
        if (factors.Any(f => f.Values.Length == 1 && f.Values[0, 0].Kind is CellValueKind.Text or CellValueKind.Blank)) return ErrorKind.Value;
        if (factors.Any(f => f.Rows != factors[0].Rows || f.Columns != factors[0].Columns)) return ErrorKind.Value;
        var sum = 0.0;
        for (var row = 0; row < factors[0].Rows; row++)
            for (var column = 0; column < factors[0].Columns; column++)
                sum += factors.Aggregate(1.0, (product, f) => product * (f.Values[row, column].Kind is CellValueKind.Number or CellValueKind.Error ? Convert.ToNumber(f.Values[row, column]) : 0));
        return sum;
    }

    private Grid AsGrid(Operand operand) => operand switch
    {
        Areas areas => Read(areas.Only),
        Grid grid => grid,
        _ => Grid.Of(1, 1, (_, _) => ((Single)operand).Value),
    };

    private static CellValue Modulo(double number, double divisor)
    {
        if (divisor == 0) return ErrorKind.Div0;
        var rest = number % divisor;
        return rest != 0 && rest < 0 != divisor < 0 ? rest + divisor : rest;
    }

    private static int Places(CellValue[] a) => a.Length < 2 ? 0 : (int)Math.Clamp(Math.Truncate(Convert.ToNumber(a[1])), -400, 400);

    private static int Count(CellValue[] a) => a.Length < 2 ? 1 : Convert.ToInteger(a[1]);

    private static CellValue Part(string text, int start, int count)
    {
        if (count < 0) return ErrorKind.Value;
        start = Math.Clamp(start, 0, text.Length);
        return text.Substring(start, Math.Min(count, text.Length - start));
    }

    private static CellValue Middle(string text, int start, int count) => start < 1 ? ErrorKind.Value : Part(text, start - 1, count);
}
