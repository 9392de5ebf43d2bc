using System.Text.Json;
using Recalc.Repl.Evaluating;
using Recalc.Values;

namespace Recalc.Repl.Output;

/// <summary>Writes what an expression yields.</summary>
internal static class EvaluationText
{
    /// <summary>As text: a row a line, its values with tabs between. As JSON: one object, an array as an array of rows.</summary>
    public static void Write(TextWriter output, Evaluation evaluation, bool asJson = false)
    {
        if (asJson) output.WriteLine(ToJson(evaluation));
        else if (!evaluation.IsArray) output.WriteLine(ValueText.General(evaluation.Value));
        else foreach (var row in evaluation.Values) output.WriteLine(string.Join('\t', row.Select(v => OneLine.Of(ValueText.General(v)))));
    }

    private static string ToJson(Evaluation evaluation) => JsonLine.Of(json =>
    {
        json.WritePropertyName("value");
        if (evaluation.IsArray) WriteRows(json, evaluation.Values);
        else ValueText.WriteTo(json, evaluation.Value);
        json.WriteString("kind", evaluation.IsArray ? "array" : KindOf(evaluation.Value));
        json.WriteString("explanation", evaluation.Explanation);
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
