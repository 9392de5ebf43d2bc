namespace Recalc.Properties.Mutants;

/// <summary>A change to the engine's source that breaks it.</summary>
/// <param name="Name">What is broken, as one would tell a colleague.</param>
/// <param name="File">The file, from <c>src/Recalc</c> on.</param>
/// <param name="From">Lines that the file has once; their indentation does not matter.</param>
/// <param name="To">What is there instead.</param>
internal sealed record Mutant(string Name, string File, string From, string To)
{
    private const string Section = "## ", Fence = "```";

    /// <summary>The mutants of <c>Mutants.md</c>: a heading, the file in back quotes, the lines, and the lines that they become.</summary>
    public static IReadOnlyList<Mutant> All { get; } = [.. Read(Text())];

    public override string ToString() => Name;

    /// <summary>The source with the lines replaced.</summary>
    /// <exception cref="InvalidOperationException">The source does not have them, or has them more than once.</exception>
    public string Apply(string source)
    {
        var (lines, wanted) = (Lines(source), Lines(From));
        var places = Enumerable.Range(0, Math.Max(0, lines.Length - wanted.Length + 1))
            .Where(i => wanted.Index().All(w => lines[i + w.Index].Trim() == w.Item.Trim())).ToArray();
        if (places.Length != 1)
            throw new InvalidOperationException($"{File} has the lines of the mutant '{Name}' {places.Length} times, not once: bring Mutants.md up to date.");
        return string.Join('\n', [.. lines[..places[0]], To, .. lines[(places[0] + wanted.Length)..]]);
    }

    private static IEnumerable<Mutant> Read(string text)
    {
        foreach (var section in text.Split('\n' + Section).Skip(1))
        {
            var parts = section.Split(Fence);
            if (parts.Length != 5) throw new FormatException($"Mutants.md: not two blocks of code in '{Lines(section)[0]}'.");
            yield return new Mutant(Lines(section)[0].Trim(), parts[0].Split("In `")[1].Split('`')[0], Code(parts[1]), Code(parts[3]));
        }
    }

    // Without the name of the language.
    private static string Code(string block) => string.Join('\n', Lines(block).Skip(1)).Trim('\n');

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static string Text() => System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Mutants", "Mutants.md"));
}
