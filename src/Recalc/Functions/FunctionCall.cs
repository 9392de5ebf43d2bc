using Recalc.Values;

namespace Recalc.Functions;

/// <summary>A call of a registered function: the arguments, counted from zero. Good while the call runs.</summary>
public readonly ref struct FunctionCall
{
    private readonly ReadOnlySpan<Operand> _arguments;
    private readonly CallSite _site;
    private readonly CallTicket _call;

    internal FunctionCall(FunctionDeclaration function, ReadOnlySpan<Operand> arguments, CallSite site, in CallTicket call)
    {
        _arguments = arguments;
        (Function, _site, _call) = (function, site, call);
    }

    /// <summary>The function that is called.</summary>
    public FunctionDeclaration Function { get; }

    /// <summary>How many arguments there are.</summary>
    public int Count => _arguments.Length;

    /// <summary>The value of an argument; an error is a value, and blank what was left out. A lazy one is computed.</summary>
    /// <exception cref="CellErrorException">The argument is a range of several cells.</exception>
    public CellValue this[int index] => Get<CellValue>(index);

    /// <summary>True when the call ends before an argument, or has nothing between the commas.</summary>
    public bool IsOmitted(int index) => index >= _arguments.Length || _arguments[index].IsOmitted;

    /// <summary>The value of an argument as a C# type; what was left out is a blank, which is 0, FALSE or an empty text. A lazy one is computed.</summary>
    /// <exception cref="CellErrorException">The argument is an error, or no <typeparamref name="T"/>; left alone, the error becomes the value of the cell.</exception>
    public T Get<T>(int index)
    {
        if (TryGet<T>(index, out var value, out var failure)) return value;
        throw Failed(failure);
    }

    /// <summary>The value of an argument, or another when it was left out.</summary>
    /// <inheritdoc cref="Get{T}(int)"/>
    public T Get<T>(int index, T otherwise) => IsOmitted(index) ? otherwise : Get<T>(index);

    /// <summary>The value of an argument as a C# type; false when it is an error or none of that type. No exception is thrown for that.</summary>
    public bool TryGet<T>(int index, out T value) => TryGet(index, out value, out _);

    /// <summary>The cells or the array of an argument, without a copy. A lazy one is computed.</summary>
    public CellSpan Cells(int index) => Function.KindOf(index) == ArgumentKind.Lazy ? Lazy(index).Cells : new(At(index), _call);

    /// <summary>An argument that is computed when it is asked for: of the kind <see cref="ArgumentKind.Lazy"/>, else it is computed already.</summary>
    public LazyArgument Lazy(int index) => new(At(index), _site, _call, Function, index);

    internal bool TryGet<T>(int index, out T value, out Operand failure)
    {
        if (typeof(T) == typeof(CellSpan))
        {
            (var cells, failure) = (Cells(index), At(index));
            value = System.Runtime.CompilerServices.Unsafe.As<CellSpan, T>(ref cells);
            return !failure.IsError;
        }
        if (typeof(T) == typeof(LazyArgument))
        {
            (var lazy, failure) = (Lazy(index), default);
            value = System.Runtime.CompilerServices.Unsafe.As<LazyArgument, T>(ref lazy);
            return true;
        }
        var argument = At(index);
        if (argument.Grid is null && argument.FunctionOrNull is null) return Argument<T>.TryRead(argument, _site, Function, index, out value, out failure);
        if (Lazy(index).TryGetSingle(out argument)) return Argument<T>.TryRead(argument, _site, Function, index, out value, out failure);
        (value, failure) = (default!, argument);
        return false;
    }

    internal Operand Result<T>(T value) => FunctionResult<T>.Of(value, _site);

    internal static CellErrorException Failed(in Operand failure) =>
        new(failure.Word.Error, (failure.Object as Fault)?.Explanation ?? $"An argument is {ErrorText.Of(failure.Word.Error)}.");

    private Operand At(int index) => index < _arguments.Length ? _arguments[index] : Operand.Blank;
}
