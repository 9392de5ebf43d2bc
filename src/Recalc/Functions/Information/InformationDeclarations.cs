namespace Recalc.Functions.Information;

/// <summary>What a value or a cell is.</summary>
internal static class InformationDeclarations
{
    public static readonly DeclarationList Rows = new(FunctionFamily.Information)
    {
        { "CELL", "vr", 1, 2, "A fact about a cell: its address, format, content.", FunctionPurity.SometimesVolatile },
        { "INFO", "v", 1, 1, "A fact about the program and the machine.", FunctionPurity.SometimesVolatile },
        { "TYPE", "a", 1, 1, "The number of a value's type." },
        { "ERROR.TYPE", "v", 1, 1, "The number of an error's kind." },
        { "NA", "", 0, 0, "The error #N/A." },
        { "N", "r", 1, 1, "A value as a number; text is 0." },
        { "ISBLANK", "v", 1, 1, "Whether a cell is empty." },
        { "ISERR", "v", 1, 1, "Whether a value is an error other than #N/A." },
        { "ISERROR", "v", 1, 1, "Whether a value is an error." },
        { "ISNA", "v", 1, 1, "Whether a value is #N/A." },
        { "ISLOGICAL", "v", 1, 1, "Whether a value is TRUE or FALSE." },
        { "ISNUMBER", "v", 1, 1, "Whether a value is a number." },
        { "ISTEXT", "v", 1, 1, "Whether a value is text." },
        { "ISNONTEXT", "v", 1, 1, "Whether a value is anything but text." },
        { "ISEVEN", "v", 1, 1, "Whether a number is even." },
        { "ISODD", "v", 1, 1, "Whether a number is odd." },
        { "ISREF", "r", 1, 1, "Whether an expression is a reference." },
        { "ISFORMULA", "r", 1, 1, "Whether a cell holds a formula.", FunctionPurity.Structural },
        { "ISOMITTED", "a", 1, 1, "Whether a lambda's argument was left out." },
        { "SHEET", "r", 0, 1, "The number of a sheet.", FunctionPurity.Structural },
        { "SHEETS", "r", 0, 1, "How many sheets there are, or a reference spans.", FunctionPurity.Structural },
    };
}
