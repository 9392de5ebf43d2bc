namespace Recalc.Functions.Database;

/// <summary>Aggregates over the records of a list that meet criteria kept in cells.</summary>
internal static class DatabaseDeclarations
{
    public static readonly DeclarationList Rows = new(FunctionFamily.Database)
    {
        { "DAVERAGE", "rvr", 3, 3, "The mean of a field of the matching records." },
        { "DCOUNT", "rvr", 3, 3, "How many matching records have a number in a field." },
        { "DCOUNTA", "rvr", 3, 3, "How many matching records have a value in a field." },
        { "DGET", "rvr", 3, 3, "The field of the one matching record." },
        { "DMAX", "rvr", 3, 3, "The largest number in a field of the matching records." },
        { "DMIN", "rvr", 3, 3, "The smallest number in a field of the matching records." },
        { "DPRODUCT", "rvr", 3, 3, "The product of a field of the matching records." },
        { "DSTDEV", "rvr", 3, 3, "The standard deviation of a field, the matching records being a sample." },
        { "DSTDEVP", "rvr", 3, 3, "The standard deviation of a field, the matching records being a population." },
        { "DSUM", "rvr", 3, 3, "The sum of a field of the matching records." },
        { "DVAR", "rvr", 3, 3, "The variance of a field, the matching records being a sample." },
        { "DVARP", "rvr", 3, 3, "The variance of a field, the matching records being a population." },
    };
}
