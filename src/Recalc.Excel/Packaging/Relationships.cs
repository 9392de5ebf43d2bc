namespace Recalc.Excel.Packaging;

/// <summary>The relationships of one part, in the order of the file.</summary>
internal sealed class Relationships
{
    private readonly List<Relationship> _all = [];
    private readonly Dictionary<string, Relationship> _byId = new(StringComparer.Ordinal);

    /// <summary>Reads the relationships of <paramref name="source"/>.</summary>
    public static Relationships Read(PartReader reader, string source)
    {
        var result = new Relationships();
        reader.MoveToRoot("Relationships", anyNamespace: true);
        for (var children = reader.AllChildren(); children.MoveNext();)
        {
            if (reader.Name != "Relationship") continue;
            var id = reader.Required("Id");
            var target = reader.Required("Target");
            var type = reader.Required("Type");
            var isOutside = reader["TargetMode"] == "External";
            var kind = type[(type.LastIndexOf('/') + 1)..];
            result.Add(new Relationship(id, kind, target, isOutside ? null : PartName.Resolve(source, target)));
        }
        return result;
    }

    /// <summary>The relationship of this identifier; null when there is none.</summary>
    public Relationship? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <summary>The first relationship of a kind; null when there is none.</summary>
    public Relationship? First(string kind) => OfKind(kind).FirstOrDefault();

    /// <summary>All relationships of a kind.</summary>
    public IEnumerable<Relationship> OfKind(string kind) => _all.Where(r => r.Kind == kind);

    private void Add(Relationship relationship)
    {
        _all.Add(relationship);
        _byId.TryAdd(relationship.Id, relationship);
    }
}
