using BenchmarkDotNet.Attributes;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Metrics;
using Pix2Pix.Realtime.Synthesis;

namespace Pix2Pix.Realtime.Benchmarks;

/// <summary>What preparing and judging a pair costs.</summary>
[MemoryDiagnoser]
public class PictureBenchmarks
{
    private static readonly FrameShape Shape = new(3, 256, 256);

    private readonly PixelImage _picture = FacadeSynthesizer.Draw(1, 256, 256).Photo;
    private readonly float[] _values = new float[Shape.Count];
    private byte[] _jpeg = [];
    private ulong _seed;

    [GlobalSetup]
    public void SetUp() => _jpeg = ImageFile.EncodeJpeg(_picture);

    [Benchmark]
    public SyntheticPair DrawFacade() => FacadeSynthesizer.Draw(_seed++, 256, 256);

    [Benchmark]
    public PixelImage DecodeJpeg() => ImageFile.Decode(_jpeg);

    [Benchmark]
    public PixelImage ResizeBicubic() => ImageFile.ResizeBicubic(_picture, 286, 286);

    [Benchmark]
    public double Similarity() => StructuralSimilarity.Compare(_values, _values, Shape);
}
