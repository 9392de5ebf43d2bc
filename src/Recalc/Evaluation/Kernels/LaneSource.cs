namespace Recalc.Evaluation.Kernels;

/// <summary>Where a kernel takes an operand from: a word a lane, or one word for all lanes.</summary>
internal readonly ref struct LaneSource
{
    private readonly ReadOnlySpan<ulong> _words;
    private readonly ulong _word;

    /// <summary>A word a lane; at least as many as there are results.</summary>
    public LaneSource(ReadOnlySpan<ulong> words) => _words = words;

    /// <summary>The same word in all lanes.</summary>
    public LaneSource(ulong word) => (_word, IsUniform) = (word, true);

    public bool IsUniform { get; }

    /// <summary>What a lane's number is to be masked with to find its word among <see cref="Lanes"/>.</summary>
    public nuint Mask => IsUniform ? 0 : nuint.MaxValue;

    public ulong this[int lane] => IsUniform ? _word : _words[lane];

    /// <summary>
    /// The words of so many lanes, or the one word as often as the buffer is long: a vector loaded from its start is then good for all.
    /// </summary>
    public ReadOnlySpan<ulong> Lanes(Span<ulong> buffer, int count)
    {
        if (!IsUniform) return _words[..count];
        buffer.Fill(_word);
        return buffer;
    }
}
