using System.Collections;

namespace Recalc.Functions;

/// <summary>A family's declarations, written as rows: name, signature, fewest and most arguments, what it computes.</summary>
internal sealed class DeclarationList(FunctionFamily family) : IEnumerable<FunctionDeclaration>
{
    private readonly List<FunctionDeclaration> _rows = [];

    /// <summary>Adds a row; see <see cref="Signature"/> for how one is written.</summary>
    public void Add(
        string name, string signature, int minimum, int maximum, string description, FunctionPurity purity = FunctionPurity.Pure) =>
        _rows.Add(new(name, family, Signature.Parse(signature), minimum, maximum, purity, description));

    public IEnumerator<FunctionDeclaration> GetEnumerator() => _rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
