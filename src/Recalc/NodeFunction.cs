using System.Runtime.CompilerServices;
using Recalc.Recalculation;
using Recalc.Values;

namespace Recalc;

/// <summary>Calls functions that yield a type; their values are compared as cells are.</summary>
internal sealed class NodeFunction<T> : NodeCode
{
    public static readonly NodeFunction<T> Instance = new();

    public override CellWord Run(object body, object context, out object? side)
    {
        var reader = Unsafe.As<ComputeContext>(context);
        return CellConversion<T>.Write(Unsafe.As<Func<ComputeContext, T>>(body)(reader), reader.Dates, out side);
    }
}
