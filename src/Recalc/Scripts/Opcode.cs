namespace Recalc.Scripts;

/// <summary>
/// The sixteen opcodes of a script: the high four bits of a word, whose low twelve are the item. A script is a postfix program over a
/// stack of values.
/// </summary>
internal enum Opcode : byte
{
    /// <summary>The next four words are one wide word: u16 opcode, u16 heap, u32 item.</summary>
    Extend,

    /// <summary>Pushes a constant of the pool.</summary>
    Constant,

    /// <summary>Pushes the value of a cell: an item of the references.</summary>
    Cell,

    /// <summary>Pushes a reference as such: an item of the references.</summary>
    Range,

    /// <summary>Pushes what a name or structured reference means here: an item of the names.</summary>
    Name,

    /// <summary>Pushes a local variable, or pops into it: slot × 2, + 1 to pop.</summary>
    Local,

    /// <summary>An operator over the top of the stack: a <see cref="Syntax.SyntaxKind"/> or a <see cref="Probe"/>.</summary>
    Unary,

    /// <summary>An operator over the two topmost values: a <see cref="Syntax.SyntaxKind"/> or a <see cref="Probe"/>.</summary>
    Binary,

    /// <summary>Calls a function of the catalogue; the next word is the number of arguments.</summary>
    Call,

    /// <summary>Pops a condition, and jumps ahead by so many words when it is false.</summary>
    JumpIfFalse,

    /// <summary>Jumps ahead by so many words.</summary>
    Jump,

    /// <summary>Where the branches of a lazy function meet again, lane by lane: the function.</summary>
    Select,

    /// <summary>Pushes an array constant.</summary>
    Array,

    /// <summary>Pops the captured values and pushes a lambda: an item of the lambdas.</summary>
    Lambda,

    /// <summary>Pops the arguments and what is called below them, and calls it; the item is the number of arguments.</summary>
    Callback,

    /// <summary>Ends the script; the result is the top of the stack.</summary>
    Return,
}
