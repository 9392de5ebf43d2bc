namespace Recalc.Syntax;

/// <summary>What is wrong with a formula.</summary>
public enum DiagnosticCode : byte
{
    /// <summary>There is no formula: the text is empty.</summary>
    Empty,

    /// <summary>An operand should stand here.</summary>
    OperandExpected,

    /// <summary>Two operands stand side by side; an operator should stand between them.</summary>
    OperatorExpected,

    /// <summary>An operand of a range, an intersection or a union can be no reference.</summary>
    ReferenceExpected,

    /// <summary>A parenthesis or brace is never closed.</summary>
    Unclosed,

    /// <summary>A parenthesis or brace is closed that was never opened.</summary>
    Unopened,

    /// <summary>A text has no closing quote.</summary>
    UnclosedText,

    /// <summary>A quoted sheet name has no closing apostrophe, or no <c>!</c> behind it, or is empty.</summary>
    BadSheetName,

    /// <summary>Brackets of a structured or external reference are not closed, or hold what they may not.</summary>
    BadBrackets,

    /// <summary>A number is malformed.</summary>
    BadNumber,

    /// <summary>A <c>#</c> begins no known error value.</summary>
    BadError,

    /// <summary>A character that no formula has here.</summary>
    UnexpectedCharacter,

    /// <summary>A qualifier stands before something that has no sheet.</summary>
    BadQualified,

    /// <summary>Arguments are separated by another character.</summary>
    WrongSeparator,

    /// <summary>An array constant holds something that is no constant.</summary>
    ArrayOfConstants,

    /// <summary>The rows of an array constant have different lengths.</summary>
    RaggedArray,

    /// <summary>The formula is too long.</summary>
    TooLong,

    /// <summary>Functions are nested too deeply.</summary>
    TooDeep,

    /// <summary>A function has too many arguments.</summary>
    TooManyArguments,
}
