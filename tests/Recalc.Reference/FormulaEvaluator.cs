using System.Text.RegularExpressions;
using Recalc.Addressing;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Reference;

/// <summary>Walks the tree of the formula of one cell, operands from left to right.</summary>
internal sealed partial class FormulaEvaluator(ReferenceReading reading, CellKey cell, bool isImplicit)
{

    // Within SUMPRODUCT even formulas of the implicit flavor make arrays of ranges.
    private bool _intersects = isImplicit;

    /// <summary>The value that the cell shows, and the array of which it is the first element, if it is one.</summary>
    public (CellValue Value, Grid? Array) Compute(SyntaxTree tree)
    {
        if (tree.Diagnostics.Count > 0) return (ErrorKind.Name, null);
        CellValue value;
        Grid? array = null;
        try
        {
            // Excel makes a sum or difference that is zero but for rounding zero, if it is the last thing that the formula does.
            var result = tree.Root.Kind is SyntaxKind.Add or SyntaxKind.Subtract
                ? Binary(tree.Root, tree.Root.Kind == SyntaxKind.Add ? Arithmetic.AddLast : Arithmetic.SubtractLast)
                : Evaluate(tree.Root);
            var resolved = Resolve(result);
            array = resolved as Grid;
            value = array?.Values[0, 0] ?? ((Single)resolved).Value;
        }
        catch (FormulaError error)
        {
            value = error.Kind;
        }
        return (value.IsBlank ? 0 : value, array);                              // =A1 of a blank is 0
    }

    private Operand Evaluate(SyntaxNode node) => ReferenceReading.OnDeepStack(() =>
    {
        try
        {
            return EvaluateHere(node);
        }
        catch (FormulaError error)
        {
            return new Single(error.Kind);
        }
    });

    private Operand EvaluateHere(SyntaxNode node) => node.Kind switch
    {
        SyntaxKind.Missing => new Single(default),
        SyntaxKind.Number or SyntaxKind.Text or SyntaxKind.Logical or SyntaxKind.Error => new Single(Literal(node)),
        SyntaxKind.Array => ArrayConstant(node),
        SyntaxKind.Parenthesized => Evaluate(node.Children[0]),
        SyntaxKind.Reference => Reference(node),
        SyntaxKind.Name => Name(node),
        SyntaxKind.Range => Join(node, (a, b) => a.Union(b)),
        SyntaxKind.Intersection => Join(node, (a, b) => a.TryIntersect(b, out var common) ? common : throw new FormulaError(ErrorKind.Null)),
        SyntaxKind.Union => new Areas([.. node.Children.SelectMany(c => Reference(Evaluate(c)).Parts)]),
        SyntaxKind.ImplicitIntersection => Intersect(Evaluate(node.Children[0])),
        SyntaxKind.SpillRange => SpillRange(Reference(Evaluate(node.Children[0])).Only),
        SyntaxKind.UnaryPlus => Evaluate(node.Children[0]),                     // changes nothing, not even text
        SyntaxKind.Negate => Lift([Evaluate(node.Children[0])], a => -Convert.ToNumber(a[0])),
        SyntaxKind.Percent => Lift([Evaluate(node.Children[0])], a => Convert.ToNumber(a[0]) / 100),
        SyntaxKind.Call => Call(node),
        _ => Arithmetic.Operators.TryGetValue(node.Kind, out var binary) ? Binary(node, binary) : throw new Unsupported(node.Kind.ToString()),
    };

    private Operand Binary(SyntaxNode node, Func<CellValue, CellValue, CellValue> compute)
    {
        var operands = node.Children;
        return Lift([EvaluateAndRead(operands[0]), EvaluateAndRead(operands[1])], a => compute(a[0], a[1]));
    }

    // An operand is read before the next is evaluated.
    private Operand EvaluateAndRead(SyntaxNode node) => ResolveOrError(Evaluate(node));

    private static CellValue Literal(SyntaxNode node)
    {
        var text = node.Token!.Value.ToString();
        return node.Kind switch
        {
            SyntaxKind.Number => Convert.TryParseNumber(text, out var number) ? number : ErrorKind.Num,
            SyntaxKind.Text => text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal),
            SyntaxKind.Logical => text.Equals("TRUE", StringComparison.OrdinalIgnoreCase),
            _ => ErrorText.TryParse(text, out var error) ? error : throw new Unsupported(text),
        };
    }

    private Grid ArrayConstant(SyntaxNode node)
    {
        var rows = node.Children.Select(r => r.Children.Select(e => ((Single)Evaluate(e)).Value).ToArray()).ToArray();
        return Grid.Of(rows.Length, rows.Max(r => r.Length), (r, c) => c < rows[r].Length ? rows[r][c] : ErrorKind.NotAvailable);
    }

    private Areas Reference(SyntaxNode node)
    {
        if (!CellRange.TryParse(node.Token!.Value.ToString(), null, out var range)) throw new Unsupported(node.ToString());
        return new Areas([new Area(SheetOf(node), range)]);
    }

    private int SheetOf(SyntaxNode node)
    {
        if (node.Qualifier is not { } qualifier) return cell.Sheet;
        var name = qualifier.ToString()[..^1];
        if (name.StartsWith('\'')) name = name[1..^1].Replace("''", "'", StringComparison.Ordinal);
        if (name.AsSpan().ContainsAny('[', ':')) throw new Unsupported($"the reference {node}");      // no sheet's name has these
        return reading.Workbook.TryFindSheet(name, out var sheet) ? sheet : throw new FormulaError(ErrorKind.Ref);
    }

    private Operand Name(SyntaxNode node)
    {
        if (node.Qualifier is not null) throw new Unsupported($"the name {node}");
        var tree = reading.Workbook.FindName(node.ToString()) ?? throw new FormulaError(ErrorKind.Name);
        // A1 of a name moves with the cell; only $A$1 is followed.
        var relative = tree.Tokens.Any(t => t.Kind == TokenKind.Reference && RelativePart().IsMatch(t.ToString()));
        if (relative || tree.Diagnostics.Count > 0) throw new Unsupported($"the name {node}");
        return Evaluate(tree.Root);
    }

    [GeneratedRegex(@"(?<![$A-Za-z0-9])[A-Za-z0-9]|[A-Za-z][0-9]")]
    private static partial Regex RelativePart();

    private Areas Join(SyntaxNode node, Func<CellRange, CellRange, CellRange> join)
    {
        var (left, right) = (Reference(Evaluate(node.Children[0])).Only, Reference(Evaluate(node.Children[1])).Only);
        if (left.Sheet != right.Sheet) throw new FormulaError(ErrorKind.Value);
        return new Areas([new Area(left.Sheet, join(left.Range, right.Range))]);
    }

    private Areas SpillRange(Area area)
    {
        var range = area.Range.Count == 1 ? reading.SpillOf(new CellKey(area.Sheet, area.Range.First)) : null;
        return new Areas([area with { Range = range ?? throw new FormulaError(ErrorKind.Ref) }]);
    }

    private static Areas Reference(Operand operand) => operand switch
    {
        Areas areas => areas,
        Single { Value.Kind: CellValueKind.Error } single => throw new FormulaError(single.Value.AsError()),
        _ => throw new FormulaError(ErrorKind.Value),
    };

    // Of a column the cell in the own row, of a row that in the own column; of an array the first element.
    private Operand Intersect(Operand operand)
    {
        if (operand is Grid grid) return new Single(grid.Values[0, 0]);
        if (operand is not Areas areas) return operand;
        var (range, own) = (areas.Only.Range, cell.Address);
        var column = range.Columns == 1 ? range.First.Column : own.Column;
        var row = range.Rows == 1 ? range.First.Row : own.Row;
        var common = new CellAddress(column, row);
        if (!range.Contains(common)) throw new FormulaError(ErrorKind.Value);
        return new Areas([new Area(areas.Only.Sheet, new CellRange(common))]);
    }

    // Reads a reference: a cell gives a single value, a larger rectangle an array.
    private Operand Resolve(Operand operand)
    {
        if (operand is Areas { Parts.Count: 1 } many && many.Only.Range.Count > 1 && _intersects) operand = Intersect(operand);
        if (operand is not Areas areas) return operand;
        var grid = Read(areas.Only);
        return areas.Only.Range.Count == 1 ? new Single(grid.Values[0, 0]) : grid;
    }

    // All cells of a rectangle, in column, then row order: cycles are found in this order.
    private Grid Read(Area area)
    {
        var range = Used(area.Range);
        return Grid.Of(range.Rows, range.Columns, (r, c) => reading.Get(new CellKey(area.Sheet, new CellAddress(range.First.Column + c, range.First.Row + r))));
    }

    // What goes to the end of the sheet goes to the end of what is used (on any sheet, so that whole columns stay equally long).
    private CellRange Used(CellRange range)
    {
        var (column, row) = (range.Last.Column, range.Last.Row);
        if (column == SheetLimits.Columns - 1) column = Math.Max(range.First.Column, reading.LastUsed.Column);
        if (row == SheetLimits.Rows - 1) row = Math.Max(range.First.Row, reading.LastUsed.Row);
        return new CellRange(range.First, new CellAddress(column, row));
    }

    // Applies a function of single values: to arrays element by element, where a single row or column is repeated.
    private Operand Lift(IReadOnlyList<Operand> operands, Func<CellValue[], CellValue> compute)
    {
        var resolved = operands.Select(ResolveOrError).ToArray();
        var grids = resolved.OfType<Grid>().ToArray();
        if (grids.Length == 0) return new Single(Apply(0, 0));
        return Grid.Of(grids.Max(g => g.Rows), grids.Max(g => g.Columns), Apply);

        CellValue Apply(int row, int column)
        {
            try
            {
                return compute([.. resolved.Select(o => o is Grid g ? g.Broadcast(row, column) : ((Single)o).Value)]);
            }
            catch (FormulaError error)
            {
                return error.Kind;
            }
        }
    }

    // A reference that cannot be read is an error among the operands, and no reason not to look at the others.
    private Operand ResolveOrError(Operand operand)
    {
        try
        {
            return Resolve(operand);
        }
        catch (FormulaError error)
        {
            return new Single(error.Kind);
        }
    }

    private CellValue ValueOf(Operand operand) => Resolve(operand) switch { Grid grid => grid.Values[0, 0], var single => ((Single)single).Value };
}
