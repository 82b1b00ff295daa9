using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pix2Pix.Realtime.Ranks;

/// <summary>What ranks do when they meet, made of the few calls of <see cref="IRanks"/>.</summary>
internal static class RankMeetings
{
    /// <summary>A perfect match has an infinite PSNR.</summary>
    private static readonly JsonSerializerOptions Exact = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Rank 0's text on every rank.</summary>
    public static string ShareText(this IRanks ranks, string text) => Encoding.UTF8.GetString(ShareBytes(ranks, Encoding.UTF8.GetBytes(text), from: 0));

    /// <summary>Every rank's text, in the ranks' order, on every rank.</summary>
    public static string[] GatherText(this IRanks ranks, string text) => [.. ranks.Gather(Encoding.UTF8.GetBytes(text)).Select(Encoding.UTF8.GetString)];

    /// <summary>Every rank's bytes, in the ranks' order, on every rank.</summary>
    public static byte[][] Gather(this IRanks ranks, byte[] bytes) => [.. Enumerable.Range(0, ranks.Count).Select(rank => ShareBytes(ranks, bytes, rank))];

    /// <summary>Does something on every rank, and goes on only if it succeeded on all.</summary>
    /// <exception cref="UserException">On rank 0: the first rank's fault, with its name where that is another one.</exception>
    /// <exception cref="OtherRankException">On the other ranks: rank 0 says what happened.</exception>
    public static T Together<T>(this IRanks ranks, Func<T> work)
    {
        var result = default(T);
        UserException? fault = null;
        try
        {
            result = work();
        }
        catch (UserException caught)
        {
            fault = caught;
        }

        var faults = ranks.GatherText(fault?.Message ?? "");
        if (Array.FindIndex(faults, words => words.Length > 0) is >= 0 and var first)
        {
            if (ranks.Rank > 0)
            {
                throw new OtherRankException();
            }

            if (fault is not null)
            {
                ExceptionDispatchInfo.Throw(fault);
            }

            throw new UserException($"On {ranks.NameOf(first)}: {faults[first]}");
        }

        return result!;
    }

    /// <summary>Makes items, each on one rank, in turns; every rank has all of them afterwards.</summary>
    /// <typeparam name="T">Numbers, bytes and texts, which come back from JSON as they were, bit by bit.</typeparam>
    /// <param name="count">How many.</param>
    /// <param name="make">Makes the item of a number, 0..count-1.</param>
    public static IReadOnlyList<T> Spread<T>(this IRanks ranks, int count, Func<int, T> make)
    {
        List<T> own = [.. Enumerable.Range(0, count).Where(index => index % ranks.Count == ranks.Rank).Select(make)];
        if (ranks.Count == 1)
        {
            return own;
        }

        var all = ranks.Gather(JsonSerializer.SerializeToUtf8Bytes(own, Exact)).Select(bytes => JsonSerializer.Deserialize<List<T>>(bytes, Exact)!).ToList();
        return [.. Enumerable.Range(0, count).Select(index => all[index % ranks.Count][index / ranks.Count])];
    }

    private static byte[] ShareBytes(IRanks ranks, byte[] bytes, int from)
    {
        Span<long> length = [bytes.LongLength];
        ranks.Share(MemoryMarshal.AsBytes(length), from);
        var shared = ranks.Rank == from ? bytes : new byte[length[0]];
        ranks.Share(shared, from);
        return shared;
    }
}
