using System.Buffers;

namespace Recalc.Values;

/// <summary>
/// A text in the making: in room that the caller lends, on the stack, and past that in pooled memory, which <see cref="Dispose"/> gives
/// back. Grows up to a limit; what would be longer is marked as over and dropped. Not for several threads.
/// </summary>
internal ref struct TextBuffer
{
    /// <summary>The room that callers lend as a rule, in UTF-16 units.</summary>
    public const int StackRoom = 256;

    private readonly int _limit;

    // _pooled is null while the text fits the lent room; _length is at most _room.Length and _limit.
    private char[]? _pooled;
    private Span<char> _room;
    private int _length;

    /// <summary>An empty text that may grow to a number of UTF-16 units.</summary>
    public TextBuffer(Span<char> room, int limit)
    {
        _room = room;
        _limit = limit;
    }

    /// <summary>How many UTF-16 units there are.</summary>
    public readonly int Length => _length;

    /// <summary>True once something did not fit; the text is then not what was asked for.</summary>
    public bool IsOver { get; private set; }

    /// <summary>What was written; it may be changed until the next text is added.</summary>
    public readonly Span<char> Written => _room[.._length];

    public void Add(char character) => Add(new ReadOnlySpan<char>(in character));

    public void Add(scoped ReadOnlySpan<char> text)
    {
        if (text.Length > _limit - _length) IsOver = true;
        if (IsOver) return;
        if (text.Length > _room.Length - _length) Grow(_length + text.Length);
        text.CopyTo(_room[_length..]);
        _length += text.Length;
    }

    /// <summary>Adds a character a number of times.</summary>
    public void Add(char character, int count)
    {
        for (; count > 0 && !IsOver; count--) Add(character);
    }

    /// <summary>Adds a whole number that is not negative, with zeros before it up to a number of digits.</summary>
    public void AddNumber(long number, int digits)
    {
        Span<char> text = stackalloc char[20];
        var at = text.Length;
        for (; number > 0; number /= 10) text[--at] = (char)('0' + number % 10);
        Add('0', digits - (text.Length - at));
        Add(text[at..]);
    }

    public override readonly string ToString() => new(Written);

    /// <summary>Gives pooled memory back.</summary>
    public readonly void Dispose()
    {
        if (_pooled is not null) ArrayPool<char>.Shared.Return(_pooled);
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(needed, 2 * _room.Length));
        Written.CopyTo(larger);
        Dispose();
        _pooled = larger;
        _room = larger;
    }
}
