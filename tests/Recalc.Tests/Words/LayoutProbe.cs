using Recalc.Words;

namespace Recalc.Tests.Words;

/// <summary>A layout without its type, so that one property can be asked of all of them.</summary>
internal abstract class LayoutProbe(string name, int width, int[] tiles, Func<long[], ulong> pack)
{
    public string Name { get; } = name;

    /// <summary>Bits of the word.</summary>
    public int Width { get; } = width;

    /// <summary>The fields that the constructor takes, in its order; they tile the word.</summary>
    public int[] Tiles { get; } = tiles;

    /// <summary>Packs the values of <see cref="Tiles"/> with the constructor.</summary>
    public Func<long[], ulong> Pack { get; } = pack;

    public abstract BitField[] Fields { get; }
    public abstract long ByName(ulong bits, int field);
    public abstract ulong Normalize(ulong bits);

    public static LayoutProbe Of<T>(int width, int[] tiles, Func<long[], ulong> pack, string suffix = "")
        where T : struct, IWordLayout<T>, IEquatable<T> => new Typed<T>(suffix, width, tiles, pack);

    private sealed class Typed<T>(string suffix, int width, int[] tiles, Func<long[], ulong> pack)
        : LayoutProbe(typeof(T).Name + suffix, width, tiles, pack)
        where T : struct, IWordLayout<T>, IEquatable<T>
    {
        public override BitField[] Fields => T.Fields.ToArray();
        public override long ByName(ulong bits, int field) => T.FromBits(bits)[field];

        public override ulong Normalize(ulong bits)
        {
            var word = T.FromBits(bits);
            Assert.Equal(word, T.FromBits(word.Bits));
            Assert.Equal(word.GetHashCode(), T.FromBits(word.Bits).GetHashCode());
            Assert.False(word.Equals(T.FromBits(word.Bits ^ 1)));
            return word.Bits;
        }
    }
}
