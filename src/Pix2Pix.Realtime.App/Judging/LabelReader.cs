using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.App.Judging;

/// <summary>
/// Reads the label map back from a picture by a generator that was trained from photographs to label maps. One thread.
/// </summary>
internal sealed class LabelReader : IDisposable
{
    private readonly ITensorGenerator _network;
    private readonly LabelDecoder _decoder;
    private readonly TensorBuffer _input;
    private readonly TensorBuffer _output;

    /// <param name="file">An .onnx file; the opposite direction of what is judged.</param>
    /// <param name="palette">The classes.</param>
    /// <exception cref="UserException">The file can't be used.</exception>
    public LabelReader(string file, Palette palette)
    {
        _network = GeneratorLoader.Load(file, new LoadOptions { Provider = ExecutionProvider.Cpu });
        _decoder = new LabelDecoder(palette);
        _input = new TensorBuffer(_network.Info.Input);
        _output = new TensorBuffer(_network.Info.Output);
    }

    /// <summary>The classes at every pixel of a picture, at the network's own size.</summary>
    /// <param name="picture">Any size.</param>
    public LabelMap Read(PixelImage picture)
    {
        PixelConvert.Encode(ImageFile.ResizeBicubic(picture, _input.Shape.Width, _input.Shape.Height), _input.Values, _input.Shape);
        _network.Translate(_input, _output);
        return Decode(_output.Values, _output.Shape);
    }

    /// <summary>The true map, at the network's own size.</summary>
    /// <param name="input">Planar <c>[1,C,H,W]</c>, -1..1: the picture of labels that was translated.</param>
    /// <param name="shape">Its shape.</param>
    public LabelMap Truth(ReadOnlySpan<float> input, FrameShape shape) =>
        LabelMapFile.Resize(Decode(input, shape), _output.Shape.Width, _output.Shape.Height);

    public void Dispose()
    {
        _network.Dispose();
        _input.Dispose();
        _output.Dispose();
    }

    private LabelMap Decode(ReadOnlySpan<float> values, FrameShape shape)
    {
        var picture = new PixelImage(shape.Width, shape.Height);
        PixelConvert.Decode(values, shape, picture);
        return _decoder.Decode(picture, out _);
    }
}
