namespace Recalc.Excel.Packaging;

/// <summary>
/// Names of parts (ISO/IEC 29500-2 §6.2), as files really spell them. The form used here has no leading slash and no
/// escapes.
/// </summary>
internal static class PartName
{
    public const string ContentTypes = "[Content_Types].xml";

    /// <summary>The name that an entry of the archive stands for.</summary>
    public static string OfEntry(string entry) => Uri.UnescapeDataString(entry.Replace('\\', '/').TrimStart('/'));

    /// <summary>The part that a relationship of <paramref name="source"/> points at; the empty source is the package.</summary>
    public static string Resolve(string source, string target)
    {
        target = target.Replace('\\', '/');
        var fragment = target.IndexOf('#', StringComparison.Ordinal);
        if (fragment >= 0) target = target[..fragment];
        var path = new List<string>();
        if (!target.StartsWith('/')) path.AddRange(source.Split('/')[..^1]);
        foreach (var segment in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == ".") continue;
            if (segment != "..") path.Add(Uri.UnescapeDataString(segment));
            else if (path.Count > 0) path.RemoveAt(path.Count - 1);
        }
        return string.Join('/', path);
    }

    /// <summary>The part that holds the relationships of <paramref name="source"/>.</summary>
    public static string RelationshipsOf(string source)
    {
        var slash = source.LastIndexOf('/') + 1;
        return $"{source[..slash]}_rels/{source[slash..]}.rels";
    }
}
