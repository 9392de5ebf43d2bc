using System.IO.Compression;
using System.Text.Json;
using Recalc.Values;

namespace Recalc.Conformance.Reference;

/// <summary>Rows of case files, and what they expect.</summary>
internal static class ReferenceCases
{
    private const double Tolerance = 1e-12;

    public static IEnumerable<JsonElement> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) yield return JsonDocument.Parse(line).RootElement;
    }

    /// <summary>A typed value; null for what is no single one.</summary>
    public static CellValue? ValueOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Object when element.TryGetProperty("error", out var error) => ErrorText.TryParse(error.GetString(), out var kind) ? kind : null,
        _ => (CellValue?)null,
    };

    public static bool Agrees(CellValue expected, CellValue actual, double tolerance = Tolerance)
    {
        if (!expected.TryGetNumber(out var a) || !actual.TryGetNumber(out var b)) return expected == actual;
        return Math.Abs(a - b) <= tolerance * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));
    }
}
