namespace Recalc.Values;

/// <summary>A section of a number format, taken apart. Immutable; safe to share.</summary>
internal sealed class FormatPattern
{
    private FormatPattern(FormatToken[] tokens, FormatCondition? condition)
    {
        (Tokens, Condition) = (tokens, condition);
        Exponent = Array.FindIndex(tokens, t => t.Kind == FormatTokenKind.Exponent);
        foreach (var token in tokens)
        {
            IsDate |= token.IsDate;
            HasText |= token.Kind == FormatTokenKind.Text;
            HasDigits |= token.Kind is FormatTokenKind.Digit;
        }
    }

    public FormatToken[] Tokens { get; }

    /// <summary>The condition in brackets; null when there is none.</summary>
    public FormatCondition? Condition { get; }

    public bool IsDate { get; }

    /// <summary>True when the section shows text where <c>@</c> stands.</summary>
    public bool HasText { get; }

    public bool HasDigits { get; }

    /// <summary>The token at which the power of ten begins; -1 when there is none.</summary>
    public int Exponent { get; }

    /// <summary>Takes a section apart.</summary>
    public static FormatPattern Parse(string code)
    {
        var tokens = new List<FormatToken>();
        FormatCondition? condition = null;
        for (var at = 0; at < code.Length;)
        {
            var length = NumberFormatSection.LengthAt(code, at);
            if (code[at] == '[' && FormatCondition.TryParse(code[(at + 1)..(at + length - 1)], out var read)) condition = read;
            else length = Add(tokens, code, at, length);
            at += length;
        }
        MarkMinutes(tokens);
        return new([.. tokens], condition);
    }

    // Adds the piece at a position and returns its length.
    private static int Add(List<FormatToken> tokens, string code, int at, int length)
    {
        var c = char.ToLowerInvariant(code[at]);
        var run = 1;
        while (at + run < code.Length && char.ToLowerInvariant(code[at + run]) == c) run++;
        foreach (var (word, wordKind) in (ReadOnlySpan<(string, FormatTokenKind)>)
            [("General", FormatTokenKind.General), ("AM/PM", FormatTokenKind.Meridiem), ("A/P", FormatTokenKind.Meridiem)])
        {
            if (string.Compare(code, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            tokens.Add(new(wordKind, code.Substring(at, word.Length)));
            return word.Length;
        }
        if (c == 'e' && at + 1 < code.Length && code[at + 1] is '+' or '-' && tokens.Exists(t => t.Kind == FormatTokenKind.Digit))
        {
            tokens.Add(new(FormatTokenKind.Exponent, code.Substring(at, 2)));
            return 2;
        }
        FormatTokenKind? letter = c switch
        {
            'y' or 'e' => FormatTokenKind.Year,
            'b' => FormatTokenKind.BuddhistYear,
            'm' => FormatTokenKind.Month,
            'd' => FormatTokenKind.Day,
            'h' => FormatTokenKind.Hour,
            's' => FormatTokenKind.Second,
            _ => null,
        };
        if (c == 'a' && run is 3 or 4)
        {
            // The day of the week, as East Asian formats spell it.
            tokens.Add(new(FormatTokenKind.Day, new string('d', run)));
            return run;
        }
        if (letter is { } kind)
        {
            tokens.Add(new(kind, c == 'e' ? "yyyy" : code.Substring(at, run)));
            return run;
        }
        if (c == '.' && LastDate(tokens) is FormatTokenKind.Second or FormatTokenKind.ElapsedSeconds) return AddFraction(tokens, code, at);
        AddCharacter(tokens, code, at, length);
        return length;
    }

    private static int AddFraction(List<FormatToken> tokens, string code, int at)
    {
        var zeros = 0;
        while (at + 1 + zeros < code.Length && code[at + 1 + zeros] == '0') zeros++;
        tokens.Add(zeros == 0 ? new(FormatTokenKind.Literal, ".") : new(FormatTokenKind.SecondFraction, new('0', zeros)));
        return 1 + zeros;
    }

    private static void AddCharacter(List<FormatToken> tokens, string code, int at, int length)
    {
        switch (code[at])
        {
            case '"':
                tokens.Add(new(FormatTokenKind.Literal, code[(at + 1)..(at + length - 1)]));
                break;
            case '\\':
                tokens.Add(new(FormatTokenKind.Literal, code[(at + 1)..(at + length)]));
                break;
            case '_':
                tokens.Add(new(FormatTokenKind.Literal, " "));
                break;
            case '*':
                break;
            case '[':
                AddBracket(tokens, code[(at + 1)..(at + length - 1)]);
                break;
            case ',' when tokens is not [.., { Kind: FormatTokenKind.Digit or FormatTokenKind.Comma or FormatTokenKind.Point }]:
                // Commas that follow neither digit nor point are text: one, however many there are.
                if (at == 0 || code[at - 1] != ',') tokens.Add(new(FormatTokenKind.Literal, ","));
                break;
            default:
                var kind = code[at] switch
                {
                    '0' or '#' or '?' => FormatTokenKind.Digit,
                    '.' => FormatTokenKind.Point,
                    ',' => FormatTokenKind.Comma,
                    '%' => FormatTokenKind.Percent,
                    '/' => FormatTokenKind.Slash,
                    '@' => FormatTokenKind.Text,
                    _ => FormatTokenKind.Literal,
                };
                tokens.Add(new(kind, code[at].ToString()));
                break;
        }
    }

    // [h], [mm], [ss]; [$€-407] writes its symbol; colours and locales write nothing.
    private static void AddBracket(List<FormatToken> tokens, string content)
    {
        if (content.StartsWith('$'))
        {
            var end = content.IndexOf('-', StringComparison.Ordinal);
            tokens.Add(new(FormatTokenKind.Literal, end < 0 ? content[1..] : content[1..end]));
            return;
        }
        var letters = content.ToLowerInvariant();
        if (letters.Length == 0 || letters.AsSpan().ContainsAnyExcept(letters[0])) return;
        FormatTokenKind? kind = letters[0] switch
        {
            'h' => FormatTokenKind.ElapsedHours,
            'm' => FormatTokenKind.ElapsedMinutes,
            's' => FormatTokenKind.ElapsedSeconds,
            _ => null,
        };
        if (kind is { } elapsed) tokens.Add(new(elapsed, letters));
    }

    // m and mm are minutes behind an hour or before a second.
    private static void MarkMinutes(List<FormatToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] is not { Kind: FormatTokenKind.Month, Text.Length: <= 2 }) continue;
            var before = LastDate(tokens[..i]);
            var next = tokens.FindIndex(i + 1, t => t.IsDate && t.Kind != FormatTokenKind.Meridiem);
            var isMinute = before is FormatTokenKind.Hour or FormatTokenKind.ElapsedHours
                || (next >= 0 && tokens[next].Kind is FormatTokenKind.Second or FormatTokenKind.ElapsedSeconds);
            if (isMinute) tokens[i] = tokens[i] with { Kind = FormatTokenKind.Minute };
        }
    }

    private static FormatTokenKind? LastDate(List<FormatToken> tokens)
    {
        var last = tokens.FindLastIndex(t => t.IsDate && t.Kind != FormatTokenKind.Meridiem);
        return last < 0 ? null : tokens[last].Kind;
    }
}
