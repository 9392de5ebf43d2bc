using System.Globalization;
using System.Text.Json;
using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Repl.Checking;

/// <summary>A row of a case file: a formula and what it should yield. Valid as long as the line it was read from.</summary>
internal readonly struct CaseRow(JsonElement json)
{
    private static readonly string[] Questions = ["formula", "array", "elem", "inputs"];

    /// <summary>The sheet; empty where the row says none.</summary>
    public string Sheet => Text("sheet") ?? "";

    /// <summary>The cell, as it is written; some unit rows write none that exists.</summary>
    public string Cell => Text("cell") ?? "";

    /// <summary>The formula, as a rule with its <c>=</c>.</summary>
    public string Formula => Text("formula") ?? "";

    /// <summary>The rectangle of an array formula, or null.</summary>
    public string? Array => Text("array");

    /// <summary>The first cell of the array that the cell is a part of; null for a cell with a formula of its own.</summary>
    public CellAddress? Anchor => CellRange.TryParse(Text("part_of"), null, out var array) ? array.First : null;

    /// <summary>True when the value cannot be told from the workbook alone.</summary>
    public bool IsUnstable => json.TryGetProperty("unstable", out _);

    /// <summary>True when that is for the clock or for chance.</summary>
    public bool IsVolatile => json.TryGetProperty("volatile", out _);

    /// <summary>True when the value is one of an array's: of a position, or all of them.</summary>
    public bool IsOfArray => json.TryGetProperty("elem", out _) || json.TryGetProperty("array_result", out _);

    /// <summary>True when the row is about one position of an array.</summary>
    public bool IsElement => json.TryGetProperty("elem", out _);

    /// <summary>The cells that the formula finds filled, by their addresses; empty for a row of a workbook.</summary>
    public JsonElement.ObjectEnumerator Inputs =>
        json.TryGetProperty("inputs", out var inputs) && inputs.ValueKind == JsonValueKind.Object ? inputs.EnumerateObject() : default;

    /// <summary>How the row wants to be compared: with the conventions of its source.</summary>
    public Agreement AgreementOf(double tolerance, UnitConventions conventions)
    {
        tolerance = Math.Max(tolerance, conventions.Tolerance);
        if (json.TryGetProperty("tol", out var own) && own.TryGetDouble(out var given)) tolerance = Math.Max(tolerance, given);
        if (Text("check") is { } check && RoundedPlaces(check) is { } places) tolerance = Math.Max(tolerance, Math.Pow(10, -places));
        var isShown = json.TryGetProperty("formatted", out _) || json.TryGetProperty("digits", out _);
        if (!IsHeldForRight) return new Agreement(tolerance, isShown, conventions.Dialect);
        var anyError = Text("check")!.StartsWith("of:=ISERROR(", StringComparison.Ordinal);
        return new Agreement(tolerance, isShown, conventions.Dialect, anyError, KeptOrBlank);
    }

    /// <summary>
    /// True when the document that the row is from computed something else than it expects, and does not hold that for right itself.
    /// </summary>
    public bool IsRefuted =>
        json.TryGetProperty("lo_cached", out _) && !IsHeldForRight && json.TryGetProperty("expected", out var expected)
        && TryGetValue(expected, out var value) && value != KeptOrBlank;

    /// <summary>What the row asks: rows that ask the same and expect something else rest on what they do not say.</summary>
    public string Question => string.Join('\n', Questions.Select(Raw));

    // The document compares what it computed with what it expects, in a formula of its own, and found it right.
    private bool IsHeldForRight =>
        Text("check") is not null && json.TryGetProperty("check_ok", out var isRight)
        && (isRight.ValueKind == JsonValueKind.True || (isRight.ValueKind == JsonValueKind.Number && isRight.GetDouble() == 1));

    private CellValue KeptOrBlank => json.TryGetProperty("lo_cached", out var kept) && TryGetValue(kept, out var value) ? value : CellValue.Blank;

    /// <summary>
    /// What is expected and where, counted from the cell of the formula; empty when the row expects no value that Excel has.
    /// </summary>
    public IReadOnlyList<Expectation> Expectations()
    {
        if (!json.TryGetProperty("expected", out var expected)) return [];
        if (expected.ValueKind != JsonValueKind.Array)
        {
            if (!TryGetValue(expected, out var single) || IsForeignError(single)) return [];
            return json.TryGetProperty("elem", out var at) ? [new(at[0].GetInt32(), at[1].GetInt32(), single)] : [new(0, 0, single)];
        }
        var all = new List<Expectation>();
        foreach (var (row, elements) in expected.EnumerateArray().Index())
        {
            if (elements.ValueKind != JsonValueKind.Array) return [];
            foreach (var (column, element) in elements.EnumerateArray().Index())
                if (TryGetValue(element, out var value)) all.Add(new(row, column, value));
        }
        return all;
    }

    /// <summary>The value that JSON spells: a number, text, a logical, or <c>{"error":"#N/A"}</c>; false for anything else.</summary>
    public static bool TryGetValue(JsonElement element, out CellValue value)
    {
        value = element.ValueKind switch
        {
            JsonValueKind.Number => element.GetDouble(),
            JsonValueKind.String => element.GetString(),
            JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
            JsonValueKind.Object when element.TryGetProperty("error", out var name)
                && ErrorText.TryParse(name.GetString(), out var error) => error,
            _ => default,
        };
        return !value.IsBlank;
    }

    /// <summary>The address of an input, <c>B7</c> or <c>Sheet!B7</c>, in its parts; the sheet is null when it names none.</summary>
    public static bool TrySplit(string name, out string? sheet, out CellAddress cell)
    {
        var bang = name.LastIndexOf('!');
        sheet = bang < 0 ? null : name[..bang];
        return CellAddress.TryParse(name.AsSpan(bang + 1), out cell);
    }

    // What programs show that have errors of their own: a mistake in a formula, a cycle.
    private bool IsForeignError(CellValue value) =>
        json.TryGetProperty("formatted", out _) && value.ToString() is ['#', ..] text && !ErrorText.TryParse(text, out _);

    // LibreOffice compares rounded values: ROUND([.A2];12)=…, ORG.LIBREOFFICE.ROUNDSIG([.A2];12)=…
    private static int? RoundedPlaces(string check)
    {
        var call = check.IndexOf("ROUND", StringComparison.Ordinal);
        if (call < 0) return null;
        var places = check.AsSpan(check.IndexOf(';', call) + 1);
        var end = places.IndexOf(')');
        return end > 0 && int.TryParse(places[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
    }

    private string Raw(string property) => json.TryGetProperty(property, out var value) ? value.GetRawText() : "";

    private string? Text(string property) =>
        json.TryGetProperty(property, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
