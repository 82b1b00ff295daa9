using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Rendering.Gui;

namespace Pix2Pix.Realtime.App.Live.Source;

/// <summary>Where a video file is: it is read at a steady pace from a place on, so the time from its first picture to its newest says it. Main thread.</summary>
internal sealed class VideoTransport(LiveContext live)
{
    private VideoPlay _play = VideoPlay.Usual;
    private TimeSpan _played;
    private Duration _duration = new();

    /// <summary>Whether it stands still at its place.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Seconds; 0 = not known.</summary>
    public double Length => Volatile.Read(ref _duration.Seconds);

    /// <summary>Seconds from the video's beginning.</summary>
    public double Position
    {
        get
        {
            var at = _play.Start + (_played.TotalSeconds * _play.Speed);
            return Length <= 0 ? at : _play.Loops ? at % Length : Math.Min(at, Length);
        }
    }

    /// <summary>Another source: a video file's length is asked for.</summary>
    public void Choose(SourceAddress address)
    {
        (_play, _played, IsHeld, _duration) = (VideoPlay.Usual, default, false, new Duration());
        if (address.Kind == SourceKind.Video && live.Window is not null)
        {
            var asked = _duration;
            Task.Run(() => AskAsync(address.Place, asked));
        }
    }

    /// <summary>It is read from there on.</summary>
    public void Begin(VideoPlay play) => (_play, _played, IsHeld) = (play, default, false);

    /// <summary>A picture came.</summary>
    public void Advance(SourceFrame frame) => _played = frame.Played;

    /// <summary>It stands still at a place, in seconds, until it begins again.</summary>
    public void Hold(double position) => (_play, _played, IsHeld) = (_play with { Start = position }, default, true);

    /// <summary>It is read no more.</summary>
    public void End() => IsHeld = false;

    /// <summary>Without its length a video plays all the same.</summary>
    private async Task AskAsync(string path, Duration answer)
    {
        try
        {
            Volatile.Write(ref answer.Seconds, await VideoLength.ReadAsync(path));
        }
        catch (UserException fault)
        {
            live.Notices.Tell(ToastKind.Note, fault.Message);
        }
    }

    private sealed class Duration
    {
        public double Seconds;
    }
}
