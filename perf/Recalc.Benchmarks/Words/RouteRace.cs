using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Recalc.Benchmarks.Words;

/// <summary>
/// The routes of <see cref="FieldAccess{TRoutes, TWord}"/> by turns, in rounds of microseconds, the best of each: ratios that hold
/// on a busy machine too, where runs of seconds, one route after the other, do not.
/// </summary>
internal static class RouteRace
{
    private const int Count = 4096;
    private const int WarmUp = 500;
    private const int Rounds = 4000;

    private delegate long Route<TWord>(TWord[] words, Func<ulong, long>[] calls);

    public static void Run(TextWriter output)
    {
        output.WriteLine("layout              by name     by mask   by shifts by call (relative to by name)");
        Run<U4U12Routes, ushort>(output);
        Run<I4I12Routes, ushort>(output);
        Run<U12I4Routes, ushort>(output);
        Run<I12U4Routes, ushort>(output);
        Run<U31Routes, int>(output);
        Run<U8U8U16U32Routes, ulong>(output);
        Run<U16U16U32Routes, ulong>(output);
        Run<U16I48Routes, ulong>(output);
    }

    private static void Run<TRoutes, TWord>(TextWriter output)
        where TRoutes : IFieldRoutes<TWord>
        where TWord : unmanaged, IBinaryInteger<TWord>
    {
        var words = new TWord[Count];
        new Random(1).NextBytes(MemoryMarshal.AsBytes(words.AsSpan()));
        var calls = TRoutes.Calls();
        Route<TWord>[] routes = [Name<TRoutes, TWord>, Mask<TRoutes, TWord>, Shifts<TRoutes, TWord>, Call];
        var best = new long[routes.Length];
        Array.Fill(best, long.MaxValue);
        for (var round = -WarmUp; round < Rounds; round++)
        {
            for (var i = 0; i < routes.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                routes[i](words, calls);
                var taken = Stopwatch.GetTimestamp() - start;
                if (round >= 0) best[i] = Math.Min(best[i], taken);
            }
        }
        var perWord = best[0] * 1e9 / Stopwatch.Frequency / Count;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{typeof(TRoutes).Name[..^6],-14} {perWord,8:0.00} ns {Ratio(1),11:0.00} {Ratio(2),11:0.00} {Ratio(3),7:0.0}"));

        double Ratio(int route) => (double)best[route] / best[0];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Name<TRoutes, TWord>(TWord[] words, Func<ulong, long>[] calls) where TRoutes : IFieldRoutes<TWord>
    {
        var sum = 0L;
        foreach (var word in words) sum += TRoutes.ByName(word);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Mask<TRoutes, TWord>(TWord[] words, Func<ulong, long>[] calls) where TRoutes : IFieldRoutes<TWord>
    {
        var sum = 0L;
        foreach (var word in words) sum += TRoutes.ByMask(word);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Shifts<TRoutes, TWord>(TWord[] words, Func<ulong, long>[] calls) where TRoutes : IFieldRoutes<TWord>
    {
        var sum = 0L;
        foreach (var word in words) sum += TRoutes.ByShifts(word);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Call<TWord>(TWord[] words, Func<ulong, long>[] calls) where TWord : unmanaged, IBinaryInteger<TWord>
    {
        var sum = 0L;
        foreach (var word in words)
        {
            var bits = ulong.CreateTruncating(word);
            foreach (var call in calls) sum += call(bits);
        }
        return sum;
    }
}
