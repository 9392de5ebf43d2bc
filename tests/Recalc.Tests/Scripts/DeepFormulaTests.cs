using System.Runtime.InteropServices;
using System.Text;
using Recalc.Scripts;
using Recalc.Syntax;

namespace Recalc.Tests.Scripts;

public class DeepFormulaTests
{
    public static TheoryData<string, string> Deep => new()
    {
        { "parentheses", new string('(', 4_000) + "A1" + new string(')', 4_000) },
        { "signs", new string('-', 8_000) + "A1" },
        { "signs before a number", new string('-', 8_000) + "1" },
        { "intersections at", new string('@', 8_000) + "A1" },
        { "percents", "A1" + new string('%', 8_000) },
        { "a sum", "1" + string.Concat(Enumerable.Repeat("+1", 4_000)) },
        { "powers", "2" + string.Concat(Enumerable.Repeat("^2", 4_000)) },
        { "signs in parentheses", string.Concat(Enumerable.Repeat("-(", 2_500)) + "A1" + new string(')', 2_500) },
        { "calls of calls", "LAMBDA(1)" + string.Concat(Enumerable.Repeat("()", 4_000)) },
        { "arguments", $"SUM({string.Join(',', Enumerable.Range(1, 255))})" },
        { "omitted arguments", $"SUM({new string(',', 254)})" },
        { "IF in IF", string.Concat(Enumerable.Repeat("IF(A1,1,", 64)) + "2" + new string(')', 64) },
        { "LAMBDA in LAMBDA", string.Concat(Enumerable.Range(0, 64).Select(i => $"LAMBDA(_p{i},")) + string.Join('+', Enumerable.Range(0, 64).Select(i => $"_p{i}")) + new string(')', 64) },
        { "LET of many", $"LET({string.Concat(Enumerable.Range(0, 126).Select(i => $"_v{i},{(i == 0 ? "1" : $"_v{i - 1}+1")},"))}_v125)" },
        { "an array", $"{{{string.Join(',', Enumerable.Repeat("-1", 2_700))}}}" },
        { "a union", $"({string.Join(',', Enumerable.Repeat("A1", 2_700))})" },
        { "intersections", string.Join(' ', Enumerable.Repeat("A1", 2_700)) },
        { "a text", $"\"{new string('x', 8_190)}\"" },
        { "a name", new string('x', 8_190) },
    };

    [Theory]
    [MemberData(nameof(Deep))]
    public void Deep_and_long_formulas_compile(string what, string formula)
    {
        var reading = new Reading();
        var id = reading.Read(formula);
        Assert.False(reading.Formulas.HasErrors(id), what);
        Assert.Equal(formula, reading.Text(id));
        ScriptVerifierTests.AssertWellFormed(reading, id);
    }

    [Theory]
    [InlineData("(", 100_000)]
    [InlineData("-", 100_000)]
    [InlineData("SUM(", 30_000)]
    [InlineData("{", 8_000)]
    [InlineData("A1:", 2_700)]
    [InlineData("[", 8_000)]
    [InlineData("LAMBDA(x,", 900)]
    [InlineData("'", 8_000)]
    public void Formulas_past_the_limits_or_without_an_end_are_refused(string part, int times)
    {
        var (reading, text) = (new Reading(), string.Concat(Enumerable.Repeat(part, times)));
        var id = reading.Read(text);
        Assert.True(reading.Formulas.HasErrors(id));
        Assert.Equal(text, reading.Text(id));
    }

    [Fact]
    public void A_jump_over_more_than_4095_words_is_wide()
    {
        var (reading, many) = (new Reading(), string.Join('+', Enumerable.Repeat("A1", 2_500)));
        var near = reading.Read($"IF(B1,{many[..(2_000 * 3 - 1)]},2)");
        var far = reading.Read($"IF(B1,{many},2)");
        Assert.Equal(0, CountWide(reading, near));
        Assert.Equal(2, CountWide(reading, far));
        ScriptVerifierTests.AssertWellFormed(reading, far);

        var again = reading.Read("IF(A1,1,2)");
        Assert.Equal(0, CountWide(reading, again));
    }

    [Fact]
    public void A_wide_jump_lands_where_a_short_one_would()
    {
        var (reading, many) = (new Reading(), string.Join('+', Enumerable.Repeat("A1", 2_100)));
        var id = reading.Read($"IF(B1,{many},IFERROR(C1,2))");
        var words = MemoryMarshal.Cast<byte, ushort>(reading.Formulas.Pools.Scripts[reading.Formulas.ScriptOf(id)]);
        var at = 0;
        Assert.Equal((Opcode.Cell, 0), Decoding.Decode(words, ref at));
        var (opcode, distance) = Decoding.Decode(words, ref at);
        Assert.Equal(Opcode.JumpIfFalse, opcode);
        at += distance;
        Assert.Equal(Opcode.Cell, Decoding.Decode(words, ref at).Opcode);
        Assert.Equal((Opcode.Unary, (int)Probe.IsError), Decoding.Decode(words, ref at));
    }

    [Fact]
    public void A_wide_jump_within_a_lambda_is_well_formed()
    {
        var (reading, many) = (new Reading(), string.Join('+', Enumerable.Repeat("x", 3_000)));
        var id = reading.Read($"LAMBDA(x,IF(x,{many},2))(1)");
        ScriptVerifierTests.AssertWellFormed(reading, id);
        Assert.Equal(2, CountWide(reading, id));
    }

    [Fact]
    public void Bytes_that_are_no_text_and_text_of_many_bytes_have_the_same_limit()
    {
        var reading = new Reading();
        Assert.False(reading.Formulas.HasErrors(reading.Read(Encoding.UTF8.GetBytes($"\"{new string('東', SyntaxLimits.Characters - 2)}\""))));
        Assert.True(reading.Formulas.HasErrors(reading.Read(Encoding.UTF8.GetBytes($"\"{new string('東', SyntaxLimits.Characters - 1)}\""))));
        Assert.True(reading.Formulas.HasErrors(reading.Read(new byte[100_000])));
    }

    // Wide jumps of the script and the bodies of its lambdas.
    private static int CountWide(Reading reading, FormulaId id)
    {
        var listing = new Disassembler(reading.Formulas.Pools).List(reading.Formulas.ScriptOf(id)).Split('\n');
        return listing.Count(l => l.Contains(" Jump", StringComparison.Ordinal) && l[7..].StartsWith("0000 ", StringComparison.Ordinal));
    }
}
