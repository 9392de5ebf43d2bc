using System.Diagnostics;
using Recalc.Values;
using Recalc.Words;

namespace Recalc.Functions;

/// <summary>
/// What an expression yields while a formula runs: a single value, an array, or an area of cells, which is read only when somebody asks.
/// A word and, for all but numbers and logicals, the object it speaks of. <c>default</c> is the number 0.
/// </summary>
internal readonly struct Operand
{
    private Operand(CellWord word, object? side) => (Word, Object) = (word, side);

    /// <summary>A single value.</summary>
    public Operand(in CellValue value) : this(value.Word, value.TextOrNull) { }

    /// <summary>The word and the object that lie in a page.</summary>
    public static Operand Stored(ulong word, object? side) => new(new CellWord(word), side);

    public static Operand Blank => new(CellWord.Blank, null);

    /// <summary>Not a value: something that the function asked for is not computed yet, and the function will be called again.</summary>
    public static Operand Blocked => new(CellWord.FromSlot(WordTag.Callback, default(U31)), null);

    public static Operand Number(double number) => new(CellWord.FromNumber(number), null);
    public static Operand Logical(bool value) => new(CellWord.FromLogical(value), null);
    public static Operand Error(ErrorKind kind, Fault? fault = null) => new(CellWord.FromError(kind), fault);
    public static Operand Text(string text) => new(CellWord.FromSlot(WordTag.Text, U31.Of(0)), text);
    public static Operand Array(ValueGrid array) => new(CellWord.FromSlot(WordTag.Array, U31.Of(0)), array);
    public static Operand Area(CellArea area) => new(CellWord.FromSlot(WordTag.Reference, U31.Of(0)), area);

    /// <summary>A reference of several areas.</summary>
    public static Operand Areas(AreaList areas) => new(CellWord.FromSlot(WordTag.Reference, U31.Of(0)), areas);

    /// <summary>A function as a value.</summary>
    public static Operand Function(Callable function) => new(CellWord.FromSlot(WordTag.Object, U31.Of(0)), function);

    /// <summary>What a function returns that wants calls to be made of a lambda: the result is the loop's.</summary>
    public static Operand Loop(LambdaLoop loop) => new(CellWord.FromSlot(WordTag.Object, U31.Of(0)), loop);

    public static implicit operator Operand(double number) => Number(number);
    public static implicit operator Operand(bool value) => Logical(value);
    public static implicit operator Operand(string text) => Text(text);
    public static implicit operator Operand(ErrorKind kind) => Error(kind);
    public static implicit operator Operand(in CellValue value) => new(value);

    /// <summary>The word; of a text, array or area it says only which of them it is.</summary>
    public CellWord Word { get; }

    /// <summary>The text, the array or area, the explanation of an error, or null.</summary>
    public object? Object { get; }

    public bool IsNumber => Word.IsNumber;
    public bool IsText => Word.Tag == WordTag.Text;
    public bool IsError => Word.IsError;
    public bool IsBlocked => Word.Tag == WordTag.Callback;

    /// <summary>True for an argument that was left out, such as the second of <c>f(1,)</c>.</summary>
    public bool IsOmitted => Word.IsOmitted;

    /// <summary>The array or area; null for a single value.</summary>
    public ValueGrid? Grid => Object as ValueGrid;

    /// <summary>The area; null for anything else.</summary>
    public CellArea? AreaOrNull => Object as CellArea;

    /// <summary>The areas of a reference that has several; null for anything else.</summary>
    public AreaList? AreasOrNull => Object as AreaList;

    /// <summary>The function; null for anything else.</summary>
    public Callable? FunctionOrNull => Object as Callable;

    /// <summary>The loop of calls; null for anything else.</summary>
    public LambdaLoop? LoopOrNull => Object as LambdaLoop;

    /// <summary>The single value; an omitted argument is blank.</summary>
    public CellValue Value
    {
        get
        {
            Debug.Assert(Object is null or string or Fault && !IsBlocked, "An array, area or function is no single value.");
            return Word.IsOmitted ? CellValue.Blank : new CellValue(Word, Object as string);
        }
    }
}
