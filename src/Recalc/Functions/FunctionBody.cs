namespace Recalc.Functions;

/// <summary>
/// What computes a function. Arguments declared as values come as single values (the caller repeats the call over arrays), others as
/// they are: single values, arrays, areas. An argument that was left out between commas is <see cref="Operand.IsOmitted"/>. The number
/// of arguments was checked. A body keeps nothing between calls.
/// </summary>
internal delegate Operand FunctionBody(ReadOnlySpan<Operand> arguments, CallSite site);
