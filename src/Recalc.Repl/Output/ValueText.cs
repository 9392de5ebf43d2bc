using System.Globalization;
using System.Text.Json;
using Recalc.Values;

namespace Recalc.Repl.Output;

/// <summary>How the tool writes values.</summary>
internal static class ValueText
{
    /// <summary>As a cell shows it that was given no number format: numbers with at most 15 digits.</summary>
    public static string General(CellValue value) =>
        value.TryGetNumber(out var number) ? number.ToString("G15", CultureInfo.InvariantCulture) : value.ToString();

    /// <summary>So that two values that differ are written differently: all digits, text in quotation marks.</summary>
    public static string Exact(CellValue value) => value.Kind switch
    {
        CellValueKind.Text => $"\"{value.AsText().Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        CellValueKind.Blank => "blank",
        _ => value.ToString(),
    };

    /// <summary>As JSON: a number, a string, true or false, null for blank, and <c>{"error":"#N/A"}</c>.</summary>
    public static void WriteTo(Utf8JsonWriter json, CellValue value)
    {
        switch (value.Kind)
        {
            case CellValueKind.Number: json.WriteNumberValue(value.AsNumber()); break;
            case CellValueKind.Text: json.WriteStringValue(value.AsText()); break;
            case CellValueKind.Logical: json.WriteBooleanValue(value.AsLogical()); break;
            case CellValueKind.Error:
                json.WriteStartObject();
                json.WriteString("error", value.ToString());
                json.WriteEndObject();
                break;
            default: json.WriteNullValue(); break;
        }
    }
}
