using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;

namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>
/// Brings generators while painting continues: a pool thread reads one file at a time, of those asked for meanwhile the newest, and the GL thread takes the newest that
/// is ready between two frames.
/// Thread contract: each member says its own.
/// </summary>
/// <param name="live">Notified of a file that can't be used, and woken when one is there.</param>
/// <param name="source">Reads and builds them.</param>
/// <param name="adopt">GL thread: takes one into use and owns it, with its file, which is empty where it came from none; may refuse it with a <see cref="UserException"/>.</param>
internal sealed class GeneratorArrivals(LiveContext live, GeneratorSource source, Action<IGenerator, string> adopt) : IDisposable
{
    private ReadGenerator? _offered;
    private readonly Lock _gate = new();
    private Func<ReadGenerator>? _next;
    private volatile bool _isLoading;

    /// <summary>Any thread: whether a file is being read in the background.</summary>
    public bool IsLoading => _isLoading;

    /// <summary>GL thread: whether nothing is on its way.</summary>
    public bool IsIdle => !_isLoading && Volatile.Read(ref _offered) is null;

    /// <summary>Any thread: offers a warm generator, in the place of one that was not taken yet; it is owned here from now on.</summary>
    public void Offer(IGenerator generator) => Offer(new ReadGenerator("", generator, Plan: null));

    /// <summary>Any thread: reads a file in the background, after the one that is being read; it is offered when it is ready.</summary>
    /// <param name="path">An .onnx file.</param>
    /// <param name="shape">What it must read; null = whatever it reads.</param>
    /// <param name="isPassing">Whether another takes its place soon.</param>
    public void LoadInBackground(string path, FrameShape? shape, bool isPassing = false) => InBackground(() => source.Read(path, shape, isPassing));

    /// <summary>GL thread: reads a file at once; the caller owns what it gets.</summary>
    /// <exception cref="UserException">The file is no generator, or not of that size.</exception>
    public IGenerator Load(string path, FrameShape? shape) => source.Build(source.Read(path, shape)) ?? source.OnProcessor(path, shape).Generator!;

    /// <summary>GL thread, once a frame: hands the newest that was offered on.</summary>
    public void Update(FrameShape? shape)
    {
        if (Volatile.Read(ref _offered) is not null)
        {
            Adopt(shape);
        }
    }

    public void Dispose() => _offered?.Generator?.Dispose();

    /// <summary>Apart from the frame's own path: a lambda's captures are allocated where its scope begins, whether it runs or not.</summary>
    private void Adopt(FrameShape? shape)
    {
        if (Interlocked.Exchange(ref _offered, null) is not { } offered)
        {
            return;
        }

        if (source.Build(offered) is { } generator)
        {
            live.Notices.Try(() => adopt(generator, offered.Path));
        }
        else
        {
            InBackground(() => source.OnProcessor(offered.Path, shape));
        }
    }

    private void InBackground(Func<ReadGenerator> read)
    {
        lock (_gate)
        {
            _next = read;
            if (_isLoading)
            {
                return;
            }

            _isLoading = true;
        }

        ThreadPool.QueueUserWorkItem(_ =>
        {
            while (TakeNext() is { } next)
            {
                live.Notices.Try(() => Offer(next()));
            }
        });
    }

    private Func<ReadGenerator>? TakeNext()
    {
        lock (_gate)
        {
            (var next, _next) = (_next, null);
            _isLoading = next is not null;
            return next;
        }
    }

    private void Offer(ReadGenerator read)
    {
        Interlocked.Exchange(ref _offered, read)?.Generator?.Dispose();
        live.Pump.Wake();
    }
}
