using System.Runtime.InteropServices;
using Recalc.Addressing;
using Recalc.Functions;

namespace Recalc;

/// <summary>One edit that waits to be committed: of a name, of a node, or of a rectangle of a sheet.</summary>
internal readonly struct StagedEdit
{
    /// <summary>The name that is set, or null.</summary>
    public string? Name { get; init; }

    /// <summary>The sheet that is written, or null; then, without a name, it is <see cref="Node"/> that is set.</summary>
    public Sheet? Sheet { get; init; }

    public int Node { get; init; }

    public CellRange Range { get; init; }

    public Operand Value { get; init; }

    /// <summary>The formula of cells of a sheet; <c>default</c> when they are given values.</summary>
    public Formula Formula { get; init; }

    /// <summary>The formula of a name, or null.</summary>
    public string? Text { get; init; }

    /// <summary>True when the rectangle is given numbers, and where they begin among those of the edit.</summary>
    public bool HasNumbers { get; init; }
    public int Numbers { get; init; }

    /// <summary>Throws when it cannot be made.</summary>
    public void Check(Workbook book)
    {
        if (Name is not null && Text is not null) book.CheckFormula(Name, Text);
        else if (Sheet is null && Name is null) return;
        else if (Sheet is null) book.CheckPut(Name!, Value);
        else if (Formula.IsDefault && !HasNumbers) Workbook.CheckPut(Value);
    }

    public void Apply(Workbook book, List<double> numbers)
    {
        if (Name is not null && Text is not null) book.SetFormula(Name, Text);
        else if (Name is not null) book.Put(Name, Value);
        else if (Sheet is null) book.Engine.SetNode(Node, Value);
        else if (HasNumbers) Sheet.Set(Range, CollectionsMarshal.AsSpan(numbers).Slice(Numbers, (int)Range.Count));
        else if (!Formula.IsDefault) Sheet.SetFormula(Range, Formula);
        else Workbook.Put(Sheet, Range.First, Value);
    }
}
