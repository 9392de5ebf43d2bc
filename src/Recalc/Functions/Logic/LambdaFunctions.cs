using Recalc.Values;

namespace Recalc.Functions.Logic;

/// <summary>The functions that call lambdas.</summary>
internal static class LambdaFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "MAP", Map },
        { "REDUCE", (a, _) => Fold(a, null) },
        { "SCAN", Scan },
        { "BYROW", (a, site) => ByLine(a, site, isRow: true) },
        { "BYCOL", (a, site) => ByLine(a, site, isRow: false) },
        { "MAKEARRAY", Make },
        { "ISOMITTED", (a, _) => a[0].IsOmitted },
    };

    private static Operand Map(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (arguments[^1].FunctionOrNull is not { } function) return NoFunction(arguments[^1]);
        var (rows, columns) = (1, 1);
        foreach (ref readonly var array in arguments[..^1])
            if (array.Grid is { } grid) (rows, columns) = (Math.Max(rows, grid.Rows), Math.Max(columns, grid.Columns));
        if (!site.TryChargeMemory((long)rows * columns)) return site.OverMemory;
        return Operand.Loop(new MapLoop(function, arguments[..^1].ToArray(), rows, columns));
    }

    private static Operand Scan(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        var (rows, columns) = arguments[1].Grid is { } grid ? (grid.Rows, grid.Columns) : (1, 1);
        return site.TryChargeMemory((long)rows * columns) ? Fold(arguments, new CellValue[(long)rows * columns]) : site.OverMemory;
    }

    private static Operand Fold(ReadOnlySpan<Operand> arguments, CellValue[]? steps)
    {
        if (arguments[2].FunctionOrNull is not { } function) return NoFunction(arguments[2]);
        return Operand.Loop(new FoldLoop(function, arguments[0], arguments[1], steps));
    }

    private static Operand ByLine(ReadOnlySpan<Operand> arguments, CallSite site, bool isRow)
    {
        if (arguments[1].FunctionOrNull is not { } function) return NoFunction(arguments[1]);
        var count = arguments[0].Grid is { } grid ? isRow ? grid.Rows : grid.Columns : 1;
        return site.TryChargeMemory(count) ? Operand.Loop(new LineLoop(function, arguments[0], count, isRow)) : site.OverMemory;
    }

    private static Operand Make(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryWhole(site, out var rows, out var failure) || !arguments[1].TryWhole(site, out var columns, out failure)) return failure;
        if (arguments[2].FunctionOrNull is not { } function) return NoFunction(arguments[2]);
        if (rows < 1 || columns < 1) return ErrorKind.Value;
        if (!site.TryChargeMemory((long)rows * columns)) return site.OverMemory;
        return Operand.Loop(new MakeLoop(function, rows, columns));
    }

    private static Operand NoFunction(in Operand argument) => argument.IsError ? argument : ErrorKind.Value;
}
