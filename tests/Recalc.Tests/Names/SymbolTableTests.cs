using System.Text;
using CsCheck;
using Recalc.Names;

namespace Recalc.Tests.Names;

public class SymbolTableTests
{
    [Fact]
    public void Spellings_that_differ_in_case_are_one_symbol_shown_as_first_seen()
    {
        var table = new SymbolTable();
        var tax = table.Intern("Tax"u8);
        Assert.Equal(tax, table.Intern("TAX"u8));
        Assert.Equal(tax, table.Intern("tax".AsSpan()));
        Assert.Equal("Tax", table[tax]);
        Assert.NotEqual(tax, table.Intern("taxes"u8));
        Assert.Equal(2, table.Count);
    }

    [Theory]
    [InlineData("größe", "GRÖSSE", false)]
    [InlineData("größe", "GRÖßE", true)]
    [InlineData("ΣΊΣΥΦΟΣ", "σίσυφοσ", true)]
    [InlineData("é", "e\u0301", false)]
    [InlineData("İ", "i", false)]
    [InlineData("ж", "Ж", true)]
    [InlineData("東京", "東京", true)]
    public void Case_is_folded_letter_by_letter(string a, string b, bool isSame)
    {
        var table = new SymbolTable();
        Assert.Equal(isSame, table.Intern(Encoding.UTF8.GetBytes(a)) == table.Intern(Encoding.UTF8.GetBytes(b)));
    }

    [Fact]
    public void Names_of_any_bytes_are_told_apart() =>
        Gen.Byte.Array[0, 6].Array[0, 40].Sample(names =>
        {
            var (table, naive) = (new SymbolTable(), new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase));
            foreach (var name in names)
            {
                var text = Utf8Lens.Decode(name);
                naive.TryAdd(text, naive.Count);
                Assert.Equal(naive[text], table.Intern(name));
                Assert.True(table.TryFind(text, out var found));
                Assert.Equal(naive[text], found);
                Assert.Equal(text, table[found], ignoreCase: true);
            }
            Assert.Equal(naive.Count, table.Count);
        }, iter: 2_000);

    [Fact]
    public void Bytes_that_are_no_UTF_8_come_back()
    {
        var table = new SymbolTable();
        byte[] name = [(byte)'a', 0xFF, 0xC3, (byte)'B'];
        Assert.Equal(name, Utf8Lens.Encode(table[table.Intern(name)]));
        Assert.NotEqual(table.Intern(name), table.Intern([(byte)'a', 0xFF, 0xC4, (byte)'B']));
    }

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(8_192)]
    public void Long_names_are_names(int length)
    {
        var (table, name) = (new SymbolTable(), new string('x', length));
        var symbol = table.Intern(Encoding.UTF8.GetBytes(name));
        Assert.Equal(symbol, table.Intern(Encoding.UTF8.GetBytes(name.ToUpperInvariant())));
        Assert.Equal(name, table[symbol]);
    }

    [Fact]
    public void What_was_never_seen_is_not_found()
    {
        var table = new SymbolTable();
        table.Intern("a"u8);
        Assert.False(table.TryFind("b", out _));
        Assert.Equal(1, table.Count);
    }

    [Fact]
    public void Numbers_and_spellings_outlive_growth()
    {
        var table = new SymbolTable();
        for (var i = 0; i < 5_000; i++) Assert.Equal(i, table.Intern($"name{i}".AsSpan()));
        for (var i = 0; i < 5_000; i++) Assert.Equal($"name{i}", table[i]);
    }
}
