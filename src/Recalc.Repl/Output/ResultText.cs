using System.Text.Json;
using Recalc.Repl.Evaluating;
using Recalc.Values;

namespace Recalc.Repl.Output;

/// <summary>Writes what an expression yields.</summary>
internal static class ResultText
{
    /// <summary>As text: a row a line, its values with tabs between. As JSON: one object, an array as an array of rows.</summary>
    public static void Write(TextWriter output, ExpressionResult result, bool asJson = false)
    {
        if (asJson) output.WriteLine(ToJson(result));
        else if (!result.IsArray) output.WriteLine(ValueText.General(result.Value));
        else foreach (var row in result.Values) output.WriteLine(string.Join('\t', row.Select(v => OneLine.Of(ValueText.General(v)))));
    }

    private static string ToJson(ExpressionResult result) => JsonLine.Of(json =>
    {
        json.WritePropertyName("value");
        if (result.IsArray) WriteRows(json, result.Values);
        else ValueText.WriteTo(json, result.Value);
        json.WriteString("kind", result.IsArray ? "array" : KindOf(result.Value));
        json.WriteString("explanation", result.Explanation);
    });

    private static void WriteRows(Utf8JsonWriter json, CellValue[][] rows)
    {
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartArray();
            foreach (var value in row) ValueText.WriteTo(json, value);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static string KindOf(CellValue value) => value.Kind switch
    {
        CellValueKind.Number => "number",
        CellValueKind.Text => "text",
        CellValueKind.Logical => "logical",
        CellValueKind.Error => "error",
        _ => "blank",
    };
}
