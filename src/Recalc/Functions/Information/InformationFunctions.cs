using Recalc.Values;

namespace Recalc.Functions.Information;

/// <summary>What a single value is. Errors are answered, not passed on.</summary>
internal static class InformationFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "NA", (_, _) => ErrorKind.NotAvailable },
        { "ISBLANK", (a, _) => a[0].Word.IsBlank },
        { "ISERROR", (a, _) => a[0].IsError },
        { "ISNA", (a, _) => IsNotAvailable(a[0]) },
        { "ISERR", (a, _) => a[0].IsError && !IsNotAvailable(a[0]) },
        { "ISNUMBER", (a, _) => a[0].IsNumber },
        { "ISTEXT", (a, _) => a[0].IsText },
        { "ISNONTEXT", (a, _) => !a[0].IsText },
        { "ISLOGICAL", (a, _) => a[0].Word.IsLogical },
    };

    private static bool IsNotAvailable(in Operand value) => value.Word == CellWord.FromError(ErrorKind.NotAvailable);
}
