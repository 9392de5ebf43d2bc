using Recalc.Values;

namespace Recalc.Repl.Checking;

/// <summary>A value that a case expects.</summary>
/// <param name="Row">How far below the cell of the formula.</param>
/// <param name="Column">How far to the right of it.</param>
/// <param name="Value">The value.</param>
internal readonly record struct Expectation(int Row, int Column, CellValue Value);
