namespace Recalc.Functions;

/// <summary>What computes a function of pairs of numbers: item i of one list belongs to item i of the other.</summary>
internal delegate Operand PairFunction(ReadOnlySpan<double> left, ReadOnlySpan<double> right);
