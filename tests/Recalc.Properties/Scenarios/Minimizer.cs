namespace Recalc.Properties.Scenarios;

/// <summary>Finds a short scenario that still fails, by leaving steps out and making them simpler.</summary>
internal static class Minimizer
{
    public static IReadOnlyList<Step> Minimize(IReadOnlyList<Step> steps, Func<IReadOnlyList<Step>, bool> fails)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            for (var length = Math.Max(1, steps.Count / 2); length >= 1; length /= 2)
            {
                for (var at = 0; at < steps.Count;)
                {
                    IReadOnlyList<Step> shorter = [.. steps.Take(at), .. steps.Skip(at + length)];
                    if (shorter.Count < steps.Count && fails(shorter)) (steps, changed) = (shorter, true);
                    else at += length;
                }
            }
            for (var at = 0; at < steps.Count; at++)
            {
                var simpler = steps[at].Simpler().Select(s => (IReadOnlyList<Step>)[.. steps.Take(at), s, .. steps.Skip(at + 1)]).FirstOrDefault(fails);
                if (simpler is null) continue;
                (steps, changed) = (simpler, true);
                at--;
            }
        }
        return steps;
    }
}
