using Pix2Pix.Realtime.Training.Batches;

namespace Pix2Pix.Realtime.Training.Tests.Ranks;

/// <summary>The ranks' parts of the order of pairs.</summary>
public sealed class OrderShareTests
{
    private const int Pairs = 24;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(4, 2)]
    public void All_ranks_together_read_every_pair_once_an_epoch(int ranks, int batchSize)
    {
        var steps = Pairs / (ranks * batchSize);
        for (var epoch = 0; epoch < 3; epoch++)
        {
            var read = Read(ranks, batchSize, epoch * steps, steps, new OrderShare(0, ranks, 0, 0)).Select(pair => pair.Index);
            Assert.Equal(Enumerable.Range(0, Pairs), read.Order());
        }
    }

    [Fact]
    public void They_read_what_one_process_with_all_their_pairs_reads() => Assert.Equal(
        Read(ranks: 1, batchSize: 6, firstStep: 0, steps: 10, OrderShare.Whole), Read(ranks: 3, batchSize: 2, firstStep: 0, steps: 10, new OrderShare(0, 3, 0, 0)));

    [Fact]
    public void With_another_number_of_ranks_the_order_goes_on_where_it_was()
    {
        var before = Read(ranks: 4, batchSize: 1, firstStep: 0, steps: 3, new OrderShare(0, 4, 0, 0));
        var after = Read(ranks: 3, batchSize: 1, firstStep: 3, steps: 4, new OrderShare(0, 3, FirstStep: 3, FirstDraw: 12));
        Assert.Equal(Enumerable.Range(0, Pairs), before.Concat(after).Select(pair => pair.Index).Order());
    }

    /// <summary>All that the ranks read, in the order of steps and ranks.</summary>
    private static List<(int Index, ulong? Augmentation)> Read(int ranks, int batchSize, int firstStep, int steps, OrderShare share)
    {
        var orders = Enumerable.Range(0, ranks).Select(rank => new PairOrder(seed: 5, Pairs, batchSize, share with { Rank = rank })).ToList();
        return [.. Enumerable.Range(firstStep, steps).SelectMany(step => orders.SelectMany(order => order.At(step)))];
    }
}
