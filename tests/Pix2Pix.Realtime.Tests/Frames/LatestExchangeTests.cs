using CsCheck;
using Pix2Pix.Realtime.Frames;

namespace Pix2Pix.Realtime.Tests.Frames;

public sealed class LatestExchangeTests
{
    [Fact]
    public void The_reader_gets_the_newest_item_once_and_no_slot_has_two_owners() => Gen.Bool.Array[0, 200].Sample(publishes =>
    {
        using var exchange = new LatestExchange<int[]>(_ => [0]);
        var (published, taken) = (0, 0);
        foreach (var publish in publishes)
        {
            if (publish)
            {
                exchange.Writing[0] = ++published;
                Assert.Equal(published - taken > 1, exchange.Publish());
            }
            else
            {
                Assert.Equal(published > taken, exchange.HasFresh);
                Assert.Equal(published > taken, exchange.TryTake());
                taken = published;
                Assert.False(exchange.HasFresh);
            }

            Assert.NotSame(exchange.Writing, exchange.Reading);
            Assert.Equal(taken, exchange.Reading[0]);
        }
    }, iter: 1000);

    [Fact]
    public async Task Between_two_threads_items_arrive_whole_and_in_order_and_the_last_one_always()
    {
        const int last = 200_000;
        using var exchange = new LatestExchange<int[]>(_ => new int[16]);
        var writer = Task.Run(() =>
        {
            for (var i = 1; i <= last; i++)
            {
                exchange.Writing.AsSpan().Fill(i);
                exchange.Publish();
            }
        });

        var newest = 0;
        while (newest < last)
        {
            if (!exchange.TryTake())
            {
                Thread.Yield();
                continue;
            }

            var item = exchange.Reading;
            Assert.True(item[0] > newest, $"{item[0]} came after {newest}");
            Assert.Equal(-1, item.AsSpan().IndexOfAnyExcept(item[0]));
            newest = item[0];
        }

        await writer;
        Assert.False(exchange.TryTake());
    }

    [Fact]
    public void Disposing_disposes_all_three_items()
    {
        var buffers = new List<TensorBuffer>();
        var exchange = new LatestExchange<TensorBuffer>(_ =>
        {
            buffers.Add(new TensorBuffer(new FrameShape(1, 2, 2)));
            return buffers[^1];
        });
        Assert.Equal(3, buffers.Count);
        exchange.Dispose();
        Assert.All(buffers, buffer => Assert.Equal(0, buffer.Address));
    }
}
