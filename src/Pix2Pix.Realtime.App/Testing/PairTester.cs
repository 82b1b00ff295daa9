using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Metrics;

namespace Pix2Pix.Realtime.App.Testing;

/// <summary>Translates pairs one by one, exactly as the canvas does, and compares each with its target. One thread.</summary>
internal sealed class PairTester : IDisposable
{
    private readonly ITensorGenerator _generator;
    private readonly FeatureNetwork _features = new(Path.Combine(AppContext.BaseDirectory, "features"));
    private readonly TensorBuffer _input;
    private readonly TensorBuffer _output;
    private readonly float[] _target;

    public PairTester(ITensorGenerator generator)
    {
        _generator = generator;
        _input = new TensorBuffer(generator.Info.Input);
        _output = new TensorBuffer(generator.Info.Output);
        _target = new float[generator.Info.Output.Count];
    }

    public GeneratorInfo Info => _generator.Info;

    /// <summary>The features of every output so far.</summary>
    public List<float[]> OutputFeatures { get; } = [];

    /// <summary>The features of every target so far.</summary>
    public List<float[]> TargetFeatures { get; } = [];

    /// <summary>Input, output and target of the newest pair, side by side.</summary>
    public PixelImage Triple => ImageSheet.Grid(
        [Picture(_input.Values, _input.Shape), Picture(_output.Values, _output.Shape), Picture(_target, _output.Shape)], columns: 3);

    public PairScore Test(PairedDataset pairs, int index)
    {
        pairs.Load(index, augmentation: null, _input.Values, _target);
        _generator.Translate(_input, _output);
        var output = _output.Values;
        var shape = _output.Shape;
        OutputFeatures.Add(_features.Describe(output, shape));
        TargetFeatures.Add(_features.Describe(_target, shape));
        return new PairScore(
            pairs.Names[index],
            PictureDistance.L1(output, _target), PictureDistance.Psnr(output, _target), StructuralSimilarity.Compare(output, _target, shape),
            ImageFile.EncodeJpeg(Triple));
    }

    public void Dispose()
    {
        _generator.Dispose();
        _features.Dispose();
        _input.Dispose();
        _output.Dispose();
    }

    private static PixelImage Picture(ReadOnlySpan<float> values, FrameShape shape)
    {
        var picture = new PixelImage(shape.Width, shape.Height);
        PixelConvert.Decode(values, shape, picture);
        return picture;
    }
}
