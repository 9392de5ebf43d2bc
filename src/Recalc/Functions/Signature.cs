namespace Recalc.Functions;

/// <summary>
/// The kinds of a function's arguments. Written with a letter an argument: <c>v</c> value, <c>a</c> area, <c>r</c> reference,
/// <c>l</c> lazy, <c>f</c> lambda, <c>d</c> definition. One letter, or a group in parentheses, may repeat (<c>*</c>); the letters after it
/// are those of a call's last arguments: <c>vavv</c> (VLOOKUP), <c>r(rv)*</c> (SUMIFS), <c>a*f</c> (MAP). Immutable.
/// </summary>
internal sealed class Signature
{
    // The kinds up to and with the ones that repeat, how many of these do, and the kinds after them.
    private readonly ArgumentKind[] _leading;
    private readonly int _repeat;
    private readonly ArgumentKind[] _trailing;

    private Signature(ArgumentKind[] leading, int repeat, ArgumentKind[] trailing) =>
        (_leading, _repeat, _trailing) = (leading, repeat, trailing);

    /// <summary>The signature of kinds, the last of which may repeat.</summary>
    public static Signature Of(ArgumentKind[] kinds, bool repeatsLast) => new(kinds, repeatsLast ? 1 : 0, []);

    /// <summary>How many kinds are written.</summary>
    public int Count => _leading.Length + _trailing.Length;

    /// <summary>How many kinds repeat; 0 when the number of arguments is limited by what is written.</summary>
    public int Repeat => _repeat;

    /// <summary>How many kinds are those of the last arguments.</summary>
    public int Trailing => _trailing.Length;

    /// <summary>True when all are single values.</summary>
    public bool TakesValuesOnly => Array.TrueForAll(_leading, k => k == ArgumentKind.Value) && Array.TrueForAll(_trailing, k => k == ArgumentKind.Value);

    /// <summary>Reads a signature; a <see cref="FormatException"/> says where it is wrong.</summary>
    public static Signature Parse(string text)
    {
        var star = text.IndexOf('*');
        if (star < 0) return new(Letters(text, 0, text.Length), 0, []);
        if (star == 0) throw Wrong(text, 0, "nothing stands before the asterisk");
        var grouped = text[star - 1] == ')';
        var start = grouped ? text.IndexOf('(') : star - 1;
        if (start < 0) throw Wrong(text, star - 1, "the group has no opening parenthesis");
        var group = grouped ? Letters(text, start + 1, star - 1) : Letters(text, start, star);
        if (group.Length == 0) throw Wrong(text, start, "the group is empty");
        return new([.. Letters(text, 0, start), .. group], group.Length, Letters(text, star + 1, text.Length));
    }

    /// <summary>The kind of the argument at an index when the length of the call is not known: the last kinds are not looked at.</summary>
    public ArgumentKind KindOf(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        if (index < _leading.Length) return _leading[index];
        return _repeat == 0 ? ArgumentKind.Value : _leading[_leading.Length - _repeat + (index - _leading.Length) % _repeat];
    }

    /// <summary>The kind of the argument at an index, of a call with so many arguments.</summary>
    public ArgumentKind KindOf(int index, int arguments)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, arguments);
        var last = arguments - _trailing.Length;
        return index < last || index < 0 ? KindOf(index) : _trailing[index - last];
    }

    private static ArgumentKind[] Letters(string text, int start, int end)
    {
        var kinds = new ArgumentKind[end - start];
        for (var i = start; i < end; i++) kinds[i - start] = Letter(text, i);
        return kinds;
    }

    private static ArgumentKind Letter(string text, int index) => text[index] switch
    {
        'v' => ArgumentKind.Value,
        'a' => ArgumentKind.Area,
        'r' => ArgumentKind.Reference,
        'l' => ArgumentKind.Lazy,
        'f' => ArgumentKind.Lambda,
        'd' => ArgumentKind.Definition,
        _ => throw Wrong(text, index, $"'{text[index]}' is no kind of argument here"),
    };

    private static FormatException Wrong(string text, int index, string reason) => new($"Signature \"{text}\", at {index}: {reason}.");
}
