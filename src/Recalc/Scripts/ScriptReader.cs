using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Recalc.Words;

namespace Recalc.Scripts;

/// <summary>Reads the words of a script one instruction after another.</summary>
internal ref struct ScriptReader
{
    private readonly ReadOnlySpan<ushort> _words;

    public ScriptReader(ReadOnlySpan<ushort> words) => _words = words;

    public ScriptReader(ReadOnlySpan<byte> script) : this(MemoryMarshal.Cast<byte, ushort>(script)) { }

    /// <summary>Where the next instruction begins, in words.</summary>
    public int At { get; set; }

    public readonly bool IsAtEnd => At >= _words.Length;

    /// <summary>How many words the script has: no stack of it is deeper.</summary>
    public readonly int Length => _words.Length;

    /// <summary>The opcode and item of the next instruction, behind which the reader moves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Opcode Read(out int item)
    {
        var word = new U4U12(_words[At]);
        if ((Opcode)word.U4 == Opcode.Extend) return ReadWide(out item);
        At++;
        item = word.U12;
        return (Opcode)word.U4;
    }

    /// <summary>The word behind an instruction that has one: the number of arguments of a call.</summary>
    public int ReadOperand() => _words[At++];

    /// <summary>True when the instruction at <see cref="At"/> is the last one.</summary>
    public readonly bool IsBeforeReturn => new U4U12(_words[At]).U4 == (int)Opcode.Return;

    /// <summary>
    /// Where the branch that was not taken ends: right before the target of a conditional jump stands the jump of the branch taken, as
    /// wide as the conditional one.
    /// </summary>
    /// <param name="jump">Where the conditional jump begins.</param>
    /// <param name="target">Where it leads.</param>
    public readonly (int Jump, int End) EndOfBranch(int jump, int target)
    {
        var reader = this;
        reader.At = target - (new U4U12(_words[jump]).U4 == (int)Opcode.Extend ? ScriptWriter.WideWords : 1);
        var at = reader.At;
        reader.Read(out var distance);
        return (at, reader.At + distance);
    }

    private Opcode ReadWide(out int item)
    {
        At++;
        var bits = 0UL;
        for (var shift = 0; shift < 64; shift += 16) bits |= (ulong)_words[At++] << shift;
        var wide = new U16U16U32(bits);
        item = (int)wide.U32;
        return (Opcode)wide.U16High;
    }
}
