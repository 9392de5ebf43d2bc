using System.Globalization;
using System.Text;
using Recalc.Values;

namespace Recalc.Explaining;

/// <summary>Spells an explanation out in lines: a word that says what, and what there is to say.</summary>
internal static class ExplanationWriter
{
    /// <summary>So many places or steps are shown; of a longer way the ends.</summary>
    private const int Most = 12;

    public static string Write(Explanation explanation)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{explanation.Place} = {ValueOf(explanation.Value)}\n");
        Add(text, "formula", explanation.Formula);
        if (explanation.Content == CellContent.Code) Add(text, "formula", "C# code");
        if (explanation.Value.Kind == CellValueKind.Error) Add(text, "error", explanation.Reason);
        if (explanation.Content is not (CellContent.Value or CellContent.Blank)) Add(text, "state", StateOf(explanation));
        Add(text, "reads", Listed(explanation.Reads));
        Add(text, "awaits", Listed(explanation.Awaits));
        if (explanation.CutOffBy is { Count: > 0 } cutOffBy) Add(text, "cut off", $"at {Listed(cutOffBy)}, computed with the same value as before");
        AddStatistics(text, explanation.Statistics);
        if (explanation.ErrorPath.Count > 1) AddSteps(text, "comes from", explanation.ErrorPath.Skip(1).Select(s => s.ToString()).ToList());
        if (explanation.Ring.Count > 0) AddSteps(text, "ring", explanation.Ring.Append(explanation.Ring[0]).Select(p => p.ToString()).ToList());
        if (!explanation.IsComplete) Add(text, "more", "there is; the search was given up");
        return text.ToString().TrimEnd('\n');
    }

    private static string ValueOf(CellValue value) => value.Kind switch
    {
        CellValueKind.Blank => "(blank)",
        CellValueKind.Text => $"\"{value.AsText()}\"",
        _ => value.ToString(),
    };

    private static string StateOf(Explanation explanation)
    {
        var volatility = explanation.IsVolatile ? ", volatile" : "";
        return explanation.State switch
        {
            RecalcState.Done => "done" + volatility,
            RecalcState.InProgress => "in progress" + volatility,
            _ => (explanation.MustRun ? "script: has to be computed" : "script: may have to be computed") + volatility,
        };
    }

    private static void AddStatistics(StringBuilder text, RunStatistics? runs)
    {
        if (runs is null) return;
        var wave = runs.Wave > 1 ? $", the last in wave {runs.Wave}" : "";
        Add(text, "runs", string.Create(CultureInfo.InvariantCulture, $"{runs.Runs}{wave}; {runs.Cleanings} times valid without; {runs.Time.TotalMicroseconds:0.###} µs; used {runs.Uses} times"));
    }

    private static string? Listed(PlaceList places)
    {
        if (places.Count == 0) return null;
        var shown = string.Join(", ", places.Take(Most));
        return places.Count > Most || !places.IsComplete ? shown + ", …" : shown;
    }

    private static void AddSteps(StringBuilder text, string word, List<string> steps)
    {
        var tail = steps.Count > Most ? Most / 2 : 0;
        var head = Math.Min(steps.Count, Most - tail);
        for (var i = 0; i < head; i++) Add(text, i == 0 ? word : "", steps[i]);
        if (tail == 0) return;
        Add(text, "", string.Create(CultureInfo.InvariantCulture, $"… {steps.Count - head - tail} more"));
        for (var i = steps.Count - tail; i < steps.Count; i++) Add(text, "", steps[i]);
    }

    private static void Add(StringBuilder text, string word, string? what)
    {
        if (what is not null) text.Append("  ").Append(word.PadRight(12)).Append(what).Append('\n');
    }
}
