using Recalc.Words;

namespace Recalc.Syntax;

/// <summary>
/// A token: kind, flags, length and offset in one word (u8 u8 u16 u32), and for a reference the number of its
/// <see cref="Addressing.AreaReference"/> in the buffer.
/// </summary>
internal readonly struct Token(TokenKind kind, int offset, int length, int data = -1)
{
    private readonly U8U8U16U32 _word = new((int)kind, 0, length, (uint)offset);

    public TokenKind Kind => (TokenKind)_word.U8High;
    public int Offset => (int)_word.U32;
    public int Length => _word.U16;
    public int End => Offset + Length;

    /// <summary>For a reference, its number in <see cref="SyntaxBuffer.References"/>; else -1.</summary>
    public int Data { get; } = data;
}
