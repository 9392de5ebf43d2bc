using System.Runtime.CompilerServices;
using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Graph;
using Recalc.Recalculation;
using Recalc.Values;

namespace Recalc;

/// <content>Inputs and C# nodes: cells that lie on no sheet, and their handles.</content>
public sealed partial class Workbook
{
    /// <summary>Adds an input without a name. It lives as long as the workbook.</summary>
    public Cell<T> Input<T>(T value) => new(this, Engine.AddInput(Store(value), isExported: false));

    /// <summary>Gives a name a value, and returns its handle: see <see cref="this[string]"/>.</summary>
    /// <exception cref="ArgumentException">The name is none that a formula can spell, or it stands for several cells.</exception>
    public Cell<T> Input<T>(string name, T value)
    {
        Set(name, value);
        return Cell<T>(name);
    }

    /// <summary>
    /// Adds a node that a function computes when it is read, and again when something that it read through its context has changed. The function rests on what it reads through
    /// the context alone, changes nothing, and may run on any thread that reads, one run at a time. An exception that leaves it is #VALUE!, with an explanation.
    /// </summary>
    /// <param name="function">The function.</param>
    /// <param name="equality">When a new value is the same as the old one, so that what rests on the node need not run; null for that of the type (<see cref="RecalcOptions.Equality"/>), and without one for equality of values.</param>
    public Cell<T> Compute<T>(Func<ComputeContext, T> function, IEqualityComparer<T>? equality = null)
    {
        var (body, code) = CodeOf(function, equality);
        return new Cell<T>(this, Engine.AddCode(body, code, isExported: false));
    }

    /// <summary>Lets a function compute a name, which formulas see like any other; and returns its handle.</summary>
    /// <inheritdoc cref="Compute{T}(Func{ComputeContext, T}, IEqualityComparer{T}?)"/>
    /// <exception cref="ArgumentException">The name is none that a formula can spell, or it stands for cells of a sheet.</exception>
    public Cell<T> Compute<T>(string name, Func<ComputeContext, T> function, IEqualityComparer<T>? equality = null)
    {
        var (body, code) = CodeOf(function, equality);
        var place = TargetOf(name);
        if (place is { Grid: not Grid.Names }) throw new ArgumentException($"The name '{name}' stands for a cell of a sheet, which holds values and formulas only.", nameof(name));
        if (place is { } cell) Engine.SetNode(NodeStore.NodeOf(cell.Cell), body, code);
        else AddName(name, Engine.AddCode(body, code, isExported: true));
        return Cell<T>(name);
    }

    /// <summary>The value of a cell, computed if need be: what it depends on and nothing else.</summary>
    /// <remarks>
    /// Blank is 0, FALSE, an empty text or <c>default</c>; a number is read as a logical (not 0) and a logical as a number; as <c>string</c> everything but an error is read as it is shown.
    /// </remarks>
    /// <exception cref="CellErrorException">The cell holds an error; the message explains it. Read a <see cref="CellValue"/> to see errors as values.</exception>
    /// <exception cref="InvalidCastException">The cell holds something else than a <typeparamref name="T"/>.</exception>
    /// <exception cref="ArgumentException">The handle is of a workbook that is neither this nor a fork of the same.</exception>
    /// <exception cref="InvalidOperationException">A C# node asks while it runs; it reads through its context.</exception>
    public T Get<T>(Cell<T> cell)
    {
        if (!cell.IsNodeOf(this))
        {
            if (!cell.IsNode) return Get(cell, SheetOf(cell.Book, cell.Place.Grid));
            CheckFamily(cell.Book);
        }
        var nodes = Model.Nodes;
        if ((nodes[cell.Node].Flags & (NodeFlags.Marked | NodeFlags.Formula)) != 0) return GetMarked<T>(cell.Node);
        if (Engine.IsBusy && Engine.AttendAt(cell.Node)) return GetMarked<T>(cell.Node);
        var word = nodes[cell.Node].Word;
        return typeof(T) == typeof(double) && word < CellWord.Boxed ? (T)(object)BitConverter.UInt64BitsToDouble(word) : Read<T>(new CellWord(word), nodes.SideOf(cell.Node));
    }

    /// <summary>
    /// The values of cells, computed if need be, in their order; nobody edits meanwhile. Cheaper than to ask for one after the other, and allocates nothing.
    /// </summary>
    /// <param name="cells">The cells.</param>
    /// <param name="values">Takes their values.</param>
    /// <inheritdoc cref="Get{T}(Cell{T})" path="/exception"/>
    /// <exception cref="ArgumentException">There are fewer places for values than cells, or a handle is of another workbook's family.</exception>
    [SkipLocalsInit]
    public void Get<T>(ReadOnlySpan<Cell<T>> cells, Span<T> values)
    {
        const int AtOnce = 256;
        if (values.Length < cells.Length) throw new ArgumentException($"There are {cells.Length} cells, and places for {values.Length} values.", nameof(values));
        Span<int> nodes = stackalloc int[AtOnce];
        using (Engine.Enter())
        {
            for (var done = 0; done < cells.Length; done += AtOnce)
            {
                var part = cells[done..Math.Min(done + AtOnce, cells.Length)];
                var count = 0;
                foreach (ref readonly var cell in part)
                {
                    if (!cell.IsNode) continue;
                    if (!cell.IsNodeOf(this)) CheckFamily(cell.Book);
                    nodes[count++] = cell.Node;
                }
                Engine.ReadNodes(nodes[..count]);
                for (var i = 0; i < part.Length; i++) values[done + i] = GetRead(part[i]);
            }
        }
    }

    // The value of a cell that is read already, if it is a node.
    private T GetRead<T>(Cell<T> cell)
    {
        if (typeof(T) != typeof(double) || !cell.IsNodeOf(this)) return Get(cell);
        ref readonly var node = ref Model.Nodes[cell.Node];
        return node.Word < CellWord.Boxed && (node.Flags & (NodeFlags.Marked | NodeFlags.Formula)) == 0 ? (T)(object)BitConverter.UInt64BitsToDouble(node.Word) : Get(cell);
    }

    /// <summary>Sets the value of a cell, which is an input from now on, and marks what depends on it.</summary>
    /// <exception cref="ArgumentException">The handle is of a workbook that is neither this nor a fork of the same.</exception>
    /// <exception cref="InvalidOperationException">A C# node or a function asks while it runs; it may not set cells.</exception>
    public void Set<T>(Cell<T> cell, T value)
    {
        if (!cell.IsNode)
        {
            Put(SheetOf(cell.Book, cell.Place.Grid), cell.Place.Cell, Store(value));
            return;
        }
        if (cell.Book != this) CheckFamily(cell.Book);
        Engine.SetNode(cell.Node, Store(value));
    }

    /// <summary>Sets a cell of a sheet to a stored value.</summary>
    internal static void Put(Sheet sheet, CellAddress cell, in Operand value)
    {
        CheckPut(value);
        sheet[cell] = value.Value;
    }

    /// <summary>Throws when a cell of a sheet may not have a value.</summary>
    internal static void CheckPut(in Operand value)
    {
        if (value.Word.Tag == WordTag.Object)
            throw new ArgumentException($"A cell of a sheet holds numbers, texts, logicals, errors or nothing, and no {value.Object?.GetType().Name}.");
    }

    private T Get<T>(Cell<T> cell, Sheet sheet)
    {
        Engine.ReadCell(sheet.Grid, cell.Place.Cell);
        var word = sheet.Cells.Word(cell.Place.Cell.Column, cell.Place.Cell.Row, out var side);
        return Read<T>(new CellWord(word), side);
    }

    /// <summary>The sheet of this workbook that is a sheet of this or of another of the family.</summary>
    internal Sheet SheetOf(Workbook book, int sheet)
    {
        if (book != this) CheckFamily(book);
        return sheet < _sheets.Count ? _sheets[sheet] : throw new ArgumentException("The sheet was added to another fork; this workbook has none like it.");
    }

    internal void CheckFamily(Workbook book)
    {
        if (book.Formulas != Formulas) throw new ArgumentException("The handle or sheet is of another workbook, which is no fork of this one.");
    }

    /// <summary>A stored value as a C# type.</summary>
    internal T Read<T>(CellWord word, object? side)
    {
        if (CellConversion<T>.TryRead(word, side, DateSystem, out var value)) return value;
        if (word.IsError) throw new CellErrorException(word.Error, (side as Fault)?.Explanation ?? $"The cell holds {ErrorText.Of(word.Error)}.");
        throw new InvalidCastException(word.Tag == WordTag.Object
            ? $"The cell holds a {side?.GetType().Name}, and no {typeof(T).Name}."
            : $"The cell holds {(word.Tag == WordTag.Text ? $"the text \"{side}\"" : new CellValue(word).ToString())}, and no {typeof(T).Name}.");
    }

    internal Operand Store<T>(T value)
    {
        var word = CellConversion<T>.Write(value, DateSystem, out var side);
        return Operand.Stored(word.Bits, side);
    }

    private T GetMarked<T>(int node)
    {
        var nodes = Model.Nodes;
        if (!nodes.IsFormula(node))
        {
            Engine.ReadNode(node);
            if (typeof(T) == typeof(double) && nodes[node].Word < CellWord.Boxed) return (T)(object)BitConverter.UInt64BitsToDouble(nodes[node].Word);
            return Read<T>(new CellWord(nodes[node].Word), nodes.SideOf(node));
        }
        var (grid, cell) = (Model.NamesGrid, NodeStore.CellOf(node));
        Engine.ReadCell(grid, cell);
        var word = grid.Cells.Word(cell.Column, cell.Row, out var side);
        return Read<T>(new CellWord(word), side);
    }

    private (object Body, NodeCode Code) CodeOf<T>(Func<ComputeContext, T> function, IEqualityComparer<T>? equality)
    {
        ArgumentNullException.ThrowIfNull(function);
        equality ??= Options.Equality.Find<T>();
        return equality is null ? (function, NodeFunction<T>.Instance) : (new ComparedFunction<T>(function, equality), ComparedFunction<T>.Code.Instance);
    }
}
