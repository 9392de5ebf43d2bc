namespace Recalc.Values;

/// <summary>The error values of a cell. The numbers up to 19 are those of Excel's <c>ERROR.TYPE</c> where it has one.</summary>
public enum ErrorKind : byte
{
    /// <summary><c>#NULL!</c>: an intersection of areas that share no cell.</summary>
    Null = 1,

    /// <summary><c>#DIV/0!</c>: division by zero, or an average of nothing.</summary>
    Div0 = 2,

    /// <summary><c>#VALUE!</c>: an operand or argument of the wrong kind.</summary>
    Value = 3,

    /// <summary><c>#REF!</c>: a reference to cells that are not there.</summary>
    Ref = 4,

    /// <summary><c>#NAME?</c>: a name or function that nobody defined.</summary>
    Name = 5,

    /// <summary><c>#NUM!</c>: a number outside the domain or the range of doubles.</summary>
    Num = 6,

    /// <summary><c>#N/A</c>: not available, such as a key that was not found.</summary>
    NotAvailable = 7,

    /// <summary><c>#GETTING_DATA</c>: an answer from outside that has not come yet.</summary>
    GettingData = 8,

    /// <summary><c>#SPILL!</c>: the cells that an array would fill are not free.</summary>
    Spill = 9,

    /// <summary><c>#CONNECT!</c>: a service that could not be reached.</summary>
    Connect = 10,

    /// <summary><c>#BLOCKED!</c>: something that is not allowed here.</summary>
    Blocked = 11,

    /// <summary><c>#UNKNOWN!</c>: a kind of value that this version does not know.</summary>
    Unknown = 12,

    /// <summary><c>#FIELD!</c>: a field that a rich value does not have.</summary>
    Field = 13,

    /// <summary><c>#CALC!</c>: a calculation that has no result, such as an empty array.</summary>
    Calc = 14,

    /// <summary><c>#EXTERNAL!</c>: code outside the workbook that failed.</summary>
    External = 18,

    /// <summary><c>#BUSY!</c>: a callback that still called back after the last wave.</summary>
    Busy = 19,

    /// <summary><c>#PYTHON!</c>: a Python cell of Excel, which is not run here.</summary>
    Python = 20,

    /// <summary><c>#CYCLE!</c>: cells that depend on themselves and do not settle. Excel shows a dialog instead.</summary>
    Cycle = 21,
}
