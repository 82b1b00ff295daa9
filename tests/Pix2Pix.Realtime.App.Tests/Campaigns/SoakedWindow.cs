using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.App.Tests.Osc;
using Pix2Pix.Realtime.App.Tests.Sources;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Campaigns;

/// <summary>A window that is kept busy for a length of time, and what it took meanwhile.</summary>
internal sealed class SoakedWindow : IDisposable
{
    /// <summary>Two hours see 2,400 swaps, a short soak some.</summary>
    private const double SwapSeconds = 3;
    private const int FewestSwaps = 5;

    /// <summary>Of the included generator's pictures, in pixels.</summary>
    private const int Side = 512;

    /// <summary>Between two messages that move properties.</summary>
    private const double TellSeconds = 2;

    /// <summary>Pictures a second of the video: the rest of the machine is for others.</summary>
    private const int VideoRate = 2;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Random _random;
    private readonly TimeSpan _length;
    private readonly LiveRun _run = new(side: 64);
    private readonly XvfbDisplay _display = XvfbDisplay.Start(1280, 720);
    private readonly UdpClient _desk = new();
    private readonly SoakLog _log;
    private readonly double _minute;
    private IPEndPoint _place = new(IPAddress.None, 0);
    private bool _isRecording;
    private bool _isPainting;
    private int _asked;

    public SoakedWindow(Random random, TimeSpan length)
    {
        (_random, _length) = (random, length);
        _minute = Math.Min(60, length.TotalSeconds / 2);
        _log = new SoakLog(_run.Log);
        Directory.CreateDirectory(Allowed);
        foreach (var name in (string[])["a.onnx", "b.onnx"])
        {
            File.Copy(ProjectFolder.Under("sample-scenes", "facades.onnx"), Path.Combine(Allowed, name));
        }

        Ffmpeg.Run("-f", "lavfi", "-i", $"testsrc2=size=160x120:rate={VideoRate}:duration=20", "-c:v", "mpeg2video", "-q:v", "2", "-f", "mpegts", Path.Combine(Allowed, "video.ts"));
    }

    /// <summary>Generators that took another's place.</summary>
    public int Swaps => _log.Swaps - 1;

    /// <summary>Recordings that ended well.</summary>
    public int Recordings { get; private set; }

    public int Strokes { get; private set; }

    private string Allowed => _run.At("allowed");

    /// <summary>What the window told of its faults.</summary>
    public IReadOnlyList<string> Faults => _log.Faults;

    /// <summary>Runs it.</summary>
    /// <param name="sampled">Gets a sample every few seconds.</param>
    public async Task RunAsync(Action<SoakSample> sampled)
    {
        using var program = _run.Start(
            _display.Name, "live", "--model", Path.Combine(Allowed, "a.onnx"), "--log", _run.Log, "--osc", "0", "--osc-files", Allowed, "--size", "960x640", "--source", Path.Combine(Allowed, "video.ts"));
        var errors = program.StandardError.ReadToEndAsync();
        await UntilAsync(program, () => _log.Osc is not null && _log.Layout is not null);
        _place = IPEndPoint.Parse(_log.Osc!);
        await SoakAsync(program, sampled);
        program.AskToEnd();
        using var patience = new CancellationTokenSource(Patience);
        await program.WaitForExitAsync(patience.Token);
        Assert.True(program.ExitCode == 0, await errors);
        _log.Follow();
        CheckRecordings();
    }

    public void Dispose()
    {
        _log.Dispose();
        _desk.Dispose();
        _display.Dispose();
        _run.Dispose();
    }

    private async Task SoakAsync(Process program, Action<SoakSample> sampled)
    {
        var clock = Stopwatch.StartNew();
        var swapSeconds = Math.Min(SwapSeconds, _length.TotalSeconds / FewestSwaps);
        var (told, samples) = (0, 0);
        var sampleSeconds = Math.Min(5, _length.TotalSeconds / 40);
        while (clock.Elapsed < _length || (clock.Elapsed < Patience && (Swaps < FewestSwaps || Recordings < 1)))
        {
            await Task.Delay(Tick);
            Assert.False(program.HasExited, "the program ended");
            _log.Follow();
            var seconds = clock.Elapsed.TotalSeconds;
            if (seconds >= (_asked + 1) * swapSeconds && Swaps >= _asked)
            {
                Send(OscBytes.Words("/Translator/model", ++_asked % 2 == 0 ? "a.onnx" : "b.onnx"));
            }

            CheckRecordings();
            Act(seconds % _minute / _minute);
            if (seconds >= told * TellSeconds)
            {
                told++;
                Send(OscBytes.Number("/TranslationView/split", (float)_random.NextDouble()));
                Send(OscBytes.Whole("/LabelCanvas/brush", _random.Next(1, 60)));
            }

            if (seconds >= samples * sampleSeconds)
            {
                samples++;
                sampled(SoakSample.Of(program, seconds, _log));
            }
        }

        // Long enough for what was asked last.
        await UntilAsync(program, () => Swaps >= _asked);
    }

    /// <summary>In each minute: a third of it recorded, the source for three quarters, then paint.</summary>
    private void Act(double share)
    {
        if (share is >= 0.15 and < 0.5 != _isRecording)
        {
            _isRecording = !_isRecording;
            Send(OscBytes.Switch("/Recorder/recording", _isRecording));
        }

        if (share >= 0.75 != _isPainting)
        {
            _isPainting = !_isPainting;
            Send(OscBytes.Words("/Source/from", _isPainting ? "canvas" : "video.ts"));
        }

        if (_isPainting && _random.Next(4) == 0)
        {
            WindowScreen.Drag(_display, _log.Layout!.Value, (_random.Next(Side), _random.Next(Side)), (_random.Next(Side), _random.Next(Side)));
            Strokes++;
        }
    }

    /// <summary>What was recorded plays; it is looked at and removed, hours of it would fill the disk.</summary>
    private void CheckRecordings()
    {
        while (_log.Recorded.TryDequeue(out var file))
        {
            Assert.StartsWith($"h264,{Side},{Side},", Ffmpeg.Probe(file, "stream=codec_name,width,height,nb_read_frames"), StringComparison.Ordinal);
            File.Delete(file);
            Recordings++;
        }
    }

    private void Send(byte[] packet) => _desk.Send(packet, packet.Length, _place);

    private async Task UntilAsync(Process program, Func<bool> isSo)
    {
        for (var clock = Stopwatch.StartNew(); !isSo(); _log.Follow())
        {
            Assert.False(program.HasExited, "the program ended");
            Assert.True(clock.Elapsed < Patience, "the program does not answer");
            await Task.Delay(Tick);
        }
    }
}
