using Recalc.Values;

namespace Recalc.Functions.Information;

/// <summary>The numbers of kinds of values, and what a value is as a number.</summary>
internal static class KindFunctions
{
    private const int LastErrorType = 19;

    public static readonly BodyList Rows = new()
    {
        { "TYPE", (a, _) => a[0].Grid is not { } grid ? TypeOf(a[0]) : grid.Count > 1 ? 64 : TypeOf(grid.Element(0, 0)) },
        { "ERROR.TYPE", ErrorType },
        { "N", (a, site) => SingleValues.Map(a[0], site, ToNumber) },
        { "ISODD", (a, site) => TryParity(a[0], site, out var odd, out var failure) ? odd : failure },
        { "ISEVEN", (a, site) => TryParity(a[0], site, out var odd, out var failure) ? !odd : failure },
        { "ISREF", (a, _) => a[0].AreaOrNull is not null || a[0].AreasOrNull is not null },
        { "CELL", CellFacts.Of },
        { "INFO", Info },
    };

    private static double TypeOf(in Operand value)
    {
        if (value.IsText) return 2;
        if (value.Word.IsLogical) return 4;
        return value.IsError ? 16 : 1;
    }

    private static Operand ErrorType(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].IsError) return ErrorKind.NotAvailable;
        var kind = (int)arguments[0].Word.Error;
        return kind <= LastErrorType ? kind : (int)ErrorKind.Unknown;
    }

    private static CellValue ToNumber(CellValue value) => value.Kind switch
    {
        CellValueKind.Number or CellValueKind.Error => value,
        CellValueKind.Logical => value.AsLogical() ? 1 : 0,
        _ => 0,
    };

    private static bool TryParity(in Operand argument, CallSite site, out bool odd, out Operand failure)
    {
        odd = false;
        if (argument.Word.IsLogical)
        {
            failure = ErrorKind.Value;
            return false;
        }
        if (!argument.TryNumber(site, out var number, out failure)) return false;
        odd = Math.Truncate(number) % 2 != 0;
        return true;
    }

    // What is the same wherever the engine runs; all else nobody here knows.
    private static Operand Info(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryText(out var fact, out var failure)) return failure;
        return fact.ToUpperInvariant() switch
        {
            "RECALC" => "Automatic",
            "SYSTEM" => "pcdos",
            "RELEASE" => "16.0",
            "ORIGIN" => "$A:$A$1",
            _ => ErrorKind.Value,
        };
    }
}
