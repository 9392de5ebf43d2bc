namespace Recalc.Functions;

/// <summary>What computes a function of single numbers. Results that are no number or too large become #NUM!.</summary>
internal delegate Operand NumberFunction(ReadOnlySpan<double> numbers);
