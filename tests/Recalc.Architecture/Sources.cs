using System.Text.RegularExpressions;

namespace Recalc.Architecture;

/// <summary>The source tree that the tests were built from.</summary>
internal static partial class Sources
{
    private static readonly string Root = FindRoot();

    /// <summary>The projects below a folder of the repository.</summary>
    public static IEnumerable<string> Projects(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)
            .Select(p => Path.GetFileNameWithoutExtension(p)!);

    /// <summary>The namespaces that each file of a project brings in.</summary>
    public static IEnumerable<TypeUse> Imports(string project)
    {
        var folder = Path.Combine(Root, "src", project);
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (path.StartsWith("obj/", StringComparison.Ordinal) || path.StartsWith("bin/", StringComparison.Ordinal)) continue;
            var text = File.ReadAllText(file);
            var from = new TypeName(Namespace().Match(text).Groups[1].Value, path);
            foreach (Match match in Import().Matches(text)) yield return new TypeUse(from, new TypeName(match.Groups[1].Value, "*"));
        }
    }

    [GeneratedRegex(@"^namespace\s+([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:global )?using\s+(?:static\s+)?(?:\w+\s*=\s*)?(Recalc\.[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Import();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Recalc.sln"))) return folder.FullName;
        }
        throw new InvalidOperationException("The tests must lie in a checkout of the repository: no Recalc.sln above "
            + AppContext.BaseDirectory);
    }
}
