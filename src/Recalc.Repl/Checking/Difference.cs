using Recalc.Addressing;
using Recalc.Repl.Output;
using Recalc.Values;

namespace Recalc.Repl.Checking;

/// <summary>A cell whose value is not what was expected.</summary>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Formula">The formula, without <c>=</c>; for a cell of an array that of the array.</param>
/// <param name="Expected">What the file says.</param>
/// <param name="Got">What was calculated.</param>
internal sealed record Difference(string Sheet, CellAddress Cell, string Formula, CellValue Expected, CellValue Got)
{
    /// <summary>The columns of a line of text.</summary>
    public string[] Columns =>
    [
        OneLine.Of($"{Sheet}!{Cell}"),
        OneLine.Of($"expected {ValueText.Exact(Expected)}"),
        OneLine.Of($"got {ValueText.Exact(Got)}"),
        OneLine.Of($"={Formula}"),
    ];

    public string ToJson(string file) => JsonLine.Of(json =>
    {
        json.WriteString("kind", "difference");
        json.WriteString("file", file);
        json.WriteString("sheet", Sheet);
        json.WriteString("cell", Cell.ToString());
        json.WriteString("formula", Formula);
        json.WritePropertyName("expected");
        ValueText.WriteTo(json, Expected);
        json.WritePropertyName("got");
        ValueText.WriteTo(json, Got);
    });
}
