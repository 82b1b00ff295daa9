using System.Diagnostics;
using Pix2Pix.Realtime.Ranks;

namespace Pix2Pix.Realtime.Training.Benchmarks;

/// <summary>Ranks that know how long their gradients took to be summed: the transfer, and the wait for a rank that comes later. One thread.</summary>
internal sealed class TimedRanks(IRanks ranks) : IRanks
{
    private TimeSpan _summing;

    public int Rank => ranks.Rank;

    public int Count => ranks.Count;

    public int LocalRank => ranks.LocalRank;

    public int LocalCount => ranks.LocalCount;

    /// <summary>The time since the last call.</summary>
    public TimeSpan TakeSumming()
    {
        var summing = _summing;
        _summing = TimeSpan.Zero;
        return summing;
    }

    public string NameOf(int rank) => ranks.NameOf(rank);

    public unsafe void Sum(float* values, int count)
    {
        var start = Stopwatch.GetTimestamp();
        ranks.Sum(values, count);
        _summing += Stopwatch.GetElapsedTime(start);
    }

    public void Sum(Span<double> values) => ranks.Sum(values);

    public void Share(Span<byte> bytes, int from = 0) => ranks.Share(bytes, from);

    public void Leave() => ranks.Leave();
}
