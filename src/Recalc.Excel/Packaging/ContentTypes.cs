namespace Recalc.Excel.Packaging;

/// <summary>Which part is of which type (<c>[Content_Types].xml</c>).</summary>
internal sealed class ContentTypes
{
    private readonly Dictionary<string, string> _byExtension = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _byPart = new(StringComparer.OrdinalIgnoreCase);

    public static ContentTypes Read(PartReader reader)
    {
        var result = new ContentTypes();
        reader.MoveToRoot("Types", anyNamespace: true);
        for (var children = reader.AllChildren(); children.MoveNext();)
        {
            if (reader.Name is not ("Default" or "Override")) continue;
            var type = reader.Required("ContentType");
            if (reader.Name == "Default") result._byExtension[reader.Required("Extension")] = type;
            else result._byPart[PartName.OfEntry(reader.Required("PartName"))] = type;
        }
        return result;
    }

    /// <summary>The type of a part; null when the package does not say.</summary>
    public string? Of(string part) =>
        _byPart.GetValueOrDefault(part) ?? _byExtension.GetValueOrDefault(part[(part.LastIndexOf('.') + 1)..]);
}
