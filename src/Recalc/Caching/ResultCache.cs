using System.Security.Cryptography;
using Recalc.Functions;
using Recalc.Values;

namespace Recalc.Caching;

/// <summary>
/// What calls of registered functions came to, for a workbook and its forks. Results are added and never changed, so that an answer that comes late is an entry that nobody asks
/// for, and no more. What is wanted least goes when the bytes are used up. Thread-safe: threads meet only where their calls fall into the same of 16 stripes.
/// </summary>
internal sealed class ResultCache : IResultCache
{
    private const int Stripes = 16;

    /// <summary>The place of an entry in its stripe, and of its bucket.</summary>
    private const int BytesOfEntry = 104;

    private readonly ResultStripe[] _stripes;
    private readonly TimeProvider _clock;
    private readonly ulong _seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    /// <param name="budget">How many bytes the results may take, about.</param>
    /// <param name="clock">What says how old they are.</param>
    public ResultCache(long budget, TimeProvider clock)
    {
        _clock = clock;
        _stripes = [.. Enumerable.Range(0, Stripes).Select(_ => new ResultStripe(budget / Stripes, clock))];
    }

    /// <summary>What the cache holds, and what it was asked for.</summary>
    public ResultCacheStatistics Statistics => _stripes.Aggregate(new ResultCacheStatistics(0, 0, 0, 0, 0, 0), (all, stripe) => stripe.Count(all));

    public bool TryGet(FunctionDeclaration function, DateSystem dates, ReadOnlySpan<Operand> arguments, out Operand result, out TimeSpan? left)
    {
        (result, left) = (default, null);
        if (!CallKey.IsPossible(arguments)) return false;
        var hash = CallKey.Hash(_seed + (uint)dates, function.Id, arguments);
        if (!StripeOf(hash).TryGet(hash, function, dates, arguments, out result, out var until)) return false;
        if (until != long.MaxValue) left = _clock.GetElapsedTime(_clock.GetTimestamp(), until);
        return true;
    }

    public void Add(FunctionDeclaration function, DateSystem dates, ReadOnlySpan<Operand> arguments, in Operand result)
    {
        if (result.Object is not (null or string) || result.IsBlocked || !CallKey.IsPossible(arguments)) return;
        var hash = CallKey.Hash(_seed + (uint)dates, function.Id, arguments);
        var key = new CallKey(arguments);
        var isAsIs = arguments.Length > 0 && IsSame(arguments[0], result);
        var added = new CachedResult
        {
            Function = function,
            Dates = dates,
            Hash = hash,
            Key = key,
            Value = isAsIs ? default : result,
            Until = function.Promises.TimeToLive is { } time ? _clock.GetTimestamp() + (long)(time.TotalSeconds * _clock.TimestampFrequency) : long.MaxValue,
            Bytes = BytesOfEntry + key.Bytes + (isAsIs ? 0 : CallKey.BytesOf(result.Object as string)),
            IsAsIs = isAsIs,
        };
        StripeOf(hash).Add(added, arguments);
    }

    // The low bits choose the bucket.
    private ResultStripe StripeOf(ulong hash) => _stripes[hash >> 60];

    private static bool IsSame(in Operand argument, in Operand result) => argument.Word == result.Word && ReferenceEquals(argument.Object, result.Object);
}
