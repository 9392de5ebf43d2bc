using System.Collections.Frozen;

namespace Recalc.Values;

/// <summary>The spelling of error values, as formulas and files write them. Thread-safe.</summary>
public static class ErrorText
{
    private static readonly (ErrorKind Kind, string Text)[] Spellings =
    [
        (ErrorKind.Null, "#NULL!"), (ErrorKind.Div0, "#DIV/0!"), (ErrorKind.Value, "#VALUE!"), (ErrorKind.Ref, "#REF!"),
        (ErrorKind.Name, "#NAME?"), (ErrorKind.Num, "#NUM!"), (ErrorKind.NotAvailable, "#N/A"), (ErrorKind.GettingData, "#GETTING_DATA"),
        (ErrorKind.Spill, "#SPILL!"), (ErrorKind.Connect, "#CONNECT!"), (ErrorKind.Blocked, "#BLOCKED!"), (ErrorKind.Unknown, "#UNKNOWN!"),
        (ErrorKind.Field, "#FIELD!"), (ErrorKind.Calc, "#CALC!"), (ErrorKind.External, "#EXTERNAL!"), (ErrorKind.Busy, "#BUSY!"),
        (ErrorKind.Python, "#PYTHON!"), (ErrorKind.Cycle, "#CYCLE!"),
    ];

    private static readonly FrozenDictionary<ErrorKind, string> Texts = Spellings.ToFrozenDictionary(s => s.Kind, s => s.Text);

    private static readonly (ErrorKind Kind, byte[] Text)[] Bytes =
        [.. Spellings.Select(s => (s.Kind, System.Text.Encoding.ASCII.GetBytes(s.Text)))];

    /// <summary>The text of an error, such as <c>#DIV/0!</c>; <c>#UNKNOWN!</c> for a number that is no kind.</summary>
    public static string Of(ErrorKind kind) => Texts.GetValueOrDefault(kind, "#UNKNOWN!");

    /// <summary>Reads the whole of <paramref name="text"/> as an error, in any case of letters; false when it is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ErrorKind kind)
    {
        foreach (var spelling in Spellings)
        {
            if (!text.Equals(spelling.Text, StringComparison.OrdinalIgnoreCase)) continue;
            kind = spelling.Kind;
            return true;
        }
        kind = default;
        return false;
    }

    /// <summary>Reads an error at the start of <paramref name="text"/>; the length taken, or 0.</summary>
    internal static int ReadPrefix(ReadOnlySpan<byte> text, out ErrorKind kind)
    {
        foreach (var spelling in Bytes)
        {
            if (text.Length < spelling.Text.Length) continue;
            if (!System.Text.Ascii.EqualsIgnoreCase(text[..spelling.Text.Length], spelling.Text)) continue;
            kind = spelling.Kind;
            return spelling.Text.Length;
        }
        kind = default;
        return 0;
    }
}
