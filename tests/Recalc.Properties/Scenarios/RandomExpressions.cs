using Recalc.Addressing;
using Recalc.Properties.Expressions;

namespace Recalc.Properties.Scenarios;

/// <summary>Makes formulas whose references stay on a small part of a sheet, more or less wild.</summary>
internal sealed class RandomExpressions(Random random, string[] sheets, int columns, int top, int rows, bool spills)
{
    private const int Deepest = 3;

    private static readonly string[] Operators = ["MOD({0}+{1},10)", "{0}+{1}", "({0}-{1})", "MOD({0}*{1},10)", "({0}+({1}))", "-{0}+{1}"];
    private static readonly string[] Comparisons = ["({0}>{1})", "({0}={1})", "({0}<={1})", "({0}<>{1})"];
    private static readonly string[] Scalars =
    [
        "MIN({0},{1})", "MAX({0},{1})", "ROUND({0}/4,0)", "ABS({0})", "INT({0}/3)", "MOD({0},3)", "LEN({0}&\"x\")", "LEFT({0}&\"ab\",2)", "NOT({0})", "AND({0},{1})",
        "OR({0},{1})", "({0}&{1})", "MID({0}&\"12\",1,1)", "RIGHT({0},1)", "SUM({0},{1})", "COUNT({0},{1})", "{0}/{1}*0",
    ];
    private static readonly string[] Ranges =
    [
        "SUM({0})", "SUM({0})", "SUM({0})", "MOD(SUM({0}),10)", "COUNT({0})", "COUNTA({0})", "MIN({0})", "MAX({0})", "ROUND(AVERAGE({0}),0)", "COUNTIF({0},\">4\")",
        "SUMIF({0},\"<5\")", "COUNTIF({0},{1})", "SUMIF({0},{1})", "INDEX({0},1,1)", "IFERROR(MATCH({1},{0},0),0)", "IFERROR(VLOOKUP({1},{0},1,FALSE),7)",
        "SUMPRODUCT({0},{0})", "SUM({0},{1})", "{1}+SUM({0})", "SUMPRODUCT(({0}>3)*1)", "SUM(IF({0}>{1},1,0))", "IFERROR(INDEX({0},MAX({1},1),1),2)",
    ];
    private static readonly string[] Branches =
    [
        "IF({0},{1},{2})", "IF({0},{1},{2})", "IF({0},{1},{2})", "IF({0}>4,{1},{2})", "IF({0},{1})", "IFERROR({0},{1})", "IFERROR({0},{1})", "CHOOSE(MOD({0},2)+1,{1},{2})",
        "CHOOSE({0},{1},{2})", "SWITCH({0},1,{1},{2})", "SWITCH({0},{1},{2},0)", "IFS({0},{1},TRUE,{2})",
    ];

    // {0} decides, {1} is the column that is reached, {2} and {3} its first and last row; the cells that may be reached are a part that is not written.
    private static readonly string[] Dynamic =
    [
        "INDIRECT(\"{1}\"&(MOD(SUM({0}),8)+{2}))", "OFFSET(${1}${2},MOD(SUM({0}),8),0)", "SUM(OFFSET(${1}${2},0,0,MOD(SUM({0}),8)+1,1))",
        "SUM(${1}${2}:INDEX(${1}${2}:${1}${3},MOD(SUM({0}),8)+1))", "SUM(INDIRECT(\"{1}{2}:{1}\"&(MOD(SUM({0}),8)+{2})))", "IF(SUM({0}),OFFSET(${1}${2},1,0),INDIRECT(\"{1}{3}\"))",
    ];

    // What spills: {0} is a range, {1} a cell.
    private static readonly string[] Arrays =
    [
        "{0}*1", "{0}&\"\"", "IF({0}>3,{0},{1})", "SEQUENCE(MOD(SUM({0}),5))", "SEQUENCE(MOD(SUM({0}),4)+1,2)", "SEQUENCE({1})", "TRANSPOSE({0})",
        "IFERROR({0}/{1},9)", "IF({1}>3,{0},7)", "SEQUENCE(MOD(SUM({1}),3)+1)+{1}",
    ];

    // What reads spills: {0} is a cell, {1} a range.
    private static readonly string[] Readers = ["{0}", "SUM({1})", "COUNTA({1})", "SUM({0}#)", "COUNT({0}#)", "IF(COUNT({1})>3,{0},5)", "SUM(IFERROR({0}#,4))"];

    /// <summary>How many columns to the right of the others are there for spills; what reads them stands in the next one.</summary>
    public const int SpillColumns = 4;

    /// <summary>How often a reference goes anywhere, not to columns further left and earlier rows.</summary>
    private readonly double _wild = random.GetItems([0, 0, .1, .5, 1], 1)[0];

    /// <summary>How often a formula makes references while it runs.</summary>
    private readonly double _dynamic = random.GetItems([0, 0, .05, .15], 1)[0];

    /// <summary>Where recurrences look: 1 up, -1 down.</summary>
    private readonly int _up = random.GetItems([1, 1, -1], 1)[0];

    /// <summary>True when formulas have neither lazy branches nor functions: recurrences of numbers.</summary>
    private readonly bool _isPlain = random.Next(4) == 0;

    /// <summary>The names that formulas use.</summary>
    public string[] Names { get; } = random.Next(4) == 0 ? ["first_name", "other_name"] : [];

    public Expression Formula(CellAddress cell) => _isPlain ? Plain(cell, 0) : Make(cell, 0);

    /// <summary>A formula that spills: it looks at columns to the left of the cell.</summary>
    public Expression Array(CellAddress cell)
    {
        var isFar = cell.Column > columns && random.Next(4) == 0;
        var (first, count) = isFar ? (columns, cell.Column - columns) : (0, columns);
        var (column, row) = (first + Any(count), top + Any(rows));
        var range = new CellReference(null, FixedBetween(column, Math.Min(first + count - 1, column + Pick(0, 0, 1))), FixedBetween(row, row + Pick(1, 1, 2, 4)), true);
        return new Form(Pick(Arrays), range, CellReference.ToCell(Fixed(first + Any(count)), Fixed(top + Any(rows))));
    }

    /// <summary>A formula that reads the columns in which spills lie.</summary>
    /// <param name="anchor">A cell that may spill; null when there is none.</param>
    public Expression Reader(CellAddress? anchor)
    {
        var (column, row) = anchor is { } cell && random.Next(2) == 0 ? (cell.Column, cell.Row) : (columns + Any(SpillColumns), top + Any(rows));
        var wide = new CellReference(
            null, FixedBetween(Math.Min(column, columns + Any(SpillColumns)), column), FixedBetween(top + Any(rows), row), true);
        return new Form(Pick(Readers), CellReference.ToCell(Fixed(column), Fixed(row)), wide);
    }

    /// <summary>What a name stands for: fixed references only.</summary>
    public Expression Definition() => random.Next(3) switch
    {
        0 => new Literal(random.Next(10).ToString(null, null)),
        1 => CellReference.ToCell(Fixed(Any(columns)), Fixed(top + Any(rows)), Pick(sheets)),
        _ => new Form("MOD(SUM({0}),10)", new CellReference(Pick(sheets), Fixed(Any(columns)), FixedBetween(top + Any(rows), top + Any(rows)), true)),
    };

    private Expression Plain(CellAddress cell, int depth)
    {
        if (depth > 1 || random.NextDouble() < .3) return random.NextDouble() < .9 ? Single(cell) : Constant();
        return new Form(Pick("{0}+{1}", "{0}+{1}", "{0}-{1}", "({0}+{1})", "{0}*1+{1}", "{0}/1", "{0}*0+{1}"), Plain(cell, depth + 1), Plain(cell, depth + 1));
    }

    private Expression Make(CellAddress cell, int depth)
    {
        var chance = random.NextDouble();
        if (depth == Deepest || chance < .28) return random.NextDouble() < .85 ? Single(cell) : Constant();
        if (chance < .42) return new Form(Pick(Ranges), Range(cell), random.Next(2) == 0 ? Single(cell) : Constant());
        if (chance < .60) return Of(Operators, cell, depth);
        if (chance < .64) return Of(Comparisons, cell, depth);
        if (chance < .72) return Of(Scalars, cell, depth);
        if (chance < .75 && Names.Length > 0) return new Name(Pick(Names));
        if (chance > 1 - _dynamic) return MakeReference(cell, depth);
        return Of(Branches, cell, depth);
    }

    private Form MakeReference(CellAddress cell, int depth)
    {
        var column = Any(random.NextDouble() < _wild ? columns : Math.Max(cell.Column, 1));
        var reach = new CellReference(null, Fixed(column), Axis.Fixed(top, top + 7), true);
        return new Form(Pick(Dynamic), Make(cell, depth + 1), new Literal($"{(char)('A' + column)}"), new Literal($"{top + 1}"), new Literal($"{top + 8}"), reach);
    }

    private Form Of(string[] templates, CellAddress cell, int depth)
    {
        var template = Pick(templates);
        var operands = template.Contains("{2}", StringComparison.Ordinal) ? 3 : template.Contains("{1}", StringComparison.Ordinal) ? 2 : 1;
        return new Form(template, [.. Enumerable.Range(0, operands).Select(_ => Make(cell, depth + 1))]);
    }

    private Literal Constant() => new(Pick("0", "1", "2", "3", "7", "TRUE", "\"a\"", "\"2\""));

    private CellReference Single(CellAddress cell)
    {
        while (true)
        {
            var reference = random.NextDouble() < _wild ? CellReference.ToCell(SingleAxis(0, columns), SingleAxis(top, rows), Sheet()) : TameSingle();
            if (IsInside(reference, cell)) return reference;
        }
    }

    private CellReference TameSingle()
    {
        var chance = random.NextDouble();
        if (chance < .3) return CellReference.ToCell(Axis.Relative(-1, -1), SingleAxis(top, rows));
        if (chance < .6) return CellReference.ToCell(Fixed(0), SingleAxis(top, rows), Sheet());
        var column = Pick(0, 0, 0, -1, 1);
        var row = Pick(-1, -1, -1, -2, -3) * _up;
        return CellReference.ToCell(Axis.Relative(column, column), Axis.Relative(row, row));
    }

    private CellReference Range(CellAddress cell)
    {
        while (true)
        {
            var reference = random.NextDouble() < _wild
                ? new CellReference(Sheet(), random.NextDouble() < .3 ? WideAxis(0, columns) : SingleAxis(0, columns), RowsOrAll(12), true)
                : TameRange();
            if (IsInside(reference, cell)) return reference;
        }
    }

    private CellReference TameRange()
    {
        var chance = random.NextDouble();
        if (chance < .3) return new CellReference(null, Axis.Relative(-1, -1), RowsOrAll(15), true);
        if (chance < .6) return new CellReference(null, Axis.Relative(-2, -1), WideAxis(top, rows), true);
        var column = Pick(0, 0, 0, -1, 1);
        var row = random.Next(2) == 0 ? Axis.Relative(-3 * _up, -_up) : new Axis(true, _up > 0 ? top : top + rows - 1, false, -_up);
        return new CellReference(null, Axis.Relative(column, column), row, true);
    }

    // Whole columns are slow for the oracle where they are long.
    private Axis? RowsOrAll(int one) => random.Next(top == 0 ? one : 10 * one) == 0 ? null : WideAxis(top, rows);

    private Axis SingleAxis(int first, int count)
    {
        if (random.NextDouble() >= .8) return Fixed(first + Any(count));
        var offset = Pick(0, -1, -1, 1);
        return Axis.Relative(offset, offset);
    }

    private Axis WideAxis(int first, int count)
    {
        var (a, b) = (first + Any(count), first + Any(count));
        return random.NextDouble() switch
        {
            < .35 => Axis.Relative(-random.Next(1, 4), Pick(-1, 0, 0, 1)),
            < .5 => FixedBetween(a, b),
            < .6 => Axis.Fixed(first, first + count - 1),
            < .85 => new Axis(true, a, false, Pick(-1, 0)),
            _ => new Axis(false, Pick(0, 1), true, b),
        };
    }

    private static Axis Fixed(int at) => Axis.Fixed(at, at);

    private static Axis FixedBetween(int a, int b) => Axis.Fixed(Math.Min(a, b), Math.Max(a, b));

    private bool IsInside(CellReference reference, CellAddress cell) =>
        reference.IsOnSheetAt(cell) && reference.RangeAt(cell).Last.Column < columns + (spills ? 0 : 2);

    private string? Sheet() => sheets.Length > 1 && random.Next(3) == 0 ? Pick(sheets) : null;

    private int Any(int count) => random.Next(count);

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];
}
