namespace Pix2Pix.Realtime.Training.Benchmarks;

/// <summary>
/// How long a step of many ranks takes, one a machine, from what was measured on one machine: a step computes, then sums the gradients around a ring. Each message of m bytes
/// goes round in 2(N-1) parts of m/N bytes; each part costs the latency, the time on the wire, and the time of copying and adding, which overlaps neither.
/// </summary>
/// <param name="ComputeMilliseconds">A step of one rank alone.</param>
/// <param name="GradientBytes">What is summed in a step.</param>
/// <param name="MessageBytes">Bytes of one message.</param>
/// <param name="PartLatencySeconds">The latency of one part.</param>
/// <param name="SumBytesPerSecond">How fast two ranks of one machine sum, over the same protocol.</param>
internal sealed record StepModel(double ComputeMilliseconds, long GradientBytes, long MessageBytes, double PartLatencySeconds, double SumBytesPerSecond)
{
    /// <summary>What of a wire's bits is left for a program's bytes: TCP over IPv4 in Ethernet frames of 1500 bytes.</summary>
    private const double Payload = 1448.0 / 1538;

    private const double BitsPerByte = 8;
    private const double Giga = 1e9;

    /// <summary>From two ranks that sum over TCP.</summary>
    /// <param name="alone">One process.</param>
    /// <param name="overTcp">Two ranks of one machine that reach each other by TCP.</param>
    public static StepModel Of(RankTimes alone, RankTimes overTcp) => new(
        alone.StepMilliseconds, alone.GradientBytes, overTcp.MessageBytes, overTcp.LatencySeconds / Parts(overTcp.Ranks), overTcp.BytesPerSecond);

    /// <summary>One step's milliseconds.</summary>
    /// <param name="ranks">One a machine.</param>
    /// <param name="gigabits">Of each machine's network, a second; infinite = a wire that costs nothing, as inside one machine.</param>
    public double Milliseconds(int ranks, double gigabits)
    {
        if (ranks == 1)
        {
            return ComputeMilliseconds;
        }

        var messages = Math.Ceiling((double)GradientBytes / MessageBytes);
        var bytes = (double)GradientBytes * Parts(ranks) / ranks;
        var seconds = (messages * Parts(ranks) * PartLatencySeconds) + (bytes / SumBytesPerSecond) + (bytes * BitsPerByte / (gigabits * Giga * Payload));
        return ComputeMilliseconds + (seconds * 1000);
    }

    private static int Parts(int ranks) => 2 * (ranks - 1);
}
