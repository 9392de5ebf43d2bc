using Recalc.Values;

namespace Recalc.Explaining;

/// <summary>A cell on the way of an error from where it came about. Immutable; safe to share.</summary>
/// <param name="Place">The cell, name or node.</param>
/// <param name="Error">The error that it holds.</param>
/// <param name="Formula">Its formula, with <c>=</c>; null for a value or C# code.</param>
/// <param name="Reason">What the engine says of the error; null when its kind says all.</param>
public sealed record ErrorStep(Place Place, ErrorKind Error, string? Formula, string? Reason)
{
    /// <summary>The step in a line: <c>Sheet1!B2 = #DIV/0!  =A1/A2</c>.</summary>
    public override string ToString()
    {
        var formula = Formula is null ? "" : $"  {Formula}";
        var reason = Reason is null ? "" : $"  ({Reason})";
        return $"{Place} = {CellValue.FromError(Error)}{formula}{reason}";
    }
}
