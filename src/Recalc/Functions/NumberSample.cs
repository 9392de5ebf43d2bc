using System.Buffers;
using Recalc.Functions.Engineering;

namespace Recalc.Functions;

/// <summary>
/// The numbers among arguments, copied row by row to room that is borrowed until <see cref="Dispose"/>. What is given directly is
/// converted. Charged to steps and memory before it is copied.
/// </summary>
internal ref struct NumberSample
{
    private const int Fewest = 16;

    /// <summary>What was borrowed; null before the first number. The first <see cref="_count"/> are in use.</summary>
    private double[]? _items;
    private int _count;

    /// <summary>The numbers.</summary>
    public readonly Span<double> Items => _items.AsSpan(0, _count);

    /// <summary>False when there is a <see cref="Failure"/> instead.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The first error, or that of a formula that would take too much.</summary>
    public Operand Failure { get; private set; }

    /// <summary>The numbers among some arguments.</summary>
    public static NumberSample Of(
        ReadOnlySpan<Operand> arguments, CallSite site, SampleKind kind = SampleKind.Numbers, CellFilter filter = default)
    {
        var sample = new NumberSample();
        sample.IsComplete = sample.TryAdd(arguments, site, kind, filter);
        return sample;
    }

    /// <summary>The numbers of one argument.</summary>
    public static NumberSample Of(in Operand argument, CallSite site, SampleKind kind = SampleKind.Numbers) =>
        Of(new ReadOnlySpan<Operand>(in argument), site, kind);

    /// <summary>Gives back what was borrowed.</summary>
    public readonly void Dispose()
    {
        if (_items is not null) ArrayPool<double>.Shared.Return(_items);
    }

    private bool TryAdd(ReadOnlySpan<Operand> arguments, CallSite site, SampleKind kind, CellFilter filter)
    {
        foreach (ref readonly var argument in arguments)
        {
            if (argument.Grid is { } grid)
            {
                if (!TryAdd(grid, site, kind, filter)) return false;
            }
            else if (kind == SampleKind.Strict)
            {
                if (!TryAddStrict(argument, site)) return false;
            }
            else if (argument.TryNumber(site, out var number, out var failure)) Add(number);
            else if (kind == SampleKind.Filled) Add(0);
            else if (kind != SampleKind.NumbersWithoutErrors || !argument.IsError) return Fail(failure);
        }
        return true;
    }

    private bool TryAdd(ValueGrid grid, CallSite site, SampleKind kind, CellFilter filter)
    {
        var used = (long)grid.UsedRows * grid.UsedColumns;
        if (!site.TryChargeSteps(used)) return Fail(site.OverSteps);
        if (used > int.MaxValue / 4 || !site.TryChargeMemory(used / 2)) return Fail(site.OverMemory);
        for (var row = 0; row < grid.UsedRows; row++)
        {
            if (filter.LeavesOutRow(grid, row, site)) continue;
            for (var column = 0; column < grid.UsedColumns; column++)
            {
                var element = grid.Element(row, column);
                if (element.Word.IsBlank || filter.LeavesOutCell(grid, row, column, site)) continue;
                if (element.IsNumber) Add(element.Word.Number);
                else if (kind == SampleKind.Strict)
                {
                    if (!TryAddStrict(element, site)) return false;
                }
                else if (kind == SampleKind.Filled) Add(0);
                else if (element.IsError)
                {
                    if (kind is not (SampleKind.NumbersWithoutErrors or SampleKind.FilledWithoutErrors)) return Fail(element);
                }
                else if (kind == SampleKind.FilledWithoutErrors) Add(0);
                else if (kind == SampleKind.Values) Add(element.Word.IsTrue ? 1 : 0);
            }
        }
        return TryFill(grid, site);
    }

    private bool TryAddStrict(in Operand value, CallSite site)
    {
        if (!StrictBody.TryNumber(value, site, out var number, out var failure)) return Fail(failure);
        Add(number);
        return true;
    }

    // The part of an array that only its fill speaks of.
    private bool TryFill(ValueGrid grid, CallSite site)
    {
        var rest = grid.Count - (long)grid.UsedRows * grid.UsedColumns;
        if (rest == 0 || !grid.Fill.TryGetNumber(out var fill)) return true;
        if (rest > int.MaxValue / 4 || !site.TryChargeMemory(rest / 2)) return Fail(site.OverMemory);
        for (var i = 0L; i < rest; i++) Add(fill);
        return true;
    }

    private bool Fail(in Operand failure)
    {
        Failure = failure;
        return false;
    }

    private void Add(double number)
    {
        if (_items is null || _count == _items.Length) Grow();
        _items![_count++] = number;
    }

    private void Grow()
    {
        var larger = ArrayPool<double>.Shared.Rent(Math.Max(Fewest, 2 * _count));
        Items.CopyTo(larger);
        Dispose();
        _items = larger;
    }
}
