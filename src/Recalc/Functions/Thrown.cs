using Recalc.Values;

namespace Recalc.Functions;

/// <summary>What becomes of an exception that leaves the code of a function.</summary>
internal static class Thrown
{
    /// <summary>False for an exception that is the business of whoever reads: a cancellation, or memory that has run out.</summary>
    public static bool IsValue(Exception exception) => exception is not (OperationCanceledException or OutOfMemoryException);

    /// <summary>The error of a function that threw: the one that the exception carries, else #VALUE!.</summary>
    public static Operand By(string function, Exception exception) => exception is CellErrorException failed
        ? Operand.Error(failed.Error, new Fault(failed.Message))
        : Operand.Error(ErrorKind.Value, new Fault($"{function} threw {exception.GetType().Name}: {exception.Message}"));
}
