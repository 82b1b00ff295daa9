using System.Diagnostics;
using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Recording;

/// <summary>
/// Sends pictures to a child ffmpeg at a steady rate, on a thread of its own: the newest one wins, one that nothing followed is sent again. Drawing never
/// waits for the encoder, unless it is paced: then each picture is written once, whatever the clock on the wall says.
/// Thread contract: one thread, the main one, calls everything.
/// </summary>
internal sealed class FfmpegWriter : IPictureOutput
{
    /// <summary>ffmpeg finishes a file within this time, or is ended.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(15);

    /// <summary>Seconds: an encoder that is further behind is too slow; then pictures are left out instead of being caught up.</summary>
    private const double MostBehind = 1;

    private readonly LatestExchange<PixelImage> _exchange;
    private readonly Process _child;
    private readonly FfmpegErrors _complaints;
    private readonly int _rate;
    private readonly bool _isPaced;
    private readonly Action _wake;
    private readonly ManualResetEventSlim _stop = new();
    private readonly AutoResetEvent _first = new(false);
    private readonly Thread? _thread;
    private long _written;
    private volatile bool _isBroken;

    /// <param name="target">Where it goes.</param>
    /// <param name="size">Of every picture, in pixels.</param>
    /// <param name="rate">Pictures a second.</param>
    /// <param name="form">How they are recorded.</param>
    /// <param name="isPaced">Each picture is written once, when it is submitted; otherwise by the clock on the wall.</param>
    /// <param name="program">The ffmpeg program.</param>
    /// <param name="wake">Called on the writer's thread when the child is gone.</param>
    /// <exception cref="UserException">There is no such program.</exception>
    public FfmpegWriter(RecordingTarget target, PixelSize size, int rate, RecordedForm form, bool isPaced, string program, Action wake)
    {
        (_rate, _isPaced, _wake) = (rate, isPaced, wake);
        _child = FfmpegProcess.Start(program, target.Arguments(size, rate, form), start => start.RedirectStandardInput = true, out _complaints);
        _exchange = new LatestExchange<PixelImage>(_ => new PixelImage(size.Width, size.Height));
        if (!isPaced)
        {
            _thread = new Thread(Run) { Name = "recorder", IsBackground = true };
            _thread.Start();
        }
    }

    /// <inheritdoc/>
    public PixelImage Writing => _exchange.Writing;

    /// <inheritdoc/>
    public long Written => Volatile.Read(ref _written);

    /// <inheritdoc/>
    public TimeSpan Length => TimeSpan.FromSeconds((double)Written / _rate);

    /// <summary>Whether the child ended before it was told to, e.g. because the disk is full.</summary>
    public bool IsBroken => _isBroken;

    /// <inheritdoc/>
    public void Submit()
    {
        _exchange.Publish();
        if (_isPaced)
        {
            _exchange.TryTake();
            Send();
        }
        else
        {
            _first.Set();
        }
    }

    /// <inheritdoc/>
    public string? Finish()
    {
        _stop.Set();
        _first.Set();
        _thread?.Join();
        try
        {
            _child.StandardInput.Close();
        }
        catch (IOException)
        {
            // The child is gone; its exit code and its words follow.
        }

        if (!_child.WaitForExit(Farewell))
        {
            _child.Kill(entireProcessTree: true);
            _child.WaitForExit();
            return RecordingTexts.FfmpegTimedOut(Farewell.TotalSeconds);
        }

        _child.WaitForExit();
        return _child.ExitCode == 0 ? null : _complaints.ToString();
    }

    public void Dispose()
    {
        if (!_stop.IsSet)
        {
            Finish();
        }

        _child.Dispose();
        _exchange.Dispose();
        _stop.Dispose();
        _first.Dispose();
    }

    private void Run()
    {
        _first.WaitOne();
        var start = Stopwatch.GetTimestamp();
        while (!_stop.IsSet && !_isBroken)
        {
            _exchange.TryTake();
            Send();
            var ahead = ((double)Written / _rate) - Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (ahead < -MostBehind)
            {
                start += (long)(-ahead * Stopwatch.Frequency);
            }
            else if (ahead > 0)
            {
                _stop.Wait(TimeSpan.FromSeconds(ahead));
            }
        }
    }

    private void Send()
    {
        if (_isBroken)
        {
            return;
        }

        try
        {
            _child.StandardInput.BaseStream.Write(_exchange.Reading.Rgba);
            _child.StandardInput.BaseStream.Flush();
            Volatile.Write(ref _written, _written + 1);
        }
        catch (IOException)
        {
            // A broken pipe: the child has ended. Finish says why.
            _isBroken = true;
            _wake();
        }
    }
}
