using CsCheck;
using Recalc.Words;

namespace Recalc.Tests.Words;

public class WordLayoutTests
{
    private const int Iterations = 5_000;

    private static readonly LayoutProbe[] Probes =
    [
        LayoutProbe.Of<U4U12>(16, [0, 1], v => new U4U12((int)v[0], (int)v[1]).Bits),
        LayoutProbe.Of<I4I12>(16, [0, 1], v => new I4I12((int)v[0], (int)v[1]).Bits),
        LayoutProbe.Of<U12I4>(16, [0, 1], v => new U12I4((int)v[0], (int)v[1]).Bits),
        LayoutProbe.Of<I12U4>(16, [0, 1], v => new I12U4((int)v[0], (int)v[1]).Bits),
        LayoutProbe.Of<U8U8U16U32>(64, [0, 1, 2, 3], v => new U8U8U16U32((int)v[0], (int)v[1], (int)v[2], (uint)v[3]).Bits),
        LayoutProbe.Of<U16U16U32>(64, [0, 1, 2], v => new U16U16U32((int)v[0], (int)v[1], (uint)v[2]).Bits),
        LayoutProbe.Of<U31>(32, [0, 1], v => (v[0] < 0 ? U31.Of((int)v[1] | int.MinValue) : U31.Of((int)v[1])).Bits),
        LayoutProbe.Of<U16I48>(64, [0, 1], v => new U16I48((int)v[0], v[1]).Bits),
        LayoutProbe.Of<U16I48>(64, [0, 2], v => new U16I48((int)v[0], v[1]).Bits, " with U48"),
    ];

    public static TheoryData<string> Layouts => [.. Probes.Select(p => p.Name)];

    [Fact]
    public void Every_layout_of_the_library_is_probed()
    {
        var layouts = typeof(BitField).Assembly.GetTypes()
            .Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.Name == typeof(IWordLayout<>).Name));
        Assert.Equal(layouts.Select(t => t.Name).Order(), Probes.Select(p => p.Name.Split(' ')[0]).Distinct().Order());
    }

    [Theory, MemberData(nameof(Layouts))]
    public void The_four_ways_to_read_a_field_agree(string layout)
    {
        var probe = Find(layout);
        var fields = probe.Fields;
        var calls = fields.Select(f => f.ByCall()).ToArray();
        Gen.ULong.Sample(bits =>
        {
            var word = probe.Normalize(bits);
            for (var i = 0; i < fields.Length; i++)
            {
                var expected = BitByBit(word, fields[i]);
                Assert.Equal(expected, probe.ByName(bits, i));
                Assert.Equal(expected, fields[i].ByMask(word));
                Assert.Equal(expected, fields[i].ByShifts(word));
                Assert.Equal(expected, calls[i](word));
            }
        }, iter: Iterations);
    }

    [Theory, MemberData(nameof(Layouts))]
    public void Bits_above_the_word_are_ignored(string layout)
    {
        var probe = Find(layout);
        Gen.ULong.Sample(bits => Assert.Equal(bits & Ones(probe.Width), probe.Normalize(bits)), iter: Iterations);
    }

    [Theory, MemberData(nameof(Layouts))]
    public void What_was_put_is_read_back(string layout)
    {
        var probe = Find(layout);
        var fields = probe.Tiles.Select(t => probe.Fields[t]).ToArray();
        Gen.ULong.Array[fields.Length].Sample(random =>
        {
            var values = random.Select((r, i) => Cut(r, fields[i])).ToArray();
            var word = probe.Pack(values);
            Assert.Equal(values.Select((v, i) => fields[i].Place(v)).Aggregate((a, b) => a | b), word);
            for (var i = 0; i < fields.Length; i++)
            {
                Assert.True(fields[i].Fits(values[i]));
                Assert.Equal(values[i], probe.ByName(word, probe.Tiles[i]));
            }
        }, iter: Iterations);
    }

    [Theory, MemberData(nameof(Layouts))]
    public void A_word_is_the_sum_of_its_fields(string layout)
    {
        var probe = Find(layout);
        Gen.ULong.Sample(bits =>
        {
            var word = probe.Normalize(bits);
            Assert.Equal(word, probe.Pack([.. probe.Tiles.Select(t => probe.ByName(word, t))]));
        }, iter: Iterations);
    }

    [Theory, MemberData(nameof(Layouts))]
    public void Fields_tile_the_word_from_the_highest_bit_down(string layout)
    {
        var probe = Find(layout);
        var below = probe.Width;
        foreach (var field in probe.Tiles.Select(t => probe.Fields[t]))
        {
            below -= field.Width;
            Assert.Equal(below, field.Below);
        }
        Assert.Equal(0, below);
    }

    [Theory, MemberData(nameof(Layouts))]
    public void Corner_values_stay_in_their_field(string layout)
    {
        var probe = Find(layout);
        for (var i = 0; i < probe.Tiles.Length; i++)
        {
            var field = probe.Fields[probe.Tiles[i]];
            foreach (var corner in Corners(field))
            {
                var values = new long[probe.Tiles.Length];
                values[i] = corner;
                var word = probe.Pack(values);
                for (var j = 0; j < values.Length; j++) Assert.Equal(values[j], probe.ByName(word, probe.Tiles[j]));
                Assert.Equal(corner, field.ByMask(word));
            }
        }
    }

    [Theory, MemberData(nameof(Layouts))]
    public void Names_say_the_sign_and_the_width(string layout)
    {
        foreach (var field in Find(layout).Fields.Where(f => f.Name is not ("Sign" or "Index")))
        {
            Assert.Equal(field.IsSigned ? 'I' : 'U', field.Name[0]);
            Assert.Equal($"{field.Width}", new string([.. field.Name.Skip(1).TakeWhile(char.IsDigit)]));
        }
    }

    private static LayoutProbe Find(string name) => Probes.Single(p => p.Name == name);

    private static ulong Ones(int width) => width == 64 ? ulong.MaxValue : (1UL << width) - 1;

    // The oracle: adds up the bits one by one, the highest with a minus when it is a sign.
    private static long BitByBit(ulong word, BitField field)
    {
        var value = 0L;
        for (var i = 0; i < field.Width; i++)
        {
            if (((word >> (field.Below + i)) & 1) == 0) continue;
            var weight = 1L << i;
            value = field.IsSigned && i == field.Width - 1 ? value - weight : value + weight;
        }
        return value;
    }

    private static long Cut(ulong random, BitField field) => BitByBit(random << field.Below, field);

    private static IEnumerable<long> Corners(BitField field)
    {
        var ones = (long)Ones(field.Width);
        return field.IsSigned ? [0, -1, ones >> 1, -(ones >> 1) - 1] : [0, 1, ones, ones >> 1];
    }
}
