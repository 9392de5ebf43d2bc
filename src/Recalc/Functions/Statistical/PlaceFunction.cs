namespace Recalc.Functions.Statistical;

/// <summary>What finds a number by a place or share among others, which it may reorder.</summary>
internal delegate Operand PlaceFunction(Span<double> numbers, double place);
