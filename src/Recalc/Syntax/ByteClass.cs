namespace Recalc.Syntax;

/// <summary>
/// What a byte may be in formula text. Every byte of 0x80 and above may stand in a name: text is read as it is, never
/// decoded.
/// </summary>
internal static class ByteClass
{
    private const byte Digit = 1;
    private const byte NameStart = 2;
    private const byte NamePart = 4;
    private const byte Space = 8;
    private const byte Foreign = 16;

    private static readonly byte[] Classes = Build();

    public static bool IsDigit(byte b) => (Classes[b] & Digit) != 0;
    public static bool IsSpace(byte b) => (Classes[b] & Space) != 0;

    /// <summary>True for what a name begins with: a letter, <c>_</c>, <c>\</c>, or any byte above ASCII.</summary>
    public static bool IsNameStart(byte b) => (Classes[b] & NameStart) != 0;

    /// <summary>True for what a name goes on with: also digits, <c>.</c> and <c>?</c>.</summary>
    public static bool IsNamePart(byte b) => (Classes[b] & NamePart) != 0;

    /// <summary>True for what no token begins with: control characters, <c>`</c>, <c>?</c>, <c>]</c>.</summary>
    public static bool IsForeign(byte b) => (Classes[b] & Foreign) != 0;

    private static byte[] Build()
    {
        var classes = new byte[256];
        for (var b = 0; b < 256; b++)
        {
            var letter = b >= 0x80 || char.IsAsciiLetter((char)b) || b is '_' or '\\';
            var digit = char.IsAsciiDigit((char)b);
            if (digit) classes[b] |= Digit;
            if (letter) classes[b] |= NameStart;
            if (letter || digit || b is '.' or '?') classes[b] |= NamePart;
            if (b is ' ' or '\t' or '\r' or '\n') classes[b] |= Space;
            else if (b < ' ' || b is 0x7F or '`' or '?' or ']') classes[b] |= Foreign;
        }
        return classes;
    }
}
