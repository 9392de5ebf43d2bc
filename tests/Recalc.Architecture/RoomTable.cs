namespace Recalc.Architecture;

/// <summary>
/// Who may use whom: every namespace is a key, and its value are the rooms that it may use besides its own and the room that everyone
/// may use. A room is the namespace below the root; what lies below that belongs to it.
/// </summary>
internal sealed class RoomTable(string root, string shared, Dictionary<string, string[]> uses)
{
    public string Root { get; } = root;

    public IEnumerable<string> Namespaces => uses.Keys;

    /// <summary>What breaks the table among the uses; each type and room once.</summary>
    public IEnumerable<string> Violations(IEnumerable<TypeUse> actual) => actual
        .Where(u => IsOurs(u.From.Namespace) && IsOurs(u.To.Namespace) && !Allows(u.From.Namespace, u.To.Namespace))
        .Select(u => $"{u.From} may not use {u.To}")
        .Distinct().Order(StringComparer.Ordinal);

    /// <summary>The namespaces that have no line in the table.</summary>
    public IEnumerable<string> Unknown(IEnumerable<string> namespaces) =>
        namespaces.Where(n => !uses.ContainsKey(n)).Order(StringComparer.Ordinal);

    private bool Allows(string from, string to) =>
        RoomOf(from) == RoomOf(to) || RoomOf(to) == shared || (uses.TryGetValue(from, out var rooms) && rooms.Contains(RoomOf(to)));

    private bool IsOurs(string name) => name == Root || name.StartsWith(Root + ".", StringComparison.Ordinal);

    private string RoomOf(string name)
    {
        if (name == Root) return Root;
        var end = name.IndexOf('.', Root.Length + 1);
        return end < 0 ? name : name[..end];
    }
}
