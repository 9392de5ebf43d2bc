using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Conformance;

/// <summary>
/// The tables of spec files about what happens over time: each is a workbook of its own with the sheets <c>Sheet1</c>, <c>Sheet2</c> and <c>Sheet3</c>,
/// whose rows are edits and what cells hold after them.
/// </summary>
public sealed class ScenarioSpecTests
{
    private static readonly string[] Files = ["spills.md", "cycles.md", "volatile.md", "three-dimensional.md", "whole-columns.md", "rows.md"];

    public static IEnumerable<TheoryDataRow<string, int>> Tables => Files.SelectMany(f => SpecTable.ReadTables(f, "edit", "reads")
        .Select((t, i) => new TheoryDataRow<string, int>(f, i) { TestDisplayName = t[0].Place }));

    [Theory]
    [MemberData(nameof(Tables))]
    public void Workbook_goes_through_its_edits(string file, int table)
    {
        var clock = new StandingClock(new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero));
        var workbook = new Workbook(new RecalcOptions { Clock = clock });
        foreach (var name in (string[])["Sheet1", "Sheet2", "Sheet3"]) workbook.AddSheet(name);
        foreach (var row in SpecTable.ReadTables(file, "edit", "reads")[table])
        {
            Edit(workbook, clock, row.Cells[0]);
            foreach (var read in row.Cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)) AssertReads(workbook, row.Place, read);
        }
    }

    // "A1: 5", "A1: =B1*2", "Sheet2!A1: blank", "hide: 2-3", "day: 1", or "-".
    private static void Edit(Workbook workbook, StandingClock clock, string edit)
    {
        if (edit == "-") return;
        var (place, content) = (edit[..edit.IndexOf(": ", StringComparison.Ordinal)], edit[(edit.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
        switch (place)
        {
            case "day":
                clock.Advance(TimeSpan.FromDays(int.Parse(content, null)));
                break;
            case "iterate":
                workbook.Calculation = workbook.Calculation with { Iterate = true, IterateCount = int.Parse(content, null) };
                break;
            case "hide":
                var rows = content.Split('-').Select(r => int.Parse(r, null) - 1).ToArray();
                workbook.Sheets[0].BeginLoad().HideRows(rows[0], rows[1]);
                break;
            default:
                var (sheet, range) = Find(workbook, place);
                if (content.StartsWith('=')) sheet.SetFormula(range, content[1..]);
                else sheet[range.First] = content == "blank" ? CellValue.Blank : SpecLiteral.Read(content);
                break;
        }
    }

    private static void AssertReads(Workbook workbook, string place, string read)
    {
        if (read == "-") return;
        var equals = read.IndexOf('=', StringComparison.Ordinal);
        var (sheet, range) = Find(workbook, read[..equals]);
        var expected = read[(equals + 1)..] is "blank" ? CellValue.Blank : SpecLiteral.Read(read[(equals + 1)..]);
        Assert.True(SpecLiteral.AreSame(expected, sheet[range.First]), $"{place}: {read[..equals]} is {sheet[range.First]}, and not {expected}.");
    }

    private static (Sheet Sheet, CellRange Range) Find(Workbook workbook, string place)
    {
        var bang = place.IndexOf('!', StringComparison.Ordinal);
        return (bang < 0 ? workbook.Sheets[0] : workbook.FindSheet(place[..bang])!, CellRange.Parse(place[(bang + 1)..]));
    }

    /// <summary>A clock that goes on when it is told to.</summary>
    private sealed class StandingClock(DateTimeOffset start) : TimeProvider
    {
        private DateTimeOffset _now = start;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => _now;

        public void Advance(TimeSpan by) => _now += by;
    }
}
