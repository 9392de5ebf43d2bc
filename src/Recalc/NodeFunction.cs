using System.Runtime.CompilerServices;
using Recalc.Functions;
using Recalc.Recalculation;
using Recalc.Values;

namespace Recalc;

/// <summary>Calls functions that yield a type; their values are compared as cells are.</summary>
internal sealed class NodeFunction<T> : NodeCode
{
    public static readonly NodeFunction<T> Instance = new();

    public override Operand Run(object body, object context)
    {
        var reader = Unsafe.As<ComputeContext>(context);
        var word = CellConversion<T>.Write(Unsafe.As<Func<ComputeContext, T>>(body)(reader), reader.Dates, out var side);
        return Operand.Stored(word.Bits, side);
    }
}
