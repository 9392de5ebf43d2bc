using System.Runtime.InteropServices;
using CsCheck;
using Recalc.Scripts;

namespace Recalc.Tests.Scripts;

public class ScriptWriterTests
{
    private static readonly Gen<(Opcode Opcode, int Item)> Instruction = Gen.Select(
        Gen.Enum<Opcode>().Where(o => o != Opcode.Extend),
        Gen.OneOf(Gen.Int[0, 4095], Gen.Int[4090, 4100], Gen.Int[0, int.MaxValue]));

    [Fact]
    public void What_was_written_is_read_back() =>
        Instruction.Array[0, 50].Sample(instructions =>
        {
            var (writer, at) = (new ScriptWriter(), 0);
            foreach (var (opcode, item) in instructions) writer.Emit(opcode, item);
            var words = Words(writer);
            foreach (var instruction in instructions) Assert.Equal(instruction, Decoding.Decode(words, ref at));
            Assert.Equal(words.Length, at);
            Assert.Equal(instructions.Sum(i => i.Item < 4096 ? 1 : ScriptWriter.WideWords), words.Length);
        }, iter: 2_000);

    [Fact]
    public void Jumps_are_patched_in_either_width() =>
        Gen.Select(Gen.Int[0, 4095], Gen.Int[0, int.MaxValue], Gen.Int[0, 4095]).Sample((near, far, before) =>
        {
            var (writer, at) = (new ScriptWriter(), 0);
            writer.Emit(Opcode.Constant, before);
            writer.Emit(Opcode.Jump, 0);
            writer.EmitWide(Opcode.JumpIfFalse, 0);
            writer.Emit(Opcode.Return, 0);
            writer[1] = new Recalc.Words.U4U12(writer[1].U4, near);
            writer.PatchWide(2, far);
            Assert.Equal((Opcode.Constant, before), Decoding.Decode(Words(writer), ref at));
            Assert.Equal((Opcode.Jump, near), Decoding.Decode(Words(writer), ref at));
            Assert.Equal((Opcode.JumpIfFalse, far), Decoding.Decode(Words(writer), ref at));
            Assert.Equal((Opcode.Return, 0), Decoding.Decode(Words(writer), ref at));
        }, iter: 1_000);

    [Fact]
    public void What_was_cut_off_is_written_anew()
    {
        var (writer, at) = (new ScriptWriter(), 0);
        writer.Emit(Opcode.Constant, 1);
        writer.Emit(Opcode.Constant, 100_000);
        writer.CutTo(1);
        writer.Emit(Opcode.Cell, 2);
        Assert.Equal(2, writer.Count);
        Assert.Equal((Opcode.Constant, 1), Decoding.Decode(Words(writer), ref at));
        Assert.Equal((Opcode.Cell, 2), Decoding.Decode(Words(writer), ref at));
    }

    [Fact]
    public void Items_past_twelve_bits_are_listed_like_others()
    {
        var reading = new Reading();
        for (var i = 0; i < 5_000; i++) reading.Read($"SUM({i},\"{i}\",A{i + 1},n_{i},{{{i},1}})");
        var listing = new Disassembler(reading.Formulas.Pools).List(reading.Formulas.ScriptOf(reading.Read("SUM(4999,\"4999\",A5000,n_4999,{4999,1})")));
        foreach (var part in (string[])["0000 1387 0000 0003 0003  Range        R[4999]C\n", "Constant     4999\n", "\"4999\"", "n_4999", "{4999,1}", "SUM 5"]) Assert.Contains(part, listing, StringComparison.Ordinal);
    }

    private static ReadOnlySpan<ushort> Words(ScriptWriter writer) => MemoryMarshal.Cast<byte, ushort>(writer.BytesFrom(0));
}
