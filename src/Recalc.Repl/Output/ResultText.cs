using Recalc.Repl.Evaluating;
using Recalc.Values;

namespace Recalc.Repl.Output;

/// <summary>Writes what an expression yields as a JSON object.</summary>
internal static class ResultText
{
    public static string ToJson(ExpressionResult result) => JsonLine.Of(json =>
    {
        json.WritePropertyName("value");
        ValueText.WriteTo(json, result.Value);
        json.WriteString("kind", KindOf(result.Value));
        json.WriteString("explanation", result.Explanation);
    });

    private static string KindOf(CellValue value) => value.Kind switch
    {
        CellValueKind.Number => "number",
        CellValueKind.Text => "text",
        CellValueKind.Logical => "logical",
        CellValueKind.Error => "error",
        _ => "blank",
    };
}
