namespace Recalc.Functions;

/// <summary>What computes a function of a list of numbers, which it may reorder.</summary>
internal delegate Operand SampleFunction(Span<double> numbers);
