using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Passes;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;
using static Pix2Pix.Realtime.App.Live.Source.SourceProperties;

namespace Pix2Pix.Realtime.App.Live.Source;

/// <summary>
/// The scene's <c>Source</c>: a camera, video, stream, screen or pictures that are translated instead of the painting. Until its first picture
/// comes the painting stays; when it fails, its last picture does.
/// </summary>
internal sealed class SourceComponent : Behaviour, IRenderable
{
    /// <summary>Seconds between two looks at how a source is that sends nothing.</summary>
    private const double WatchPeriod = 0.5;

    /// <summary>How long a frame of a clock that steps waits for its picture.</summary>
    private static readonly TimeSpan SteppedPatience = TimeSpan.FromSeconds(15);

    private readonly LiveContext _live;
    private readonly SettingValues _values;
    private readonly CompositePass _pass;
    private readonly SourcePicture _picture;
    private readonly CoveredCanvas _covered;
    private readonly StatusNotices _notices;
    private SourceAddress? _address;
    private IFrameReader? _reader;
    private bool _hasTakenFromReader;

    public SourceComponent(LiveContext live, SettingValues values)
    {
        _live = live;
        _values = values;
        _pass = new CompositePass(live.Device) { Surround = Theme.Surround, Mode = CompositeMode.Overlay };
        _picture = new SourcePicture(live);
        _notices = new StatusNotices(live);
        Transport = new VideoTransport(live);
        _covered = new CoveredCanvas(live, () => live.Notices.Try(() => Switch(false)));
    }

    public static SettingsTable Properties => SourceProperties.Table;

    /// <summary>Whether nobody sees a notice and the source was named at the start: without it the work is not done.</summary>
    private bool _isDemanded;

    /// <summary>Whether there is a source to switch to.</summary>
    public bool IsChosen => _address is not null;

    /// <summary>Where a video file is.</summary>
    public VideoTransport Transport { get; }

    /// <summary>Whether it is a video file, which has a transport.</summary>
    public bool IsVideo => _address?.Kind == SourceKind.Video;

    /// <summary>Whether it is read. Off gives the camera back and the painting its place.</summary>
    public bool IsOn => _reader is not null || Transport.IsHeld;

    /// <summary>How it is, in words.</summary>
    public SourceStatus? Status { get; private set; }

    /// <summary>Where it is read from; empty = nothing was chosen yet.</summary>
    public string Place { get; private set; } = "";

    /// <summary>The newest picture as it is translated, at the size that generators read; null while the painting is translated.</summary>
    public PixelImage? Picture => HasFrame ? _picture.Pixels : null;

    private bool HasFrame
    {
        get;
        set => _live.Workspace.ShowsSource = field = value;
    }

    /// <summary>The newest picture for the GPU; null while the painting is translated.</summary>
    public Texture? Texture => Picture is null ? null : _picture.Texture;

    /// <summary>Grows with every picture.</summary>
    public long Version { get; private set; }

    /// <summary>When the newest picture had arrived, in <see cref="System.Diagnostics.Stopwatch"/> ticks.</summary>
    public long Ticks { get; private set; }

    /// <summary>Reads from another place from now on.</summary>
    /// <exception cref="UserException">There is nothing like that to read from.</exception>
    public void Choose(string place)
    {
        var address = SourceAddress.Parse(place);
        Switch(false);
        (_address, Place) = (address, place);
        _values.Set(From, place);
        Transport.Choose(address);
        Switch(true);
    }

    /// <summary>Begins or ends reading.</summary>
    /// <exception cref="UserException">This system can't read such a source.</exception>
    public void Switch(bool on)
    {
        if (on && _address?.Kind == SourceKind.Pictures && _values.Get(Look) == SourceLook.Edges)
        {
            throw new UserException(SourceTexts.EdgesNeedMotion);
        }

        if (IsOn)
        {
            _live.Log.Write("source", new { state = "Off", words = "" });
        }

        Close();
        Transport.End();
        HasFrame = false;
        _notices.Reset();
        _covered.Reset();
        _picture.Adjustments.Reset();
        _live.Frames.RequestDraw();
        if (on && _address is { } address)
        {
            Open(address, 0);
        }
    }

    /// <summary>Plays a video file from a place on, in seconds; the last picture stays until the first from there.</summary>
    public void Seek(double position)
    {
        if (_address is { Kind: SourceKind.Video } address && IsOn)
        {
            Close();
            Open(address, position);
        }
    }

    /// <summary>Lets a video file stand still at a place, in seconds.</summary>
    public void Hold(double position)
    {
        Close();
        Transport.Hold(position);
        _live.Log.Write("source", new { state = "Held", words = "" });
        _live.Frames.RequestDraw();
    }

    private void Close()
    {
        _reader?.Dispose();
        (_reader, Status) = (null, null);
    }

    private void Open(SourceAddress address, double position)
    {
        var play = new VideoPlay(position, _values.Get(Speed), _values.Get(Loop));
        Transport.Begin(play);
        (_reader, _hasTakenFromReader) = (SourceReaders.Open(_live, address, SourceProperties.Options(_values, _live, play)), false);
    }

    public void Paint(FrameTime time) => _covered.Watch(HasFrame);

    public void Draw(RenderTarget screen)
    {
        var work = _live.Workspace;
        if (Texture is { } texture && !work.Canvas.IsEmpty)
        {
            _pass.Surround = Theme.Surround;
            _pass.Draw(screen, work.Canvas, work.CanvasView, work.Picture, texture, second: null);
        }
    }

    protected override void Start()
    {
        Take(Mirror);
        _live.Join(this);
        if (_values.Get(From) is var place and not SourceProperties.Canvas)
        {
            if (_live.Window is null)
            {
                _isDemanded = true;
                Choose(place);
            }
            else
            {
                _live.Notices.Try(() => Choose(place));
            }
        }
    }

    protected override void Update(FrameTime time)
    {
        if (_reader is not { } reader)
        {
            return;
        }

        if (_live.Pump.IsStepped && !reader.Watch().IsOver)
        {
            reader.Wait(SteppedPatience);
        }

        if (reader.TryTake())
        {
            _hasTakenFromReader = true;
            Transport.Advance(reader.Frame);
            Take(reader.Frame);
        }

        var status = reader.Watch();
        if (Status != status)
        {
            Status = status;
            _notices.Tell(status);
            _live.Frames.RequestDraw();
        }

        if (status.State == SourceState.Failed && _isDemanded)
        {
            throw new UserException(status.Words);
        }

        if (!status.IsOver)
        {
            _live.Frames.WakeAt(time.Seconds + WatchPeriod);
        }
    }

    protected override void OnChanged(Setting property)
    {
        if (!IsStarted)
        {
            return;
        }

        if (property == From)
        {
            _isDemanded = false;
            Follow();
        }
        else if ((property == Speed || property == Loop) && !Transport.IsHeld)
        {
            _live.Notices.Try(() => Seek(Transport.Position));
        }
        else if (property == Framing || property == Look)
        {
            // ffmpeg itself frames and draws edges, so it is restarted.
            Take(property);
            _live.Notices.Try(() => Switch(IsOn));
        }
        else
        {
            Take(property);
        }
    }

    /// <summary>Switched off it gives the camera back, and the painting its place.</summary>
    protected override void OnSwitched() => _live.Notices.Try(() => Switch(Enabled));

    protected override void OnDestroy()
    {
        _reader?.Dispose();
        _picture.Dispose();
    }

    private void Follow()
    {
        if (_values.Get(From) is var place and not SourceProperties.Canvas)
        {
            Choose(place);
        }
        else
        {
            Switch(false);
        }
    }

    /// <summary>Takes the values over into what is done with each picture, and does it to the one that is there.</summary>
    private void Take(Setting property)
    {
        SourceProperties.Adjust(_values, _picture.Adjustments);
        _picture.Snap = _values.Get(Look) == SourceLook.Palette ? _picture.Snap ?? new PaletteSnap(Scene.Require<LabelCanvasComponent>().Palette) : null;
        if (property == Mirror)
        {
            _picture.Adjustments.Reset();
        }

        if (_hasTakenFromReader && _reader is { } reader)
        {
            Take(reader.Frame);
        }
    }

    private void Take(SourceFrame frame)
    {
        _picture.Take(frame);
        HasFrame = true;
        Ticks = frame.Ticks;
        Version++;
        _live.Frames.RequestDrawOfInput(new PixelRect(_live.Workspace.Picture));
    }
}
