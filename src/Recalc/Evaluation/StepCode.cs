namespace Recalc.Evaluation;

/// <summary>
/// One step of a recurrence's program: an accumulator and a stack of numbers. A step with a leaf takes its right operand from there, one
/// without from the accumulator, and its left from the stack.
/// </summary>
internal enum StepCode : byte
{
    /// <summary>Pushes the accumulator and loads a leaf.</summary>
    Load,

    AddLeaf,
    SubtractLeaf,
    MultiplyLeaf,
    DivideLeaf,
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,
    Percent,

    /// <summary>A sum that comes last in its formula: one that is nothing but rounding is zero.</summary>
    AddLeafLast,
    SubtractLeafLast,
    AddLast,
    SubtractLast,

    /// <summary>Stores the accumulator as the result of a member.</summary>
    Store,
}
