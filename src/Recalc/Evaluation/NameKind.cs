namespace Recalc.Evaluation;

/// <summary>How a name is read.</summary>
internal enum NameKind : byte
{
    /// <summary>Nobody defined it: #NAME?.</summary>
    Missing,

    /// <summary>It is nothing but a reference, which is read in its place.</summary>
    Area,

    /// <summary>It is cells of a table in the row of the formula, which stands in a row of the table.</summary>
    Row,

    /// <summary>It is a structured reference to the table round the formula.</summary>
    OwnTable,

    /// <summary>Its formula is evaluated in its place, seen from the cell that uses it.</summary>
    Formula,

    /// <summary>It is the name of a function, which is passed on as such: BYROW(A1:B9,SUM).</summary>
    Function,

    /// <summary>It is an error: a table or column that is not there.</summary>
    Failed,

    /// <summary>It means something that is not computed by this version.</summary>
    Unsupported,
}
