using System.Diagnostics;
using Pix2Pix.Realtime.Frames;

namespace Pix2Pix.Realtime.App.Sources;

/// <summary>
/// Reads a source through a child ffmpeg: a hung camera driver can hang the child, never the program. What is live is opened again when it
/// goes away; a video file is not.
/// </summary>
internal sealed class FfmpegReader : IFrameReader
{
    /// <summary>Without a new picture for this long, a source that played counts as lost.</summary>
    private static readonly TimeSpan LostAfter = TimeSpan.FromSeconds(2);

    /// <summary>A child that has sent its last picture ends within this time, or is ended.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly SourceAddress _address;
    private readonly SourceOptions _options;
    private readonly IReadOnlyList<string> _arguments;
    private readonly ReaderTimeouts _patience;
    private readonly Action _wake;
    private readonly LatestExchange<SourceFrame> _exchange;
    private readonly ManualResetEventSlim _stop = new();
    private readonly AutoResetEvent _news = new(false);
    private readonly Lock _lock = new();
    private readonly SourceStatus _lost;
    private readonly SourceStatus _playing;
    private readonly Thread _thread;
    private Process? _child;
    private SourceStatus _status;

    /// <summary>Whether the last child was ended here because it sent nothing: it complained of nothing.</summary>
    private volatile bool _isGivenUp;
    private long _heard = Stopwatch.GetTimestamp();

    /// <param name="address">Any but pictures.</param>
    /// <param name="options">What is done on the way.</param>
    /// <param name="wake">Called on the reader's thread when there is a new picture or another status.</param>
    /// <param name="patience">How long it waits for what; null = as people do.</param>
    /// <exception cref="UserException">This system can't read such a source.</exception>
    public FfmpegReader(SourceAddress address, SourceOptions options, Action wake, ReaderTimeouts? patience = null)
    {
        _address = address;
        _options = options;
        _wake = wake;
        _patience = patience ?? new ReaderTimeouts();
        _arguments = FfmpegArguments.For(address, options, CaptureSystems.Current, Environment.GetEnvironmentVariable("DISPLAY"));
        _exchange = new LatestExchange<SourceFrame>(_ => new SourceFrame(options.Size));
        _lost = new SourceStatus(SourceState.Lost, SourcesTexts.Lost(address.Name, LostAfter.TotalSeconds));
        _playing = new SourceStatus(SourceState.Playing, SourcesTexts.Playing(address.Name));
        _status = Opening();
        _thread = new Thread(Run) { Name = "source", IsBackground = true };
        _thread.Start();
    }

    public SourceFrame Frame => _exchange.Reading;

    private TimeSpan Silence => Stopwatch.GetElapsedTime(Volatile.Read(ref _heard));

    public bool TryTake() => _exchange.TryTake();

    public bool Wait(TimeSpan patience) => _exchange.HasFresh || _news.WaitOne(patience);

    public SourceStatus Watch()
    {
        var status = Volatile.Read(ref _status);
        var silence = Silence;
        if (status.State is not (SourceState.Opening or SourceState.Playing))
        {
            return status;
        }

        if (silence > (status.State == SourceState.Opening ? _patience.Opening : _patience.Silence))
        {
            _isGivenUp = true;
            Kill();
        }

        return status.State == SourceState.Playing && silence > LostAfter ? _lost : status;
    }

    public void Dispose()
    {
        _stop.Set();
        Kill();
        _thread.Join();
        _exchange.Dispose();
        _stop.Dispose();
        _news.Dispose();
    }

    private SourceStatus Opening() => new(SourceState.Opening, SourcesTexts.Opening(_address.Name));

    private void Run()
    {
        do
        {
            Volatile.Write(ref _heard, Stopwatch.GetTimestamp());
            Say(Opening());
            var ending = Play();
            if (_stop.IsSet)
            {
                return;
            }

            Say(ending);
        }
        while (!Volatile.Read(ref _status).IsOver && !_stop.Wait(_patience.BeforeReopening));
    }

    /// <summary>Runs one child to its end.</summary>
    /// <returns>Why it ended.</returns>
    private SourceStatus Play()
    {
        FfmpegErrors complaints;
        try
        {
            lock (_lock)
            {
                if (_stop.IsSet)
                {
                    return Opening();
                }

                _child = FfmpegProcess.Start(_options.Program, _arguments, start => start.RedirectStandardOutput = true, out complaints);
            }
        }
        catch (UserException missing)
        {
            return new SourceStatus(SourceState.Failed, missing.Message);
        }

        using var child = _child;
        try
        {
            Read(child.StandardOutput.BaseStream);
        }
        finally
        {
            Reap(child);
        }

        return Ending(child.ExitCode, complaints);
    }

    /// <summary>Reads whole pictures until there are no more; a part of one is never shown.</summary>
    private void Read(Stream pixels)
    {
        var first = 0L;
        while (!_stop.IsSet && Fills(pixels, _exchange.Writing.Picture.Rgba))
        {
            var now = Stopwatch.GetTimestamp();
            first = first == 0 ? now : first;
            (_exchange.Writing.Ticks, _exchange.Writing.Played) = (now, Stopwatch.GetElapsedTime(first, now));
            _exchange.Publish();
            Volatile.Write(ref _heard, now);
            Say(_playing);
            _news.Set();
            _wake();
        }
    }

    private static bool Fills(Stream pixels, byte[] picture)
    {
        try
        {
            return pixels.ReadAtLeast(picture, picture.Length, throwOnEndOfStream: false) == picture.Length;
        }
        catch (IOException)
        {
            // A child that is killed may break its pipe instead of closing it.
            return false;
        }
    }

    private void Reap(Process child)
    {
        // A child that closed its end is about to say why.
        if (!child.WaitForExit(Farewell))
        {
            Kill();
        }

        child.WaitForExit();
        lock (_lock)
        {
            _child = null;
        }
    }

    private void Kill()
    {
        lock (_lock)
        {
            if (_child is { HasExited: false } child)
            {
                child.Kill(entireProcessTree: true);
            }
        }
    }

    private SourceStatus Ending(int exitCode, FfmpegErrors complaints)
    {
        var played = Volatile.Read(ref _status).State == SourceState.Playing;
        if (_address.IsLive)
        {
            var what = Silence > LostAfter ? SourcesTexts.SendsNothing : played ? SourcesTexts.WentAway : SourcesTexts.CannotOpen;
            return new SourceStatus(SourceState.Reconnecting, SourcesTexts.Retrying(_address.Name, what, complaints, _patience.BeforeReopening.TotalSeconds));
        }

        if (_isGivenUp)
        {
            var seconds = (played ? _patience.Silence : _patience.Opening).TotalSeconds;
            return new SourceStatus(SourceState.Failed, SourcesTexts.FirstFrameLate(_address.Name, seconds));
        }

        return exitCode == 0 && played
            ? new SourceStatus(SourceState.Ended, SourcesTexts.Ended(_address.Name))
            : new SourceStatus(SourceState.Failed, SourcesTexts.NotReadable(_address.Name, complaints));
    }

    private void Say(SourceStatus status)
    {
        if (Volatile.Read(ref _status) != status)
        {
            Volatile.Write(ref _status, status);
            _news.Set();
            _wake();
        }
    }
}
