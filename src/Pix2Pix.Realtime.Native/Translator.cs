using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Inference;

namespace Pix2Pix.Realtime.Native;

/// <summary>What a handle stands for: options and the generator in use. Thread contract: any thread; translations wait for each other.</summary>
internal sealed class Translator(LoadOptions options) : IDisposable
{
    private readonly Lock _gate = new();
    private LoadedGenerator? _loaded;
    private bool _closed;

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

    /// <summary>Loads without holding anyone up, then swaps between two translations.</summary>
    public void Load(string path)
    {
        var loaded = new LoadedGenerator(GeneratorLoader.Load(path, options));
        lock (_gate)
        {
            if (_closed)
            {
                loaded.Dispose();
                throw Handles.Gone();
            }

            _loaded?.Dispose();
            _loaded = loaded;
        }
    }

    public void Translate(in NativeImage input, in NativeImage output)
    {
        lock (_gate)
        {
            InUse().Translate(input, output);
        }
    }

    /// <summary>Waits for the translation that may be running; every later call finds the handle gone.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _loaded?.Dispose();
        }
    }

    private LoadedGenerator InUse() => _closed
        ? throw Handles.Gone()
        : _loaded ?? throw new StatusException(Status.NoGenerator, "expected a generator, found none loaded yet; call p2p_load first");
}
