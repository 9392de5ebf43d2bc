namespace Recalc.Properties.Scenarios;

/// <summary>Edits that are made together, or staged and dropped.</summary>
internal sealed record Batch(IReadOnlyList<Step> Edits, bool Commits) : Step
{
    public override IEnumerable<Step> Simpler()
    {
        if (Edits.Count == 1 && Commits) yield return Edits[0];
        for (var i = 0; i < Edits.Count && Edits.Count > 1; i++) yield return this with { Edits = [.. Edits.Take(i), .. Edits.Skip(i + 1)] };
        for (var i = 0; i < Edits.Count; i++)
            foreach (var simpler in Edits[i].Simpler()) yield return this with { Edits = [.. Edits.Take(i), simpler, .. Edits.Skip(i + 1)] };
    }

    public override string ToString() => $"{(Commits ? "together" : "dropped")} ({string.Join("; ", Edits)})";
}
