using System.Numerics;

namespace Recalc.League.Reactive;

/// <summary>
/// The numbers that dynamic grids are made with, from 0 to below 1: a hash of the seed (MurmurHash3, mixed on at every call) starts sfc32.
/// </summary>
internal sealed class GridRandom
{
    private uint _a, _b, _c, _counter, _hash = 0x811c9dc5;

    public GridRandom(string seed)
    {
        foreach (var character in seed)
        {
            _hash ^= BitOperations.RotateLeft(character * 0xcc9e2d51, 15) * 0x1b873593;
            _hash = BitOperations.RotateLeft(_hash, 13) * 5 + 0xe6546b64;
        }
        _hash ^= (uint)seed.Length;
        (_a, _b, _c, _counter) = (NextHash(), NextHash(), NextHash(), NextHash());
    }

    public double Next()
    {
        var sum = _a + _b + ++_counter;
        _a = _b ^ _b >> 9;
        _b = _c + (_c << 3);
        _c = BitOperations.RotateLeft(_c, 21) + sum;
        return sum / 4294967296.0;
    }

    private uint NextHash()
    {
        _hash = (_hash ^ _hash >> 16) * 0x85ebca6b;
        _hash = (_hash ^ _hash >> 13) * 0xc2b2ae35;
        return _hash ^= _hash >> 16;
    }
}
