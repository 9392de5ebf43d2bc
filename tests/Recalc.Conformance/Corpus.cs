namespace Recalc.Conformance;

/// <summary>
/// Formulas and workbooks written by others, outside of the repository: where <c>RECALC_CORPUS</c> says, else at <c>../shared/corpus</c>
/// from its
/// root. Nothing of it is copied here.
/// </summary>
internal static class Corpus
{
    private static readonly string? Root = Find();

    /// <summary>The folder that holds <c>cases</c> and <c>files</c>; skips the test when there is none.</summary>
    public static string RootOrSkip()
    {
        Assert.SkipWhen(Root is null, "There is no corpus: set RECALC_CORPUS to its folder, or put it at ../shared/corpus.");
        return Root!;
    }

    /// <summary>The folders below <c>cases</c>, by name.</summary>
    public static IEnumerable<string> Sources() =>
        Directory.GetDirectories(Path.Combine(RootOrSkip(), "cases")).Order(StringComparer.Ordinal);

    /// <summary>True for a source of single expressions; the others are workbooks.</summary>
    public static bool IsUnits(string source) =>
        source.EndsWith("-unittests", StringComparison.Ordinal) || source is "fast-formula-parser" or "libreoffice-functions";

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("RECALC_CORPUS") is { Length: > 0 } set) return Directory.Exists(set) ? set : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Recalc.sln"))) continue;
            var corpus = Path.Combine(folder.FullName, "..", "shared", "corpus");
            return Directory.Exists(corpus) ? Path.GetFullPath(corpus) : null;
        }
        return null;
    }
}
