using Recalc.Addressing;
using Recalc.Properties.Expressions;
using Recalc.Values;

namespace Recalc.Properties.Scenarios;

/// <summary>Something that happens to a workbook. Immutable.</summary>
internal abstract record Step
{
    /// <summary>The same with less to it.</summary>
    public virtual IEnumerable<Step> Simpler() => [];
}

/// <summary>A value is set; blank clears the cell.</summary>
internal sealed record SetValue(string Sheet, CellAddress Cell, CellValue Value) : Step
{
    public override string ToString() => Value.Kind == CellValueKind.Text ? $"{Sheet}!{Cell}: \"{Value}\"" : $"{Sheet}!{Cell}: {(Value.IsBlank ? "blank" : Value)}";
}

/// <summary>Numbers are set over a rectangle at once, row by row.</summary>
internal sealed record SetNumbers(string Sheet, CellRange Range, IReadOnlyList<double> Numbers) : Step
{
    public override IEnumerable<Step> Simpler()
    {
        if (Range.Rows == 1) yield break;
        yield return new SetNumbers(Sheet, new CellRange(Range.First.Column, Range.First.Row, Range.Last.Column, Range.Last.Row - 1), [.. Numbers.SkipLast(Range.Columns)]);
        yield return new SetNumbers(Sheet, new CellRange(Range.First.Column, Range.First.Row + 1, Range.Last.Column, Range.Last.Row), [.. Numbers.Skip(Range.Columns)]);
    }

    public override string ToString() => $"{Sheet}!{Range}: {string.Join(",", Numbers)}";
}

/// <summary>A formula is set over a rectangle.</summary>
internal sealed record Fill(string Sheet, CellRange Range, Expression Formula) : Step
{
    public override IEnumerable<Step> Simpler()
    {
        var (first, last) = (Range.First, Range.Last);
        if (last.Row > first.Row)
        {
            var middle = (first.Row + last.Row) / 2;
            yield return this with { Range = new CellRange(first.Column, first.Row, last.Column, middle) };
            yield return this with { Range = new CellRange(first.Column, middle + 1, last.Column, last.Row) };
            yield return this with { Range = new CellRange(first.Column, first.Row, last.Column, last.Row - 1) };
            yield return this with { Range = new CellRange(first.Column, first.Row + 1, last.Column, last.Row) };
        }
        if (last.Column > first.Column)
        {
            yield return this with { Range = new CellRange(first.Column, first.Row, last.Column - 1, last.Row) };
            yield return this with { Range = new CellRange(first.Column + 1, first.Row, last.Column, last.Row) };
        }
        foreach (var simpler in Formula.Simpler()) yield return this with { Formula = simpler };
    }

    public override string ToString() => $"{Sheet}!{Range}: ={Formula.At(Range.First)}";
}

/// <summary>A formula is set in a cell, and its result spills.</summary>
internal sealed record Spill(string Sheet, CellAddress Cell, Expression Formula) : Step
{
    public override IEnumerable<Step> Simpler() => Formula.Simpler().Select(f => this with { Formula = f });

    public override string ToString() => $"{Sheet}!{Cell}: spill ={Formula.At(Cell)}";
}

/// <summary>A name is defined, or defined anew.</summary>
internal sealed record Define(string Name, Expression Formula) : Step
{
    public override IEnumerable<Step> Simpler() => Formula.Simpler().Select(f => this with { Formula = f });

    public override string ToString() => $"{Name} := {Formula.At(default)}";
}

/// <summary>Cells are read.</summary>
internal sealed record Read(string Sheet, CellRange Range) : Step
{
    public override IEnumerable<Step> Simpler() => Range.Count == 1
        ? []
        : [this with { Range = new CellRange(Range.First) }, this with { Range = new CellRange(Range.Last) }, this with { Range = new CellRange(Range.First.Column, Range.First.Row, Range.Last.Column, (Range.First.Row + Range.Last.Row) / 2) }, this with { Range = new CellRange(Range.First.Column, (Range.First.Row + Range.Last.Row + 1) / 2, Range.Last.Column, Range.Last.Row) }];

    public override string ToString() => $"read {Sheet}!{Range}";
}

/// <summary>Everything is computed.</summary>
internal sealed record ReadAll : Step
{
    public override string ToString() => "read all";
}
