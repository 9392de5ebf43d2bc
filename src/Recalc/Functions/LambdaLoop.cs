using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Functions;

/// <summary>
/// The calls that a function such as MAP makes of a lambda, one after the other. Its body returns the loop, and the interpreter makes the
/// calls: a body that called would stand on the .NET stack below them. A loop that meets a cell that is not valid is begun anew.
/// </summary>
internal abstract class LambdaLoop(Callable function, int arity)
{
    /// <summary>What is called.</summary>
    public Callable Function => function;

    /// <summary>With how many arguments.</summary>
    public int Arity => arity;

    /// <summary>What the calls made; asked for at the end.</summary>
    public abstract Operand Result { get; }

    /// <summary>Writes the arguments of the next call; false at the end.</summary>
    public abstract bool TryNext(CallSite site, Span<Operand> arguments);

    /// <summary>Takes the result of the call: no area, or one whose cells are valid.</summary>
    public abstract void Take(in Operand result);

    /// <summary>The item of an argument at a row and column: a cell of an area as such; #N/A past the end.</summary>
    protected static Operand Item(in Operand argument, int row, int column, CallSite site)
    {
        if (argument.Grid is not { } grid) return row == 0 && column == 0 ? argument : ErrorKind.NotAvailable;
        if (row >= grid.Rows || column >= grid.Columns) return ErrorKind.NotAvailable;
        if (grid is not CellArea area) return grid.Element(row, column);
        var cell = new CellAddress(area.Range.First.Column + column, area.Range.First.Row + row);
        return Operand.Area(site.Area(area.Sheet, new CellRange(cell)));
    }

    /// <summary>The value of a result that is one item of an array; #CALC! when it is an array or a function.</summary>
    protected static CellValue Single(in Operand result)
    {
        if (result.Grid is { } grid) return grid.Count == 1 ? grid[0, 0] : ErrorKind.Calc;
        return result.FunctionOrNull is null ? result.Value : ErrorKind.Calc;
    }

    /// <summary>How many rows and columns an argument has.</summary>
    protected static (int Rows, int Columns) Shape(in Operand argument) => argument.Grid is { } grid ? (grid.Rows, grid.Columns) : (1, 1);
}
