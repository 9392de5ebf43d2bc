using System.Runtime.InteropServices;
using Recalc.Words;

namespace Recalc.Scripts;

/// <summary>Writes the words of a script: one 16-bit word where the item has twelve bits, the wide escape where it has more.</summary>
internal sealed class ScriptWriter
{
    /// <summary>Items below this fit the short word.</summary>
    public const int ShortItems = 1 << 12;

    /// <summary>Words of the escape: the opcode and the wide word itself.</summary>
    public const int WideWords = 5;

    private ushort[] _words = new ushort[64];

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    /// <summary>Takes back what was written from <paramref name="start"/> on.</summary>
    public void CutTo(int start) => Count = start;

    public ReadOnlySpan<byte> BytesFrom(int start) => MemoryMarshal.AsBytes(_words.AsSpan(start, Count - start));

    public void Emit(Opcode opcode, int item)
    {
        if (item < ShortItems) Raw(new U4U12((int)opcode, item).Word);
        else EmitWide(opcode, item);
    }

    /// <summary>Writes the wide form, whatever the item; its heap is the pool that the opcode reads.</summary>
    public void EmitWide(Opcode opcode, int item)
    {
        Raw(new U4U12((int)Opcode.Extend, 0).Word);
        var wide = new U16U16U32((int)opcode, (int)opcode, (uint)item).Word;
        for (var shift = 0; shift < 64; shift += 16) Raw((ushort)(wide >> shift));
    }

    /// <summary>Writes an operand that follows its opcode as a word of its own.</summary>
    public void Raw(ushort word)
    {
        if (Count == _words.Length) Array.Resize(ref _words, 2 * Count);
        _words[Count++] = word;
    }

    /// <summary>The opcode and item of the short word at <paramref name="at"/>.</summary>
    public U4U12 this[int at]
    {
        get => new(_words[at]);
        set => _words[at] = value.Word;
    }

    /// <summary>Sets the item of the wide word whose escape is at <paramref name="at"/>.</summary>
    public void PatchWide(int at, int item) => (_words[at + 1], _words[at + 2]) = ((ushort)item, (ushort)(item >> 16));
}
