using Recalc.Values;

namespace Recalc.Conformance;

/// <summary>Results as spec files write them: a literal of a formula.</summary>
internal static class SpecLiteral
{
    public static CellValue Read(string text) => text switch
    {
        "TRUE" or "FALSE" => text == "TRUE",
        ['"', ..] => text[1..^1],
        ['#', ..] => ErrorText.TryParse(text, out var error) ? error : throw new FormatException(text),
        _ => double.Parse(text, null),
    };
}
