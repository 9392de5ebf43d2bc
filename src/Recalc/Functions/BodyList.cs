using System.Collections;

namespace Recalc.Functions;

/// <summary>A family's bodies, written as rows: name and body. The declaration of the same name says what reaches the body.</summary>
internal sealed class BodyList : IEnumerable<(string Name, FunctionBody Body)>
{
    private readonly List<(string, FunctionBody)> _rows = [];

    /// <summary>Adds a row.</summary>
    public void Add(string name, FunctionBody body) => _rows.Add((name, body));

    public IEnumerator<(string Name, FunctionBody Body)> GetEnumerator() => _rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
