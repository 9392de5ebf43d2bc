using System.Text;
using CsCheck;
using Recalc.Names;

namespace Recalc.Tests.Names;

public class QualifierTableTests
{
    [Fact]
    public void Equal_spellings_have_one_number_and_none_is_zero() =>
        Gen.Select(Gen.Int[1, 300], Gen.Bool).Array[0, 100].Sample(spellings =>
        {
            var (table, naive) = (new QualifierTable(), new List<string> { "" });
            foreach (var (length, isLower) in spellings)
            {
                var spelling = $"'{new string(isLower ? 'x' : 'X', length)}'!";
                if (!naive.Contains(spelling)) naive.Add(spelling);
                Assert.Equal(naive.IndexOf(spelling), table.Intern(Encoding.UTF8.GetBytes(spelling)));
                Assert.Equal(naive.Count, table.Count);
            }
            for (var i = 0; i < naive.Count; i++) Assert.Equal(naive[i], Encoding.UTF8.GetString(table[i].Spelling));
        }, iter: 300);

    [Fact]
    public void Spellings_that_are_no_UTF_8_are_told_apart()
    {
        var table = new QualifierTable();
        var first = table.Intern([(byte)'a', 0xFF, (byte)'!']);
        Assert.NotEqual(first, table.Intern([(byte)'a', 0xFE, (byte)'!']));
        Assert.Equal(first, table.Intern([(byte)'a', 0xFF, (byte)'!']));
    }

    [Fact]
    public void A_known_spelling_is_found_without_allocating()
    {
        var table = new QualifierTable();
        var (one, two) = ("Sheet1!"u8.ToArray(), "'it''s'!"u8.ToArray());
        Assert.Equal(0, Allocated.By(() =>
        {
            for (var i = 0; i < 1_000; i++) _ = table.Intern(one) + table.Intern(two);
        }));
    }
}
