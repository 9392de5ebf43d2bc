using CsCheck;
using Recalc.Scripts;

namespace Recalc.Tests.Scripts;

public class InternTableTests
{
    private static readonly Gen<byte[]> Content = Gen.Frequency(
        (20, Gen.Byte[0, 2].Array[0, 4]),
        (10, Gen.Byte.Array[0, 40]),
        (1, Gen.Select(Gen.Int[0, 1], Gen.Int[65_530, 70_000], (fill, length) => Enumerable.Repeat((byte)fill, length).ToArray())));

    [Fact]
    public void A_table_is_a_dictionary_of_byte_strings() =>
        Content.Array[0, 300].Sample(contents =>
        {
            var (table, naive) = (new InternTable(), new Dictionary<string, int>());
            foreach (var content in contents)
            {
                var key = Convert.ToHexString(content);
                Assert.Equal(!naive.ContainsKey(key), Intern(table, content, out var number));
                Assert.Equal(naive.TryGetValue(key, out var known) ? known : naive.Count, number);
                naive[key] = number;
                Assert.Equal(naive.Count, table.Count);
            }
            foreach (var (key, number) in naive) Assert.Equal(key, Convert.ToHexString(table[number]));
        }, iter: 100);

    [Fact]
    public void Numbers_and_contents_outlive_growth()
    {
        var table = new InternTable();
        for (var i = 0; i < 100_000; i++) Assert.Equal(i, table.Intern(BitConverter.GetBytes(i), out _));
        for (var i = 0; i < 100_000; i++)
        {
            Assert.Equal(i, table.Intern(BitConverter.GetBytes(i), out var added));
            Assert.False(added);
            Assert.Equal(i, BitConverter.ToInt32(table[i]));
        }
        Assert.InRange(table.Bytes, 100_000 * sizeof(int), 100_000 * 60);
    }

    [Fact]
    public void Prefixes_and_the_empty_string_are_strings_of_their_own()
    {
        var table = new InternTable();
        Assert.Equal([0, 1, 2, 3], new[] { ""u8.ToArray(), "\0"u8.ToArray(), "\0\0"u8.ToArray(), "a"u8.ToArray() }.Select(s => table.Intern(s, out _)));
        Assert.True(table[0].IsEmpty);
    }

    private static bool Intern(InternTable table, byte[] content, out int number)
    {
        number = table.Intern(content, out var added);
        return added;
    }
}
