namespace Pix2Pix.Realtime.Training.Benchmarks;

/// <summary>What one benchmark of ranks measured.</summary>
/// <param name="Ranks">How many worked together, each on one thread.</param>
/// <param name="StepMilliseconds">The median step.</param>
/// <param name="SummingMilliseconds">The median of a step's time for sums of gradients, the wait for the other ranks included; 0 with one rank.</param>
/// <param name="GradientBytes">What every rank sums in a step.</param>
/// <param name="LatencySeconds">The median time of a sum of a few bytes; 0 with one rank.</param>
/// <param name="MessageSeconds">The median time of a sum of one message of gradients; 0 with one rank.</param>
/// <param name="MessageBytes">How large that message is.</param>
internal sealed record RankTimes(
    int Ranks, double StepMilliseconds, double SummingMilliseconds, long GradientBytes, double LatencySeconds, double MessageSeconds, long MessageBytes)
{
    /// <summary>Bytes a second at which messages are summed, without their latency.</summary>
    public double BytesPerSecond => MessageBytes / (MessageSeconds - LatencySeconds);
}
