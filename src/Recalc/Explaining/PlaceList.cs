using System.Collections;

namespace Recalc.Explaining;

/// <summary>Places that answer a question. Immutable; safe to share.</summary>
public sealed class PlaceList : IReadOnlyList<Place>
{
    private readonly Place[] _places;

    internal PlaceList(IEnumerable<Place> places, bool isComplete) => (_places, IsComplete) = ([.. places], isComplete);

    /// <summary>False when there are more, beyond what the question was allowed to look at.</summary>
    public bool IsComplete { get; }

    /// <summary>How many places.</summary>
    public int Count => _places.Length;

    /// <summary>A place.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such place.</exception>
    public Place this[int index] => _places[index];

    /// <inheritdoc/>
    public IEnumerator<Place> GetEnumerator() => ((IEnumerable<Place>)_places).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The places, separated by commas; three dots stand for those that are left out.</summary>
    public override string ToString() => string.Join(", ", _places) + (IsComplete ? "" : ", …");
}
