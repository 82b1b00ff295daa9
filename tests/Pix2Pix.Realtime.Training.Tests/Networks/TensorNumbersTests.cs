using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.Networks;

public sealed class TensorNumbersTests
{
    /// <summary>With TorchSharp's own conversions this fails within the first thousands of calls.</summary>
    [Fact]
    public void Numbers_outlive_the_call_they_are_made_for_however_busy_the_garbage_collector_is()
    {
        using var done = new CancellationTokenSource();
        var collector = new Thread(() =>
        {
            while (!done.IsCancellationRequested)
            {
                GC.Collect(0);
                GC.WaitForPendingFinalizers();
            }
        });
        collector.Start();
        try
        {
            using var negative = full([4], -10.0f);
            for (var i = 0; i < 2_000; i++)
            {
                using var scope = NewDisposeScope();
                Assert.Equal(-10 * GeneratorShape.LeakySlope, negative.LeakyRelu().mean().Number(), 1e-5);
                Assert.Equal(-5, negative.Times(0.5).mean().Number(), 1e-5);
                Assert.Equal(-9.5, negative.Plus(0.5).mean().Number(), 1e-5);
                Assert.Equal(1.25, negative.Filled(1.25).mean().Number(), 1e-5);
            }
        }
        finally
        {
            done.Cancel();
            collector.Join();
        }
    }
}
