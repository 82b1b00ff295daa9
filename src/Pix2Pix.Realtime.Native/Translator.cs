using System.Diagnostics;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Onnx.Foreign;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.Native;

/// <summary>
/// What a handle stands for: options and the generator in use. Thread contract: any thread. Translations wait for each other; submitting and
/// fetching wait for none. The three gates are always taken in the order of their declaration, and the generator changes only under all of them.
/// </summary>
internal sealed class Translator : IDisposable
{
    private readonly Lock _translating = new();
    private readonly Lock _submitting = new();
    private readonly Lock _fetching = new();
    private volatile LoadOptions _options;
    private readonly Worker _worker;
    private LoadedGenerator? _loaded;
    private long _submitted;
    private bool _closed;

    public Translator(LoadOptions options)
    {
        _options = options;
        _worker = new Worker(TranslateSubmitted);
        Textures = new TextureLink(this);
    }

    public Statistics Statistics { get; } = new();

    /// <summary>The same for textures of the caller's OpenGL context.</summary>
    public TextureLink Textures { get; }

    public GeneratorInfo Info
    {
        get
        {
            lock (_fetching)
            {
                return InUse().Info;
            }
        }
    }

    /// <summary>The style of the generator in use; null = it knows none.</summary>
    public StyleInput? Style
    {
        get
        {
            lock (_fetching)
            {
                return InUse().Style;
            }
        }
    }

    /// <summary>Sets the style of the translations that begin from now on, of the generator in use.</summary>
    public void SetStyle(ReadOnlySpan<float> values)
    {
        var style = Style ?? throw new StatusException(Status.InvalidArgument, $"Expected a generator with styles, found '{Info.Name}' without any; load another.");
        try
        {
            style.Set(values);
        }
        catch (UserException fault)
        {
            throw new StatusException(Status.InvalidArgument, fault.Message);
        }
    }

    /// <summary>How long a load may take, for those that begin from now on.</summary>
    public void SetLoadLimit(TimeSpan limit) => _options = _options with { TimeLimit = limit };

    /// <summary>The values of other programs' models, for loads that begin from now on.</summary>
    public void SetRange(ModelRange range) => _options = _options with { Range = range };

    /// <summary>The classes of models that read one channel for each, for loads that begin from now on.</summary>
    public void SetClasses(Palette? palette) => _options = _options with { Palette = palette };

    /// <summary>Loads without holding anyone up, then swaps between two translations.</summary>
    public void Load(string path)
    {
        Swap(new LoadedGenerator(GeneratorLoader.Load(path, _options)), close: false);
        Statistics.Loaded();
    }

    public void Translate(in NativeImage input, in NativeImage output)
    {
        lock (_translating)
        {
            var start = Stopwatch.GetTimestamp();
            InUse().Translate(input, output);
            Statistics.Translated(Stopwatch.GetElapsedTime(start));
        }
    }

    /// <summary>Leaves a picture for the worker; the one that still waits there is dropped.</summary>
    /// <returns>The picture's number, from 1.</returns>
    public ulong Submit(in NativeImage input)
    {
        long number;
        lock (_submitting)
        {
            var loaded = InUse();
            loaded.RequireInput(input.Width, input.Height);
            input.Encode(loaded.Submissions.Writing);
            loaded.Submissions.Writing.Stamp = new FrameStamp(number = ++_submitted, InputTicks: 0);
            Statistics.Submitted(dropped: loaded.Submissions.Publish());
        }

        _worker.Wake();
        return (ulong)number;
    }

    /// <summary>Ends the translation that is running soon, if there is one. The generator can't be replaced meanwhile.</summary>
    public void Cancel()
    {
        lock (_fetching)
        {
            InUse().Cancel();
        }
    }

    /// <summary>Writes the newest translation that was not fetched yet.</summary>
    /// <param name="number">What <see cref="Submit"/> gave for its picture.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryGetLatest(in NativeImage output, out ulong number)
    {
        _worker.ThrowFault();
        lock (_fetching)
        {
            var loaded = InUse();
            loaded.RequireOutput(output.Width, output.Height);
            var isFresh = loaded.Answers.TryTake();
            number = (ulong)loaded.Answers.Reading.Stamp.Sequence;
            if (isFresh)
            {
                output.Decode(loaded.Answers.Reading);
            }

            return isFresh;
        }
    }

    /// <summary>Waits for the translation that may be running; every later call finds the handle gone.</summary>
    public void Dispose()
    {
        Swap(null, close: true);
        _worker.Dispose();
        Textures.Dispose();
    }

    private void TranslateSubmitted()
    {
        lock (_translating)
        {
            var start = Stopwatch.GetTimestamp();
            try
            {
                if (_loaded?.TranslateSubmitted() == true)
                {
                    Statistics.Translated(Stopwatch.GetElapsedTime(start));
                }
            }
            catch (OperationCanceledException)
            {
                // As one that a newer picture has replaced.
                Statistics.Dropped();
            }
        }
    }

    private void Swap(LoadedGenerator? next, bool close)
    {
        LoadedGenerator? last;
        bool wasClosed;
        lock (_translating)
        {
            lock (_submitting)
            {
                lock (_fetching)
                {
                    wasClosed = _closed;
                    last = wasClosed ? next : _loaded;
                    _loaded = wasClosed ? null : next;
                    _closed |= close;
                }
            }
        }

        // Nobody can reach it any more.
        last?.Dispose();
        if (wasClosed)
        {
            throw Handles.Gone();
        }
    }

    private LoadedGenerator InUse() => _closed
        ? throw Handles.Gone()
        : _loaded ?? throw new StatusException(Status.NoGenerator, "Expected a generator, found none loaded yet; call p2p_load first.");
}
