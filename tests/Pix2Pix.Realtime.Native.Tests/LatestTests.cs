using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Native.Tests;

/// <summary>Submit and fetch: the translator's own thread, and latest wins.</summary>
public sealed class LatestTests : IDisposable
{
    private const int Width = 24;
    private const int Height = 16;

    private readonly TemporaryFolder _folder = new();
    private readonly NativeApi _api;
    private readonly ulong _handle;

    public LatestTests(PublishedLibrary library)
    {
        Assert.SkipWhen(library.Missing is not null, library.Missing ?? "");
        _api = new NativeApi(library);
        _handle = _api.Create();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _api.Destroy(_handle);
        _folder.Dispose();
    }

    [Fact]
    public void What_was_submitted_comes_back_once_under_its_number_and_as_translate_makes_it()
    {
        Load(Width, Height);
        var (input, blocking, latest) = (Noise(1), new byte[Width * Height * 4], new byte[Width * Height * 4]);
        Assert.Equal(Status.NothingNew, _api.TryGetLatest(_handle, latest, Width, Height, out _));
        Assert.Equal(Status.Ok, _api.Submit(_handle, input, Width, Height, out var sequence));
        Assert.Equal(1ul, sequence);
        Assert.Equal(1ul, Await(latest, 1));
        Assert.Equal(Status.Ok, _api.Translate(_handle, input, blocking, Width, Height, Width * 4));
        Assert.Equal(blocking, latest);
        Assert.Equal(Status.NothingNew, _api.TryGetLatest(_handle, latest, Width, Height, out _));
    }

    [Fact]
    public void The_newest_wins_and_the_counts_say_what_was_dropped()
    {
        // Large enough that many are submitted during one translation.
        const int side = 512;
        Load(side, side);
        var (pixels, output) = (new byte[side * side * 4], new byte[side * side * 4]);
        ulong last = 0;
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(Status.Ok, _api.Submit(_handle, pixels, side, side, out last));
        }

        Assert.Equal(50ul, last);
        Assert.Equal(50ul, Await(output, last, side));
        Assert.Equal(Status.Ok, _api.Stats(_handle, out var stats));
        Assert.Equal((1u, 50ul, 50ul), (stats.Loads, stats.Submitted, stats.Translated + stats.Dropped));
        Assert.InRange(stats.LastMilliseconds, 0.001, 60_000);
        Assert.InRange(stats.MeanMilliseconds, 0.001, 60_000);
        Assert.Equal(Status.InvalidArgument, _api.Stats(_handle, out _, structSize: 8));
    }

    [Fact]
    public void Many_translators_work_at_once_beside_threads_that_submit_fetch_and_load()
    {
        TwoLayerModel.Write(_folder.File("a.onnx"), Width, Height);
        Parallel.For(0, 4, new ParallelOptions { CancellationToken = Cancel }, one =>
        {
            var handle = _api.Create();
            Assert.Equal(Status.Ok, _api.Load(handle, _folder.File("a.onnx")));
            var (input, expected, output) = (Noise(one), new byte[Width * Height * 4], new byte[Width * Height * 4]);
            Assert.Equal(Status.Ok, _api.Translate(handle, input, expected, Width, Height, Width * 4));
            for (var i = 0; i < 50; i++)
            {
                Assert.Equal(Status.Ok, _api.Submit(handle, input, Width, Height, out _));
                if (i % 10 == 0)
                {
                    Assert.Equal(Status.Ok, _api.Load(handle, _folder.File("a.onnx")));
                }

                if (_api.TryGetLatest(handle, output, Width, Height, out _) == Status.Ok)
                {
                    Assert.Equal(expected, output);
                }
            }

            Assert.Equal(Status.Ok, _api.Destroy(handle));
        });
    }

    [Fact]
    public void A_generator_of_another_size_asks_for_pictures_of_its_size_from_then_on()
    {
        var pixels = new byte[Width * Height * 8];
        Assert.Equal(Status.NoGenerator, _api.Submit(_handle, pixels, Width, Height, out _));
        Assert.Equal(Status.NoGenerator, _api.TryGetLatest(_handle, pixels, Width, Height, out _));
        Load(Width, Height);
        Assert.Equal(Status.Ok, _api.Submit(_handle, pixels, Width, Height, out _));
        Load(Width * 2, Height);
        Assert.Equal(Status.InvalidArgument, _api.Submit(_handle, pixels, Width, Height, out _));
        Assert.Equal(Status.InvalidArgument, _api.TryGetLatest(_handle, pixels, Width, Height, out _));
        Assert.Equal(Status.Ok, _api.Submit(_handle, pixels, Width * 2, Height, out var sequence));
        Assert.Equal(sequence, Await(new byte[Width * Height * 8], sequence, Width * 2));
    }

    [Fact]
    public async Task A_cancelled_translation_says_so_and_the_next_one_is_whole()
    {
        // Large enough to be met while it runs.
        const int side = 1024;
        Load(side, side);
        var (pixels, output, expected) = (new byte[side * side * 4], new byte[side * side * 4], new byte[side * side * 4]);
        Random.Shared.NextBytes(pixels);
        Assert.Equal(Status.Ok, _api.Cancel(_handle));
        Assert.Equal(Status.Ok, _api.Translate(_handle, pixels, expected, side, side, side * 4));
        var cancelled = Task.Run(
            () =>
            {
                Status status;
                do
                {
                    status = _api.Translate(_handle, pixels, output, side, side, side * 4);
                }
                while (status == Status.Ok);
                return (status, _api.LastError);
            },
            Cancel);
        while (!cancelled.IsCompleted)
        {
            Assert.Equal(Status.Ok, _api.Cancel(_handle));
        }

        Assert.Equal((Status.Cancelled, "The translation was cancelled."), await cancelled);
        Assert.Equal(Status.Ok, _api.Translate(_handle, pixels, output, side, side, side * 4));
        Assert.Equal(expected, output);

        // A submitted one is dropped, which is no failure.
        NativeStats stats;
        do
        {
            Assert.Equal(Status.Ok, _api.Submit(_handle, pixels, side, side, out _));
            Assert.Equal(Status.Ok, _api.Cancel(_handle));
            Assert.NotEqual(Status.Failed, _api.TryGetLatest(_handle, output, side, side, out _));
            Assert.Equal(Status.Ok, _api.Stats(_handle, out stats));
        }
        while (stats.Dropped == 0);
    }

    private void Load(int width, int height)
    {
        TwoLayerModel.Write(_folder.File("a.onnx"), width, height);
        Assert.Equal(Status.Ok, _api.Load(_handle, _folder.File("a.onnx")));
    }

    /// <summary>Fetches until that number, or a later one, has come.</summary>
    private ulong Await(byte[] output, ulong wanted, int width = Width)
    {
        var height = output.Length / 4 / width;
        ulong sequence = 0;
        while (sequence < wanted)
        {
            Cancel.ThrowIfCancellationRequested();
            var status = _api.TryGetLatest(_handle, output, width, height, out var found);
            Assert.True(status is Status.Ok or Status.NothingNew, _api.LastError);
            sequence = status == Status.Ok ? found : sequence;
        }

        return sequence;
    }

    private static byte[] Noise(int seed)
    {
        var pixels = new byte[Width * Height * 4];
        new Random(seed).NextBytes(pixels);
        return pixels;
    }
}
