using System.Numerics;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;

namespace Recalc.Benchmarks.Words;

/// <summary>Reads every field of 4,096 words: by name (the layout's properties), by mask, by shifts, and by call.</summary>
[MinColumn]
[GenericTypeArguments(typeof(U4U12Routes), typeof(ushort))]
[GenericTypeArguments(typeof(I4I12Routes), typeof(ushort))]
[GenericTypeArguments(typeof(U12I4Routes), typeof(ushort))]
[GenericTypeArguments(typeof(I12U4Routes), typeof(ushort))]
[GenericTypeArguments(typeof(U31Routes), typeof(int))]
[GenericTypeArguments(typeof(U8U8U16U32Routes), typeof(ulong))]
[GenericTypeArguments(typeof(U16U16U32Routes), typeof(ulong))]
[GenericTypeArguments(typeof(U16I48Routes), typeof(ulong))]
public class FieldAccess<TRoutes, TWord>
    where TRoutes : IFieldRoutes<TWord>
    where TWord : unmanaged, IBinaryInteger<TWord>
{
    private const int Count = 4096;

    private readonly TWord[] _words = new TWord[Count];
    private Func<ulong, long>[] _calls = [];

    [GlobalSetup]
    public void Setup()
    {
        new Random(1).NextBytes(MemoryMarshal.AsBytes(_words.AsSpan()));
        _calls = TRoutes.Calls();
        var sums = (Name: ByName(), Mask: ByMask(), Shifts: ByShifts(), Call: ByCall());
        if (sums.Name == sums.Mask && sums.Name == sums.Shifts && sums.Name == sums.Call) return;
        throw new InvalidOperationException($"The routes disagree: {sums}");
    }

    [Benchmark(Baseline = true)]
    public long ByName()
    {
        var sum = 0L;
        foreach (var word in _words) sum += TRoutes.ByName(word);
        return sum;
    }

    [Benchmark]
    public long ByMask()
    {
        var sum = 0L;
        foreach (var word in _words) sum += TRoutes.ByMask(word);
        return sum;
    }

    [Benchmark]
    public long ByShifts()
    {
        var sum = 0L;
        foreach (var word in _words) sum += TRoutes.ByShifts(word);
        return sum;
    }

    [Benchmark]
    public long ByCall()
    {
        var sum = 0L;
        var calls = _calls;
        foreach (var word in _words)
        {
            var bits = ulong.CreateTruncating(word);
            foreach (var call in calls) sum += call(bits);
        }
        return sum;
    }
}
