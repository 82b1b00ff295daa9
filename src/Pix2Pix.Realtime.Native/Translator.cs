using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Inference;

namespace Pix2Pix.Realtime.Native;

/// <summary>One handle's state: options, the generator in use and its two buffers. Thread contract: any thread; translations wait for each other.</summary>
internal sealed class Translator(LoadOptions options) : IDisposable
{
    private readonly Lock _gate = new();
    private ITensorGenerator? _generator;
    private TensorBuffer? _input;
    private TensorBuffer? _output;
    private bool _closed;

    /// <summary>Loads without holding anyone up, then swaps between two translations.</summary>
    public void Load(string path)
    {
        var generator = GeneratorLoader.Load(path, options);
        lock (_gate)
        {
            if (_closed)
            {
                generator.Dispose();
                throw Handles.Gone();
            }

            Free();
            _generator = generator;
            _input = new TensorBuffer(generator.Info.Input);
            _output = new TensorBuffer(generator.Info.Output);
        }
    }

    public GeneratorInfo Info
    {
        get
        {
            lock (_gate)
            {
                return InUse().Info;
            }
        }
    }

    public void Translate(in NativeImage input, in NativeImage output)
    {
        lock (_gate)
        {
            var generator = InUse();
            RequireSize(input, generator.Info.Input, "input");
            RequireSize(output, generator.Info.Output, "output");
            PixelRows.Encode(input, _input!);
            generator.Translate(_input!, _output!);
            PixelRows.Decode(_output!, output);
        }
    }

    /// <summary>Waits for the translation that may be running; every later call finds the handle gone.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Free();
        }
    }

    private ITensorGenerator InUse() => _closed
        ? throw Handles.Gone()
        : _generator ?? throw new StatusException(Status.NoGenerator, "expected a generator, found none loaded yet; call p2p_load first");

    private void Free()
    {
        _generator?.Dispose();
        _generator = null;
        _input?.Dispose();
        _output?.Dispose();
    }

    private static void RequireSize(in NativeImage image, FrameShape shape, string which)
    {
        if (image.Width != shape.Width || image.Height != shape.Height)
        {
            throw new StatusException(
                Status.InvalidArgument, $"expected an {which} picture of {shape.Width}x{shape.Height}, found {image.Width}x{image.Height}; scale it to the generator's size");
        }
    }
}
