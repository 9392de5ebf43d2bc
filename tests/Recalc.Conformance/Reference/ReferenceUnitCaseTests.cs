using System.Globalization;
using System.Text.Json;
using Recalc.Addressing;
using Recalc.Reference;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Conformance.Reference;

public sealed class ReferenceUnitCaseTests
{
    [Theory]
    [InlineData("fast-formula-parser", 0.97, 140)]
    [InlineData("closedxml-unittests", 0.99, 130)]
    [InlineData("phpspreadsheet-unittests", 0.97, 400)]
    [InlineData("onlyoffice-unittests", 0.95, 360)]
    public void Reference_agrees_with_cases_of_other_suites(string source, double floor, int least)
    {
        var (compared, unsupported, differences) = (0, 0, new List<string>());
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Corpus.RootOrSkip(), "cases", source)).Order(StringComparer.Ordinal))
        {
            foreach (var row in ReferenceCases.Read(file))
            {
                if (!IsScalar(row, out var expected)) continue;
                var actual = Evaluate(
                    row, source is "onlyoffice-unittests" or "phpspreadsheet-unittests", source == "phpspreadsheet-unittests" ? "Worksheet" : "Sheet1",
                    source == "onlyoffice-unittests" ? FormulaFlavor.Implicit : FormulaFlavor.Dynamic);
                if (actual is null) unsupported++;
                else compared++;
                var tolerance = row.TryGetProperty("tol", out var tol) && tol.ValueKind == JsonValueKind.Number ? tol.GetDouble() : 1e-12;
                if (actual is { } value && !ReferenceCases.Agrees(expected, value, tolerance))
                    differences.Add($"{Path.GetFileName(file)} {row.GetProperty("formula")}: {expected} is not {value}; {(row.TryGetProperty("inputs", out var inputs) ? inputs : "")}");
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{source}: {compared} compared, {differences.Count} differ, {unsupported} unsupported\n{string.Join('\n', differences)}");
        Assert.True(compared >= least, $"{compared} rows were compared.");
        Assert.True(differences.Count <= (1 - floor) * compared, $"{differences.Count} of {compared} differ:\n{string.Join('\n', differences)}");
    }

    private static bool IsScalar(JsonElement row, out CellValue expected)
    {
        expected = default;
        if (row.TryGetProperty("elem", out _) || row.TryGetProperty("array", out _) || row.TryGetProperty("array_result", out _)) return false;
        if (ReferenceCases.ValueOf(row.GetProperty("expected")) is not { } value) return false;
        expected = value;
        var formula = row.GetProperty("formula").GetString()!;
        if (formula.Contains("A0:A0", StringComparison.Ordinal) || formula.Contains("(A1:A1,", StringComparison.Ordinal)) return false;   // the range was lost
        return SyntaxTree.Parse(formula) is { Diagnostics.Count: 0, Root.Kind: not SyntaxKind.Missing };
    }

    private static CellValue? Evaluate(JsonElement row, bool typed, string sheet, FormulaFlavor flavor)
    {
        var workbook = new ReferenceWorkbook();
        var filled = new HashSet<(string, CellAddress)>();
        if (row.TryGetProperty("inputs", out var inputs) && inputs.ValueKind == JsonValueKind.Object)
        {
            var names = inputs.EnumerateObject().Select(i => i.Name).ToArray();
            if (names is [var first, ..] && first.Contains('!', StringComparison.Ordinal) && !names.Any(n => n.StartsWith(sheet + "!", StringComparison.Ordinal)))
                sheet = first[..first.LastIndexOf('!')];
            foreach (var input in inputs.EnumerateObject())
            {
                var bang = input.Name.LastIndexOf('!');
                var name = bang < 0 ? sheet : input.Name[..bang];
                if (!workbook.HasSheet(name)) workbook.AddSheet(name);
                if (!CellAddress.TryParse(input.Name.AsSpan(bang + 1), out var cell)) return null;
                filled.Add((name, cell));
                Set(workbook, name, cell, input.Value, typed);
            }
        }
        if (!workbook.HasSheet(sheet)) workbook.AddSheet(sheet);
        // Some rows do not tell the cell, and give one that the formula refers to.
        if (!CellAddress.TryParse(row.GetProperty("cell").GetString(), null, out var own) || filled.Contains((sheet, own))) own = new CellAddress(50, own.Row);
        workbook.SetFormula(sheet, own, row.GetProperty("formula").GetString()!, flavor);
        return workbook.Get(sheet, own);
    }

    private static void Set(ReferenceWorkbook workbook, string sheet, CellAddress cell, JsonElement value, bool typed)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : null;
        if (text is ['=', _, ..]) workbook.SetFormula(sheet, cell, text);
        else if (text is ['\'', ..]) workbook.SetValue(sheet, cell, text[1..]);
        else if (typed && text is not null) workbook.SetValue(sheet, cell, Typed(text));
        else if (ReferenceCases.ValueOf(value) is { } given) workbook.SetValue(sheet, cell, given);
    }

    private static CellValue Typed(string text)
    {
        if (text.Length == 0) return default;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        if (ErrorText.TryParse(text, out var error)) return error;
        return bool.TryParse(text, out var logical) ? logical : text;
    }
}
