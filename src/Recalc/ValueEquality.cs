using System.Collections.Immutable;

namespace Recalc;

/// <summary>When two values of a type are the same, type by type. Immutable; safe to share.</summary>
public sealed class ValueEquality
{
    private readonly ImmutableDictionary<Type, object> _comparers;

    private ValueEquality(ImmutableDictionary<Type, object> comparers) => _comparers = comparers;

    /// <summary>Equality of values for all types.</summary>
    public static ValueEquality Default { get; } = new(ImmutableDictionary<Type, object>.Empty);

    /// <summary>The same with another comparer for a type: for that very type, not for those derived from it.</summary>
    public ValueEquality With<T>(IEqualityComparer<T> comparer)
    {
        ArgumentNullException.ThrowIfNull(comparer);
        return new(_comparers.SetItem(typeof(T), comparer));
    }

    /// <summary>The comparer of a type; null where values are compared as cells are.</summary>
    public IEqualityComparer<T>? Find<T>() => _comparers.TryGetValue(typeof(T), out var comparer) ? (IEqualityComparer<T>)comparer : null;
}
