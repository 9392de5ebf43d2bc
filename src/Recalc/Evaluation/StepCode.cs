namespace Recalc.Evaluation;

/// <summary>
/// One step of a recurrence's program: an accumulator and a stack of numbers. A step with a leaf takes its right operand from there, one
/// with leaves both, and one without from the accumulator, and its left from the stack.
/// </summary>
internal enum StepCode
{
    // Steps that push the accumulator first come first.

    /// <summary>Pushes the accumulator and loads a leaf.</summary>
    Load,

    /// <summary>Pushes the accumulator and adds two leaves: a load and the step that follows it.</summary>
    AddLeaves,
    SubtractLeaves,
    MultiplyLeaves,
    DivideLeaves,
    AddLeavesLast,
    SubtractLeavesLast,

    AddLeaf,
    SubtractLeaf,
    MultiplyLeaf,
    DivideLeaf,

    /// <summary>A sum that comes last in its formula: one that is nothing but rounding is zero.</summary>
    AddLeafLast,
    SubtractLeafLast,

    Add,
    Subtract,
    Multiply,
    Divide,
    AddLast,
    SubtractLast,
    Negate,
    Percent,

    /// <summary>Keeps the accumulator as the result of a member; in the loop it is part of the step before it.</summary>
    Store,
}
