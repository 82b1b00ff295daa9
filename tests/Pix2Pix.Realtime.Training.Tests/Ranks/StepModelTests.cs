using Pix2Pix.Realtime.Training.Benchmarks;

namespace Pix2Pix.Realtime.Training.Tests.Ranks;

/// <summary>The model of many ranks' steps, with figures made by hand: 200 messages of 1 MB, of which two ranks sum one in 1 ms and 40 µs of latency.</summary>
public sealed class StepModelTests
{
    private const long Message = 1_000_000;
    private const double Compute = 1000;
    private const double Wireless = double.PositiveInfinity;

    private static StepModel Model { get; } = StepModel.Of(
        new RankTimes(1, Compute, 0, 200 * Message, 0, 0, Message), new RankTimes(2, 1300, 250, 200 * Message, LatencySeconds: 40e-6, MessageSeconds: 1.04e-3, Message));

    [Fact]
    public void One_rank_computes_only() => Assert.Equal(Compute, Model.Milliseconds(1, 1));

    [Fact]
    public void Two_ranks_of_one_machine_take_what_their_sums_took() => Assert.Equal(Compute + (200 * 1.04), Model.Milliseconds(2, Wireless), 1e-6);

    [Theory]
    [InlineData(2)]
    [InlineData(64)]
    public void The_wire_carries_every_gradient_once_in_each_direction_but_for_ones_own_part(int ranks)
    {
        var bits = 2.0 * (ranks - 1) / ranks * 200 * Message * 8;
        Assert.Equal(bits / (10e9 * 1448 / 1538) * 1000, Model.Milliseconds(ranks, 10) - Model.Milliseconds(ranks, Wireless), 1e-6);
    }
}
