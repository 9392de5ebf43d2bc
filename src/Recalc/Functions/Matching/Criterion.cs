using Recalc.Values;

namespace Recalc.Functions.Matching;

/// <summary>
/// What SUMIF, MATCH and their kin look for. As a criterion, text may begin with an operator; what follows is a number, error or logical if
/// it spells one, else text, with wildcards when it is compared with = or &lt;&gt;. <c>default</c> looks for 0. Immutable; nothing is
/// allocated to make or to test one.
/// </summary>
internal readonly partial struct Criterion
{
    private readonly CriterionTest _test;

    /// <summary>The number, logical or error that is wanted; text stands for all of <see cref="Text"/>.</summary>
    private readonly CellWord _wanted;

    /// <summary>The text that was given, of which the wanted text begins at <see cref="_start"/>; null when no text is wanted.</summary>
    private readonly string? _text;
    private readonly int _start;

    /// <summary>True when <see cref="_text"/> has wildcards.</summary>
    private readonly bool _isPattern;

    /// <summary>True when text in a cell that spells the wanted number is as good as the number; to "not equal" it is another value.</summary>
    private readonly bool _readsText;

    private readonly TextConversion _conversion;

    private Criterion(CriterionTest test, CellWord wanted, bool readsText, TextConversion conversion) =>
        (_test, _wanted, _readsText, _conversion) = (test, wanted, readsText, conversion);

    private Criterion(CriterionTest test, string text, int start, bool hasWildcards = true)
    {
        (_test, _text, _start) = (test, text, start);
        _wanted = CellWord.FromSlot(WordTag.Text, default);
        _isPattern = hasWildcards && Wildcard.IsPattern(text.AsSpan(start));
    }

    /// <summary>The criterion of SUMIF and COUNTIF. A blank cell given as one looks for zeros.</summary>
    public static Criterion Read(in CellValue criterion, TextConversion conversion)
    {
        if (criterion.TextOrNull is not { } text)
            return new(CriterionTest.Equal, criterion.IsBlank ? default : criterion.Word, readsText: true, conversion);
        if (text.Length == 0) return new(CriterionTest.Empty, CellWord.Blank, false, conversion);
        var test = ReadTest(text, out var start);
        if (start == text.Length && test == CriterionTest.Equal) return new(CriterionTest.Blank, CellWord.Blank, false, conversion);
        if (start == text.Length && test == CriterionTest.NotEqual) return new(CriterionTest.Filled, CellWord.Blank, false, conversion);
        // Nothing is less than nothing, and nothing is more.
        if (start == text.Length) return new(test, CellWord.Blank, false, conversion);
        if (!TryReadWord(text.AsSpan(start), conversion, out var word)) return new(test, text, start);
        return new(test, word, readsText: test == CriterionTest.Equal, conversion);
    }

    /// <summary>The exact search of MATCH and VLOOKUP: nothing is converted; text may have wildcards. A blank looks for 0.</summary>
    public static Criterion Exactly(in CellValue wanted) => wanted.TextOrNull is { } text
        ? new(CriterionTest.Equal, text, 0)
        : new(CriterionTest.Equal, wanted.IsBlank ? default : wanted.Word, readsText: false, default);

    /// <summary>The exact search of XLOOKUP: nothing is converted, and wildcards are letters like others.</summary>
    public static Criterion Literally(in CellValue wanted) => wanted.TextOrNull is { } text
        ? new(CriterionTest.Equal, text, 0, hasWildcards: false)
        : new(CriterionTest.Equal, wanted.Word, readsText: false, default);

    /// <summary>True when blank cells meet the criterion.</summary>
    public bool MatchesBlank => _test is CriterionTest.NotEqual or CriterionTest.Blank or CriterionTest.Empty;

    private ReadOnlySpan<char> Text => _text.AsSpan(_start);

    /// <summary>True when a value meets the criterion.</summary>
    public bool Matches(in CellValue value) => Matches(value.Word, value.TextOrNull);

    /// <summary>True when a word, and what lies beside it, meets the criterion.</summary>
    public bool Matches(CellWord word, object? side) => Meets(word, side) != (_test == CriterionTest.NotEqual);

    // As Matches, but of "not equal" the opposite.
    private bool Meets(CellWord word, object? side) => _test switch
    {
        CriterionTest.Equal or CriterionTest.NotEqual => IsEqual(word, side),
        CriterionTest.Blank => word.IsBlank,
        CriterionTest.Filled => !word.IsBlank,
        CriterionTest.Empty => word.IsBlank || side is string { Length: 0 },
        _ => TryCompare(word, side, out var order) && Accepts(order),
    };

    private static CriterionTest ReadTest(string text, out int start)
    {
        var second = text.Length > 1 ? text[1] : '\0';
        start = (text[0], second) is ('<', '>' or '=') or ('>', '=') ? 2 : text[0] is '<' or '>' or '=' ? 1 : 0;
        return (text[0], second) switch
        {
            ('<', '>') => CriterionTest.NotEqual,
            ('<', '=') => CriterionTest.LessOrEqual,
            ('>', '=') => CriterionTest.GreaterOrEqual,
            ('<', _) => CriterionTest.Less,
            ('>', _) => CriterionTest.Greater,
            _ => CriterionTest.Equal,
        };
    }

    private static bool TryReadWord(ReadOnlySpan<char> text, TextConversion conversion, out CellWord word)
    {
        word = default;
        if (TextNumber.TryParse(text, conversion, out var number)) word = CellWord.FromNumber(number);
        else if (ErrorText.TryParse(text, out var error)) word = CellWord.FromError(error);
        else if (bool.TryParse(text, out var logical)) word = CellWord.FromLogical(logical);
        else return false;
        return true;
    }

    private bool IsEqual(CellWord word, object? side)
    {
        if (_text is not null) return word.Tag == WordTag.Text && IsLike((string)side!);
        if (!_wanted.IsNumber) return word == _wanted;
        if (word.IsNumber) return SignificantDigits.Compare(word.Number, _wanted.Number) == 0;
        return _readsText && word.Tag == WordTag.Text && Spells((string)side!);
    }

    private bool IsLike(string text)
    {
        if (_isPattern) return new Wildcard(Text).Matches(text);
        return text.Length == Text.Length && TextOrder.Equals(text, Text);
    }

    private bool Spells(string text) =>
        TextNumber.TryParse(text, _conversion, out var number) && SignificantDigits.Compare(number, _wanted.Number) == 0;

    // Only values of one kind have an order, and errors have none.
    private bool TryCompare(CellWord word, object? side, out int order)
    {
        order = 0;
        if (_text is not null)
        {
            if (word.Tag != WordTag.Text) return false;
            order = TextOrder.Compare((string)side!, Text);
            return true;
        }
        if (_wanted.IsNumber)
        {
            if (!word.IsNumber) return false;
            order = SignificantDigits.Compare(word.Number, _wanted.Number);
            return true;
        }
        order = word.IsTrue.CompareTo(_wanted.IsTrue);
        return word.IsLogical && _wanted.IsLogical;
    }

    private bool Accepts(int order) => _test switch
    {
        CriterionTest.Less => order < 0,
        CriterionTest.LessOrEqual => order <= 0,
        CriterionTest.Greater => order > 0,
        CriterionTest.GreaterOrEqual => order >= 0,
        _ => order == 0,
    };
}
