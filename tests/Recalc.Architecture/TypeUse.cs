namespace Recalc.Architecture;

/// <summary>A type of an assembly uses another type, which may lie in another assembly.</summary>
internal readonly record struct TypeUse(TypeName From, TypeName To);

/// <summary>The name of an outermost type; what is nested in it, lambdas and iterators included, goes by its name.</summary>
internal readonly record struct TypeName(string Namespace, string Name)
{
    public override string ToString() => $"{Namespace}.{Name}";
}
