namespace Recalc.Functions;

/// <summary>The code of a function that reads its arguments itself: any number of them, of any kind.</summary>
/// <typeparam name="TResult">The type of the result: what a cell can hold, or a rectangular array of doubles or values.</typeparam>
/// <param name="call">The arguments.</param>
public delegate TResult FunctionCode<out TResult>(FunctionCall call);
