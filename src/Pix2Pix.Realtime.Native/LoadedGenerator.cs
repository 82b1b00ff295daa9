using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Native;

/// <summary>A generator with the pictures and tensors that it works on, made once, so that a translation allocates nothing. One thread at a time.</summary>
internal sealed class LoadedGenerator : IDisposable
{
    private readonly ITensorGenerator _generator;
    private readonly PixelImage _inputPicture;
    private readonly PixelImage _outputPicture;
    private readonly TensorBuffer _input;
    private readonly TensorBuffer _output;

    /// <param name="generator">Taken over.</param>
    public LoadedGenerator(ITensorGenerator generator)
    {
        _generator = generator;
        _inputPicture = new PixelImage(Info.Input.Width, Info.Input.Height);
        _outputPicture = new PixelImage(Info.Output.Width, Info.Output.Height);
        _input = new TensorBuffer(Info.Input);
        _output = new TensorBuffer(Info.Output);
    }

    public GeneratorInfo Info => _generator.Info;

    public void Translate(in NativeImage input, in NativeImage output)
    {
        RequireSize(input, Info.Input, "input");
        RequireSize(output, Info.Output, "output");
        input.CopyTo(_inputPicture);
        PixelConvert.Encode(_inputPicture, _input.Values, Info.Input);
        _generator.Translate(_input, _output);
        PixelConvert.Decode(_output.Values, Info.Output, _outputPicture);
        output.CopyFrom(_outputPicture);
    }

    public void Dispose()
    {
        _generator.Dispose();
        _input.Dispose();
        _output.Dispose();
    }

    private static void RequireSize(in NativeImage image, FrameShape shape, string which)
    {
        if (image.Width != shape.Width || image.Height != shape.Height)
        {
            throw new StatusException(
                Status.InvalidArgument,
                $"expected an {which} picture of {shape.Width}x{shape.Height}, found {image.Width}x{image.Height}; scale it to the generator's size");
        }
    }
}
