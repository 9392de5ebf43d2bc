using Recalc.Values;

namespace Recalc.Functions;

/// <summary>
/// An argument that is computed when it is asked for, once a call; what nobody asks for is not computed, and the cells that it speaks of are not either. When a cell of it has
/// to be computed first, the call ends and is made again from its beginning. Good while the call runs, on its thread; <c>default</c> is of no call.
/// </summary>
public readonly struct LazyArgument
{
    private readonly Operand _argument;
    private readonly CallSite _site;
    private readonly CallTicket _call;
    private readonly FunctionDeclaration _function;
    private readonly int _index;

    internal LazyArgument(in Operand argument, CallSite site, in CallTicket call, FunctionDeclaration function, int index) =>
        (_argument, _site, _call, _function, _index) = (argument, site, call, function, index);

    /// <summary>True when the call ends before it, or has nothing between the commas.</summary>
    /// <exception cref="InvalidOperationException">The call has returned, here as for every member.</exception>
    public bool IsOmitted
    {
        get
        {
            _call.Check();
            return _argument.IsOmitted;
        }
    }

    /// <summary>The value, computed if need be; an error is a value. #VALUE! when there are several: see <see cref="Cells"/>.</summary>
    public CellValue Value => Single().Value;

    /// <summary>The value as a C# type, computed if need be, converted as the arguments of functions are.</summary>
    /// <exception cref="CellErrorException">It is an error, or no <typeparamref name="T"/>; left alone, the error becomes the value of the cell.</exception>
    public T Get<T>()
    {
        if (Argument<T>.TryRead(Single(), _site, _function, _index, out var value, out var failure)) return value;
        throw FunctionCall.Failed(failure);
    }

    /// <summary>The values as they are, computed if need be.</summary>
    public CellSpan Cells => new(Force(), _call);

    /// <summary>The single value; false, and an error, when there are several.</summary>
    internal bool TryGetSingle(out Operand value)
    {
        value = Force();
        if (value.Grid is not { } grid) return true;
        value = grid.Count == 1 ? grid.Element(0, 0)
            : Operand.Error(ErrorKind.Value, new Fault($"{_function.Name} wants one value for {Argument.NameOf(_function, _index)}, and there are {grid.Count}."));
        return grid.Count == 1;
    }

    private Operand Single()
    {
        TryGetSingle(out var value);
        return value;
    }

    private Operand Force()
    {
        _call.Check();
        var value = _argument;
        return _site.TryForce(ref value) ? value : throw NotReadyException.Instance;
    }
}
