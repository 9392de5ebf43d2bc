namespace Recalc.Functions.Logic;

/// <summary>Conditions, names for values, functions as values.</summary>
internal static class LogicDeclarations
{
    public static readonly DeclarationList Rows = new(FunctionFamily.Logical)
    {
        { "TRUE", "", 0, 0, "The value TRUE." },
        { "FALSE", "", 0, 0, "The value FALSE." },
        { "NOT", "v", 1, 1, "The opposite of a logical value." },
        { "AND", "a*", 1, 255, "Whether all conditions hold." },
        { "OR", "a*", 1, 255, "Whether any condition holds." },
        { "XOR", "a*", 1, 254, "Whether an odd number of conditions holds." },
        { "IF", "vll", 2, 3, "One value or another, by a condition." },
        { "IFS", "(vl)*", 2, 254, "The value beside the first condition that holds." },
        { "IFERROR", "vl", 2, 2, "A value, or another in place of an error." },
        { "IFNA", "vl", 2, 2, "A value, or another in place of #N/A." },
        { "SWITCH", "v(ll)*", 3, 254, "The result beside the first value that equals an expression." },
        { "LET", "(dl)*l", 3, 253, "Names values and computes with them." },
        { "LAMBDA", "d*l", 1, 254, "A function of the parameters that it names." },
        { "MAP", "a*f", 2, 255, "Applies a lambda to each item of arrays." },
        { "REDUCE", "aaf", 3, 3, "Runs through an array and keeps what a lambda makes of it." },
        { "SCAN", "aaf", 3, 3, "Runs through an array and gives every step of what a lambda makes of it." },
        { "BYROW", "af", 2, 2, "Applies a lambda to each row." },
        { "BYCOL", "af", 2, 2, "Applies a lambda to each column." },
        { "MAKEARRAY", "vvf", 3, 3, "An array that a lambda of row and column fills." },
    };
}
