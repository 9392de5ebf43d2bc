using System.Buffers.Binary;
using Recalc.Addressing;
using Recalc.Names;
using Recalc.Syntax;

namespace Recalc.Scripts;

/// <summary>
/// The relative normal form of a formula: its bytes, with every reference in relative form and every qualifier as a number, so that the
/// cells of a fill have the same bytes and every cell prints as it was written.
/// </summary>
/// <remarks>
/// Layout: the flavor, then text with marks in it. A mark is a byte below <see cref="Marks"/>: a reference, a qualifier (u32 number),
/// or an escape before a byte of the text that looks like a mark. A formula that cannot be read is <see cref="Unreadable"/> and its text.
/// </remarks>
internal static class NormalForm
{
    private const byte ReferenceMark = 1;
    private const byte QualifierMark = 2;
    private const byte EscapeMark = 3;
    private const byte Marks = 4;

    /// <summary>Set beside the flavor when the rest is text as it was written.</summary>
    private const byte Unreadable = 0x80;

    /// <summary>Writes the form of a formula that was lexed.</summary>
    /// <param name="buffer">Its tokens and references.</param>
    /// <param name="text">Its text.</param>
    /// <param name="origin">The cell that A1 references are seen from.</param>
    /// <param name="flavor">What becomes of arrays.</param>
    /// <param name="dialect">How the text is spelled: A1 or R1C1.</param>
    /// <param name="qualifiers">Where qualifiers get their numbers.</param>
    /// <param name="form">Receives the form.</param>
    public static void Write(
        SyntaxBuffer buffer, ReadOnlySpan<byte> text, CellAddress origin, FormulaFlavor flavor, FormulaDialect dialect, QualifierTable qualifiers, ByteWriter form)
    {
        form.Clear();
        form.Write((byte)flavor);
        var tokens = buffer.Tokens;
        var plain = tokens[0].Kind == TokenKind.Start ? tokens[0].End : 0;      // where text begins that is not written yet
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (token.Kind is not (TokenKind.Reference or TokenKind.Qualifier)) continue;
            Text(form, text[plain..token.Offset]);
            plain = token.End;
            if (token.Kind == TokenKind.Reference)
            {
                form.Write(ReferenceMark);
                var area = buffer.References[token.Data];
                ReferenceCode.Write(form, dialect == FormulaDialect.R1C1 ? area : area.Rebase(origin));
            }
            else
            {
                form.Write(QualifierMark);
                form.Write((uint)qualifiers.Intern(text.Slice(token.Offset, token.Length)));
            }
        }
        Text(form, text[plain..]);
    }

    /// <summary>Writes the form of a formula with mistakes: its text as it stands.</summary>
    public static void WriteUnreadable(ReadOnlySpan<byte> text, FormulaFlavor flavor, ByteWriter form)
    {
        form.Clear();
        form.Write((byte)((byte)flavor | Unreadable));
        form.Write(text.StartsWith("="u8) ? text[1..] : text);
    }

    public static FormulaFlavor FlavorOf(ReadOnlySpan<byte> form) => (FormulaFlavor)(form[0] & ~Unreadable);

    /// <summary>Prints a form as the formula reads in a cell, without <c>=</c>.</summary>
    public static void Print(ReadOnlySpan<byte> form, CellAddress origin, FormulaDialect dialect, QualifierTable qualifiers, ByteWriter text)
    {
        var isUnreadable = (form[0] & Unreadable) != 0;
        form = form[1..];
        while (true)
        {
            var plain = isUnreadable ? -1 : form.IndexOfAnyInRange((byte)0, (byte)(Marks - 1));
            text.Write(plain < 0 ? form : form[..plain]);
            if (plain < 0) return;
            form = form[(plain + 1 + PrintMark(form[plain..], origin, dialect, qualifiers, text))..];
        }
    }

    // Prints what the mark at the start stands for; the bytes behind the mark that were used.
    private static int PrintMark(ReadOnlySpan<byte> form, CellAddress origin, FormulaDialect dialect, QualifierTable qualifiers, ByteWriter text)
    {
        switch (form[0])
        {
            case ReferenceMark:
                var length = ReferenceCode.Read(form[1..], out var area);
                var room = text.Reserve(Math.Max(A1Notation.MaxAreaLength, R1C1Notation.MaxAreaLength));
                text.Advance(dialect == FormulaDialect.R1C1 ? R1C1Notation.WriteArea(room, area) : A1Notation.WriteArea(room, area, origin));
                return length;
            case QualifierMark:
                text.Write(qualifiers[(int)BinaryPrimitives.ReadUInt32LittleEndian(form[1..])].Spelling);
                return sizeof(uint);
            case EscapeMark:
                text.Write(form[1]);
                return 1;
            default:
                throw new InvalidOperationException($"A normal form has no mark {form[0]}.");
        }
    }

    private static void Text(ByteWriter form, ReadOnlySpan<byte> text)
    {
        while (true)
        {
            var mark = text.IndexOfAnyInRange((byte)0, (byte)(Marks - 1));
            if (mark < 0) break;
            form.Write(text[..mark]);
            form.Write(EscapeMark);
            form.Write(text[mark]);
            text = text[(mark + 1)..];
        }
        form.Write(text);
    }
}
