using System.Runtime.CompilerServices;
using Recalc.Functions;
using Recalc.Recalculation;
using Recalc.Values;

namespace Recalc;

/// <summary>A function together with what says when two of its values are the same.</summary>
internal sealed record ComparedFunction<T>(Func<ComputeContext, T> Function, IEqualityComparer<T> Equality)
{
    /// <summary>Calls such functions.</summary>
    internal sealed class Code : NodeCode
    {
        public static readonly Code Instance = new();

        private Code() : base(hasEquality: true) { }

        public override CellWord Run(object body, object context, out object? side)
        {
            var reader = Unsafe.As<ComputeContext>(context);
            return CellConversion<T>.Write(Unsafe.As<ComparedFunction<T>>(body).Function(reader), reader.Dates, out side);
        }

        // An error, or the blank before the first run, is no value of the type and like itself alone. Dates count from the same day on both sides.
        public override bool IsSame(object body, in Operand before, in Operand after) =>
            !before.IsError && !after.IsError && !before.Word.IsBlank
            && CellConversion<T>.TryRead(before.Word, before.Object, default, out var old) && CellConversion<T>.TryRead(after.Word, after.Object, default, out var value)
                ? Unsafe.As<ComparedFunction<T>>(body).Equality.Equals(old, value)
                : base.IsSame(body, before, after);
    }
}
