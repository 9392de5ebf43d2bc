using System.Runtime.InteropServices;
using CsCheck;
using Recalc.Scripts;

namespace Recalc.Tests.Scripts;

public class ScriptVerifierTests
{
    [Fact]
    public void Scripts_of_all_formulas_are_well_formed() =>
        FormulaGens.Formula.Array[1, 5].Sample(formulas =>
        {
            var reading = new Reading();
            foreach (var formula in formulas) AssertWellFormed(reading, reading.Read(Piece.Spell(formula)));
        }, iter: 2_000);

    [Theory]
    [InlineData("0:Constant,0:Return", null)]
    [InlineData("", "it is empty")]
    [InlineData("0:Constant", "at 0, Constant 0: it leads to 1, past the end")]
    [InlineData("0:Return", "0 values are left at the end")]
    [InlineData("0:Constant,0:Constant,0:Return", "2 values are left at the end")]
    [InlineData("0:Constant,0:Return,0:Return", "there is something behind Return")]
    [InlineData("5:Constant,0:Return", "at 0, Constant 5: there is no such item")]
    [InlineData("0:Cell,0:Return", "at 0, Cell 0: there is no such item")]
    [InlineData("0:Lambda,0:Return", "at 0, Lambda 0: there is no such item")]
    [InlineData("0:Constant,19:Binary,0:Return", "at 1, Binary 19: 2 operands are needed, and there are 1")]
    [InlineData("0:Constant,0:Unary,0:Return", "at 1, Unary 0: there is no such operator")]
    [InlineData("0:Callback,0:Return", "at 0, Callback 0: 1 operands are needed, and there are 0")]
    [InlineData("2:Local,0:Return", "at 0, Local 2: there is no such item")]
    [InlineData("0:Constant,3:Local,2:Local,0:Return", null)]
    [InlineData("0:Constant,0:Jump,0:Constant,0:Return", "2 values are left at the end")]
    [InlineData("0:Constant,1:Jump,0:Constant,0:Return", "nothing leads to 2")]
    [InlineData("0:Constant,9:Jump,0:Return", "at 1, Jump 9: it leads to 11, past the end")]
    [InlineData("0:Constant,1:JumpIfFalse,0:Constant,0:Return", "at 2, Constant 0: the stack has 1 values at 3, and 0 on another way")]
    [InlineData("0:Constant,2:JumpIfFalse,0:Constant,1:Jump,0:Constant,0:Return", null)]
    [InlineData("0:Constant,256:Unary,0:Constant,0:Return", "at 1, Unary 256: no jump follows")]
    [InlineData("0:Constant,256:Unary,1:JumpIfFalse,0:Constant,0:Return", null)]
    [InlineData("0:Extend", "the wide word at 0 is cut off")]
    [InlineData("0:Constant,1:Call", "at 1, Call 1: there is no such function, or no number of arguments")]
    [InlineData("0:Constant,3:JumpIfFalse,9000:Constant,0:Return", "a jump leads into 2")]
    public void What_is_wrong_with_a_script_is_said(string instructions, string? fault)
    {
        var (pools, writer) = (new ScriptPools(), new ScriptWriter());
        for (var i = 0; i < 3; i++) pools.Constants.Intern(i);
        if (instructions.Contains("9000", StringComparison.Ordinal)) for (var i = 0; i < 9001; i++) pools.Constants.Intern(i);
        foreach (var instruction in instructions.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = instruction.Split(':');
            writer.Emit(Enum.Parse<Opcode>(parts[1]), int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture));
        }
        Assert.Equal(fault, ScriptVerifier.Fault(MemoryMarshal.Cast<byte, ushort>(writer.BytesFrom(0)), pools, []));
    }

    /// <summary>Asserts that the script of a formula and those of its lambdas, and theirs, are well formed.</summary>
    internal static void AssertWellFormed(Reading reading, FormulaId id)
    {
        var (pools, pending) = (reading.Formulas.Pools, new Queue<(int Script, IEnumerable<int> Locals)>());
        pending.Enqueue((reading.Formulas.ScriptOf(id), []));
        while (pending.TryDequeue(out var next))
        {
            var words = MemoryMarshal.Cast<byte, ushort>(pools.Scripts[next.Script]);
            Assert.Null(ScriptVerifier.Fault(words, pools, next.Locals));
            for (var at = 0; at < words.Length;)
            {
                var (opcode, item) = Decoding.Decode(words, ref at);
                if (opcode == Opcode.Call) at++;
                if (opcode != Opcode.Lambda) continue;
                var lambda = pools.Lambdas[item];
                pending.Enqueue((lambda.Script, Enumerable.Range(0, lambda.Parameters).Concat(lambda.Captured)));
            }
        }
    }
}
