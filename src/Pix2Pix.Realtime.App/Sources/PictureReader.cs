using System.Diagnostics;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Sources;

/// <summary>Shows one picture, or the pictures of a folder in turn, in the order of their names; needs no ffmpeg. A damaged picture is left out, and files that are no pictures are counted.</summary>
internal sealed class PictureReader : IFrameReader
{
    /// <summary>How long each picture of a folder stays.</summary>
    public static readonly TimeSpan UsualStay = TimeSpan.FromSeconds(2);

    private readonly SourceAddress _address;
    private readonly SourceOptions _options;
    private readonly TimeSpan? _stay;
    private readonly Action _wake;
    private readonly LatestExchange<SourceFrame> _exchange;
    private readonly ManualResetEventSlim _stop = new();
    private readonly AutoResetEvent _news = new(false);
    private readonly AutoResetEvent _taken = new(false);
    private readonly Thread _thread;
    private SourceStatus _status;

    /// <summary>The folder's files that are no pictures, in a sentence; null where there are none. The reader's thread.</summary>
    private string? _passedOver;

    /// <summary>Whether the only picture was shown: no other comes.</summary>
    private volatile bool _isStill;

    /// <param name="address">Pictures.</param>
    /// <param name="options">What is done on the way; edges are ffmpeg's and are not drawn here.</param>
    /// <param name="wake">Called on the reader's thread when there is a new picture or another status.</param>
    /// <param name="stay">How long each picture of a folder stays; null = until it is taken, for clocks that step.</param>
    public PictureReader(SourceAddress address, SourceOptions options, Action wake, TimeSpan? stay)
    {
        _address = address;
        _options = options;
        _stay = stay;
        _wake = wake;
        _exchange = new LatestExchange<SourceFrame>(_ => new SourceFrame(options.Size));
        _status = new SourceStatus(SourceState.Opening, SourcesTexts.Opening(address.Name));
        _thread = new Thread(Run) { Name = "source", IsBackground = true };
        _thread.Start();
    }

    public SourceFrame Frame => _exchange.Reading;

    public bool TryTake()
    {
        if (!_exchange.TryTake())
        {
            return false;
        }

        _taken.Set();
        return true;
    }

    public bool Wait(TimeSpan patience) => _exchange.HasFresh || (!_isStill && _news.WaitOne(patience));

    public SourceStatus Watch() => Volatile.Read(ref _status);

    public void Dispose()
    {
        _stop.Set();
        _thread.Join();
        _exchange.Dispose();
        _stop.Dispose();
        _news.Dispose();
        _taken.Dispose();
    }

    private void Run()
    {
        var shown = 0;
        do
        {
            // Listed again each round: pictures may come and go.
            var files = Files();
            shown = 0;
            for (var i = 0; i < files.Length && !_stop.IsSet; i++)
            {
                shown += TryShow(files[i], files.Length == 1 ? SourceState.Failed : SourceState.Lost) ? 1 : 0;
                if (files.Length == 1 || IsStoppedAfterStay())
                {
                    return;
                }
            }
        }
        while (shown > 0 && !_stop.IsSet);
        Say(SourceState.Failed, SourcesTexts.NoReadablePictures(_address.Name, _passedOver).TrimEnd());
    }

    /// <summary>A picture that could not be shown is never taken: then the next one is due.</summary>
    private bool IsStoppedAfterStay() => _stay is { } stay ? _stop.Wait(stay)
        : _exchange.HasFresh ? WaitHandle.WaitAny([_stop.WaitHandle, _taken]) == 0
        : _stop.IsSet;

    private string[] Files()
    {
        try
        {
            return ImageFile.IsPicture(_address.Place) && !Directory.Exists(_address.Place)
                ? [_address.Place]
                : Files(PictureFolder.Open(_address.Place));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A folder that went away holds no pictures; that is reported like any other empty one.
            return [];
        }
    }

    private string[] Files(PictureFolder folder)
    {
        _passedOver = PictureFolder.Describe(folder.PassedOver);
        return [.. folder.Pictures];
    }

    private bool TryShow(string path, SourceState otherwise)
    {
        try
        {
            var frame = _exchange.Writing;
            PictureFraming.Draw(ImageFile.Load(path).OnWhite(), frame.Picture, _options);
            frame.Ticks = Stopwatch.GetTimestamp();
            _taken.Reset();
            _exchange.Publish();
            _isStill = !Directory.Exists(_address.Place);
            Say(SourceState.Playing, SourcesTexts.Showing(_address.Name, Path.GetFileName(path), _passedOver is null ? "" : $"; {_passedOver}"));
            return true;
        }
        catch (Exception fault) when (fault is UserException or IOException or UnauthorizedAccessException)
        {
            Say(otherwise, fault.Message);
            return false;
        }
    }

    private void Say(SourceState state, string words)
    {
        Volatile.Write(ref _status, new SourceStatus(state, words));
        _news.Set();
        _wake();
    }
}
