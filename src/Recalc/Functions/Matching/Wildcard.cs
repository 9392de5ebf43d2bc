namespace Recalc.Functions.Matching;

/// <summary>
/// A pattern for whole texts, without case: <c>*</c> is any text, <c>?</c> any character, and <c>~</c> before one of these or another
/// <c>~</c> takes it by the letter. <c>default</c> fits empty text. Immutable.
/// </summary>
internal readonly ref struct Wildcard(ReadOnlySpan<char> pattern)
{
    private readonly ReadOnlySpan<char> _pattern = pattern;

    /// <summary>True when the pattern is more than a text to be compared.</summary>
    public static bool IsPattern(ReadOnlySpan<char> text) => text.ContainsAny('*', '?', '~');

    /// <summary>
    /// True when the pattern fits the text as a whole. Takes time in proportion to the text, and at worst to the product of both lengths.
    /// </summary>
    public bool Matches(ReadOnlySpan<char> text)
    {
        var (at, pattern) = (0, 0);
        // Where the last star stands, and where what follows it was last tried.
        var (star, tried) = (-1, 0);
        while (at < text.Length)
        {
            if (pattern < _pattern.Length && _pattern[pattern] == '*')
            {
                (star, tried) = (pattern++, at);
                continue;
            }
            if (TryTake(text[at], ref pattern))
            {
                at++;
                continue;
            }
            if (star < 0) return false;
            (pattern, at) = (star + 1, ++tried);
        }
        while (pattern < _pattern.Length && _pattern[pattern] == '*') pattern++;
        return pattern == _pattern.Length;
    }

    /// <summary>
    /// The first place, not before <paramref name="from"/>, where the pattern fits the text or a part of it; -1 when there is none.
    /// Takes time in proportion to the product of both lengths at worst.
    /// </summary>
    public int IndexIn(ReadOnlySpan<char> text, int from)
    {
        for (var start = from; start <= text.Length; start++)
        {
            if (!FitsHead(text[start..], out var length, out var head)) continue;
            // What does not follow the first star here follows it nowhere further on.
            return head == _pattern.Length || new Wildcard(_pattern[head..]).FitsStart(text[(start + length)..]) ? start : -1;
        }
        return -1;
    }

    // Whether what stands before the first star fits the start of the text, how much of the text it takes, and where the star is.
    private bool FitsHead(ReadOnlySpan<char> text, out int length, out int head)
    {
        (length, head) = (0, 0);
        while (head < _pattern.Length && _pattern[head] != '*')
        {
            if (length == text.Length || !TryTake(text[length], ref head)) return false;
            length++;
        }
        return true;
    }

    // Whether the pattern, which starts with a star, fits some start of the text: between stars the first fit is as good as any.
    private bool FitsStart(ReadOnlySpan<char> text)
    {
        var rest = _pattern.TrimStart('*');
        return rest.Length == 0 || new Wildcard(rest).IndexIn(text, 0) >= 0;
    }

    // Moves on when the character fits what stands in the pattern.
    private bool TryTake(char character, ref int pattern)
    {
        if (pattern >= _pattern.Length) return false;
        var wanted = _pattern[pattern];
        var next = pattern + 1 < _pattern.Length ? _pattern[pattern + 1] : '\0';
        var length = 1;
        if (wanted == '~' && next is '*' or '?' or '~') (wanted, length) = (next, 2);
        else if (wanted == '?') wanted = character;
        if (wanted != character && char.ToUpperInvariant(wanted) != char.ToUpperInvariant(character)) return false;
        pattern += length;
        return true;
    }
}
