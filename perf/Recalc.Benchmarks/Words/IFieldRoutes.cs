using Recalc.Words;

namespace Recalc.Benchmarks.Words;

/// <summary>The ways to read all fields of a word, added up; masks and shifts are written out, as properties would have them.</summary>
/// <typeparam name="TWord">The machine word.</typeparam>
public interface IFieldRoutes<TWord>
{
    static abstract long ByName(TWord word);
    static abstract long ByMask(TWord word);
    static abstract long ByShifts(TWord word);

    /// <summary>Getters made once from the description of the fields.</summary>
    static abstract Func<ulong, long>[] Calls();
}

internal static class FieldCalls
{
    public static Func<ulong, long>[] Of<T>() where T : struct, IWordLayout<T> => [.. T.Fields.ToArray().Select(f => f.ByCall())];
}
