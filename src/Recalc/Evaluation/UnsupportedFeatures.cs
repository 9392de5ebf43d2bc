namespace Recalc.Evaluation;

/// <summary>
/// What the formulas of a workbook use that this version does not compute, as far as it was met. Each feature has a trait of its own, the
/// last one excepted, which all that come late share. Shared by the forks of a workbook; thread-safe.
/// </summary>
internal sealed class UnsupportedFeatures
{
    /// <summary>What uses a reference to another workbook of which no cells were kept, or a name of one.</summary>
    public const string Links = "links to other workbooks";

    private const string Others = "others";
    private const int FirstBit = 8;
    private const int Most = 64 - FirstBit;

    private readonly Lock _gate = new();

    /// <summary>Replaced as a whole when one is added, so that reading takes no lock.</summary>
    private List<string> _names = [];

    public int Count => _names.Count;

    public string this[int feature] => _names[feature];

    /// <summary>The trait of formulas that use a feature and nothing else.</summary>
    public static ScriptTraits TraitOf(int feature) => (ScriptTraits)(1UL << (FirstBit + feature));

    /// <summary>The traits of a formula that uses a feature: a function by its name, or one of the constants.</summary>
    public ScriptTraits Add(string name)
    {
        lock (_gate)
        {
            var feature = _names.FindIndex(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));
            if (feature < 0)
            {
                feature = Math.Min(_names.Count, Most - 1);
                if (feature == _names.Count) _names = [.. _names, feature == Most - 1 ? Others : name];
            }
            return ScriptTraits.Unsupported | TraitOf(feature);
        }
    }
}
