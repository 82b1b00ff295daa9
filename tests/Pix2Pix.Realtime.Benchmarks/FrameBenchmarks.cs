using BenchmarkDotNet.Attributes;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Benchmarks;

/// <summary>What the processor does to a frame besides translating it: one pass over its pixels and two hand-overs.</summary>
[MemoryDiagnoser]
public class FrameBenchmarks : IDisposable
{
    private static readonly FrameShape Shape = new(3, 256, 256);

    private readonly TensorBuffer _tensor = new(Shape);
    private readonly LabelMap _labels = new(256, 256, 2);
    private readonly LabelColors _colors = new(PaletteFile.Load("cmp-facade"));
    private readonly PixelImage _picture = new(256, 256);
    private readonly LatestExchange<TensorBuffer> _exchange = new(_ => new TensorBuffer(Shape));

    [Benchmark]
    public void EncodeLabels() => PixelConvert.Encode(_labels, _colors, _tensor.Values, Shape);

    [Benchmark]
    public void EncodePicture() => PixelConvert.Encode(_picture, _tensor.Values, Shape);

    [Benchmark]
    public void DecodePicture() => PixelConvert.Decode(_tensor.Values, Shape, _picture);

    [Benchmark]
    public bool HandOver()
    {
        _exchange.Publish();
        return _exchange.TryTake();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _tensor.Dispose();
        _exchange.Dispose();
    }
}
