using System.Buffers;
using Recalc.Functions;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <summary>
/// Operators and functions of single values over arrays and areas, element by element. The result is as large as the largest operand;
/// only what is used of the operands is looked at. Memory and steps are charged before; nothing but the result is allocated.
/// </summary>
internal static class Lifting
{
    /// <summary>As <see cref="Operators.Unary"/>.</summary>
    public static Operand Unary(SyntaxKind kind, in Operand operand, CallSite site)
    {
        // The values stay, but a range is an array from there on.
        if (kind == SyntaxKind.UnaryPlus)
        {
            if (operand.AreaOrNull is not { } area) return operand;
            return site.TryChargeMemory((long)area.UsedRows * area.UsedColumns) ? Operand.Array(ArrayValue.Of(area)) : site.OverMemory;
        }
        var lifted = new LiftedOperand(operand);
        return Compute(LiftedShape.Of(lifted), new UnaryElements(kind, lifted, site), site);
    }

    /// <summary>As <see cref="Operators.Binary"/>.</summary>
    public static Operand Binary(SyntaxKind kind, in Operand left, in Operand right, bool isLast, CallSite site)
    {
        var (first, second) = (new LiftedOperand(left), new LiftedOperand(right));
        var shape = LiftedShape.Of(first, second);
        if (shape.UsedRows >= LiftedLanes.FewestRows && kind != SyntaxKind.Concatenate)
            return LiftedLanes.Binary(kind, first, second, isLast, shape, site);
        return Compute(shape, new BinaryElements(kind, first, second, isLast, site), site);
    }

    /// <summary>
    /// One value or another, by conditions. A condition that is an error, or a text other than a logical's, gives an error.
    /// </summary>
    public static Operand Select(in Operand conditions, in Operand whenTrue, in Operand whenFalse, CallSite site)
    {
        var (condition, first, second) = (new LiftedOperand(conditions), new LiftedOperand(whenTrue), new LiftedOperand(whenFalse));
        var shape = second.Widen(first.Widen(condition.Widen(default)));
        shape = second.Use(first.Use(condition.Use(shape)));
        return Compute(shape, new SelectElements(condition, first, second), site);
    }

    /// <summary>
    /// Calls a function once an element. When one of the calls is blocked the others are made nonetheless, so that all that they ask for
    /// is known, and the result is blocked.
    /// </summary>
    /// <param name="body">The function.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="lifted">For each argument, whether it is replaced by its elements; others are passed on as they are.</param>
    /// <param name="site">Where the formula stands.</param>
    public static Operand Call(FunctionBody body, ReadOnlySpan<Operand> arguments, ReadOnlySpan<bool> lifted, CallSite site) =>
        Call(body, arguments, lifted, site, makesAreas: false);

    /// <summary>As <see cref="Call(FunctionBody, ReadOnlySpan{Operand}, ReadOnlySpan{bool}, CallSite)"/>; elements that are references stay so.</summary>
    public static Operand CallForAreas(FunctionBody body, ReadOnlySpan<Operand> arguments, ReadOnlySpan<bool> lifted, CallSite site) =>
        Call(body, arguments, lifted, site, makesAreas: true);

    private static Operand Call(
        FunctionBody body, ReadOnlySpan<Operand> arguments, ReadOnlySpan<bool> lifted, CallSite site, bool makesAreas)
    {
        var operands = ArrayPool<LiftedOperand>.Shared.Rent(arguments.Length);
        var elements = ArrayPool<Operand>.Shared.Rent(arguments.Length);
        try
        {
            for (var i = 0; i < arguments.Length; i++) operands[i] = lifted[i] ? new LiftedOperand(arguments[i]) : default;
            arguments.CopyTo(elements);
            var shape = LiftedShape.Of(operands.AsSpan(0, arguments.Length));
            var calls = new CallElements(body, operands.AsSpan(0, arguments.Length), lifted, elements.AsSpan(0, arguments.Length), site);
            return makesAreas ? ComputeAreas(shape, calls, site) : Compute(shape, calls, site);
        }
        finally
        {
            ArrayPool<LiftedOperand>.Shared.Return(operands, clearArray: true);
            ArrayPool<Operand>.Shared.Return(elements, clearArray: true);
        }
    }

    private static Operand ComputeAreas(LiftedShape shape, CallElements calls, CallSite site)
    {
        if (!shape.IsArray) return calls.At(0, 0);
        if (!site.TryChargeSteps(shape.UsedCount)) return site.OverSteps;
        if (shape.UsedCount > Array.MaxLength || !site.TryChargeMemory(shape.UsedCount)) return site.OverMemory;
        var elements = new Operand[shape.UsedCount];
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = calls.At(i / shape.UsedColumns, i % shape.UsedColumns);
            if (elements[i].IsBlocked) return Operand.Blocked;
        }
        var fill = calls.At(shape.Rows - 1, shape.Columns - 1);
        if (fill.IsBlocked) return Operand.Blocked;
        return Operand.Array(new AreaArray(shape.Rows, shape.Columns, shape.UsedRows, shape.UsedColumns, elements, fill));
    }

    private static Operand Compute<TOperation>(LiftedShape shape, TOperation operation, CallSite site)
        where TOperation : IElementOperation, allows ref struct
    {
        if (!shape.IsArray) return operation.At(0, 0);
        if (!TryAllocate(shape, site, out var values, out var error)) return error;
        var isBlocked = false;
        var next = 0;
        for (var row = 0; row < shape.UsedRows; row++)
        {
            for (var column = 0; column < shape.UsedColumns; column++)
                values[next++] = Single(operation.At(row, column), ref isBlocked, site);
        }
        // Past the corner all elements are what the last one is.
        var fill = CellValue.Blank;
        if (shape.UsedRows < shape.Rows || shape.UsedColumns < shape.Columns)
            fill = Single(operation.At(shape.Rows - 1, shape.Columns - 1), ref isBlocked, site);
        if (isBlocked) return Operand.Blocked;
        return Operand.Array(new ArrayValue(shape.Rows, shape.Columns, shape.UsedRows, shape.UsedColumns, values, fill));
    }

    /// <summary>Room for the used corner of a shape; false with the error of a formula that asks too much.</summary>
    internal static bool TryAllocate(LiftedShape shape, CallSite site, out CellValue[] values, out Operand error)
    {
        (values, error) = ([], default);
        if (!site.TryChargeSteps(shape.UsedCount)) error = site.OverSteps;
        else if (shape.UsedCount > Array.MaxLength || !site.TryChargeMemory(shape.UsedCount)) error = site.OverMemory;
        else
        {
            if (shape.UsedCount > 0) values = new CellValue[shape.UsedCount];
            return true;
        }
        return false;
    }

    // An element is a single value: of an array or area its first.
    private static CellValue Single(in Operand element, ref bool isBlocked, CallSite site)
    {
        isBlocked |= element.IsBlocked || (element.AreaOrNull is { } area && !site.Demand(area));
        if (isBlocked) return default;
        return element.Grid is { } grid ? grid[0, 0] : element.Value;
    }
}
