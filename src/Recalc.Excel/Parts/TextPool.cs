namespace Recalc.Excel.Parts;

/// <summary>Gives equal short texts the same string, as far as a table of fixed size remembers.</summary>
internal sealed class TextPool
{
    private const int Size = 1 << 12;
    private const int MaxLength = 64;

    private readonly string?[] _texts = new string?[Size];

    /// <summary>The text with its escapes decoded.</summary>
    public string Decode(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return "";
        if (text.Length > MaxLength || text.Contains("_x", StringComparison.Ordinal)) return EscapedText.Decode(text);
        ref var slot = ref _texts[string.GetHashCode(text) & (Size - 1)];
        if (slot is null || !text.SequenceEqual(slot)) slot = text.ToString();
        return slot;
    }
}
