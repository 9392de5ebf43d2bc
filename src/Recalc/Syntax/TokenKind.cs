namespace Recalc.Syntax;

/// <summary>The kinds of token that formula text is cut into. The tokens of a formula tile its text: white space is a token too.</summary>
public enum TokenKind : byte
{
    /// <summary>The end of the text; it has no length.</summary>
    End,

    /// <summary>The start of a formula: <c>=</c>, or <c>of:=</c> and the like.</summary>
    Start,

    /// <summary>Spaces, tabs and line ends.</summary>
    Space,

    /// <summary>A number without a sign.</summary>
    Number,

    /// <summary>Text in double quotes.</summary>
    Text,

    /// <summary><c>TRUE</c> or <c>FALSE</c>.</summary>
    Logical,

    /// <summary>An error literal such as <c>#N/A</c>.</summary>
    Error,

    /// <summary>A cell, an area, or whole columns or rows.</summary>
    Reference,

    /// <summary>A name: of a range, a variable, a parameter.</summary>
    Name,

    /// <summary>The name of a function, without the parenthesis that follows.</summary>
    Function,

    /// <summary>Sheets and workbook before a reference or name, with the <c>!</c>.</summary>
    Qualifier,

    /// <summary>A structured reference: a table's name and brackets, or brackets alone.</summary>
    Structured,

    /// <summary><c>(</c></summary>
    LeftParenthesis,

    /// <summary><c>)</c></summary>
    RightParenthesis,

    /// <summary><c>{</c></summary>
    LeftBrace,

    /// <summary><c>}</c></summary>
    RightBrace,

    /// <summary>What separates arguments, and the columns of an array: <c>,</c> (in OpenFormula <c>;</c>).</summary>
    Comma,

    /// <summary>What separates the rows of an array: <c>;</c> (in OpenFormula <c>|</c>).</summary>
    Semicolon,

    /// <summary><c>+</c></summary>
    Plus,

    /// <summary><c>-</c></summary>
    Minus,

    /// <summary><c>*</c></summary>
    Asterisk,

    /// <summary><c>/</c></summary>
    Slash,

    /// <summary><c>^</c></summary>
    Caret,

    /// <summary><c>&amp;</c></summary>
    Ampersand,

    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>&lt;&gt;</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>%</c></summary>
    Percent,

    /// <summary><c>:</c> between expressions; in an area it belongs to the reference.</summary>
    Colon,

    /// <summary><c>#</c> after a reference: the range it spills into.</summary>
    Hash,

    /// <summary><c>@</c>: implicit intersection.</summary>
    At,

    /// <summary><c>~</c>: the union of OpenFormula.</summary>
    Tilde,

    /// <summary><c>!</c>: the intersection of OpenFormula.</summary>
    Exclamation,

    /// <summary>Bytes that are no part of any formula.</summary>
    Bad,
}
