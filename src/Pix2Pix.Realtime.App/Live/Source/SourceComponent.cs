using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Passes;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Live.Source;

/// <summary>
/// The scene's <c>Source</c>: a camera, video, stream, screen or pictures that are translated instead of the painting. Until its first picture
/// comes the painting stays; when it fails, its last picture does.
/// </summary>
internal sealed class SourceComponent : Behaviour, IRenderable
{
    /// <summary>The name of the canvas as a source.</summary>
    private const string Canvas = "canvas";

    /// <summary>Seconds between two looks at how a source is that sends nothing.</summary>
    private const double WatchPeriod = 0.5;

    /// <summary>How long a frame of a clock that steps waits for its picture.</summary>
    private static readonly TimeSpan SteppedPatience = TimeSpan.FromSeconds(15);

    public static readonly Setting<string> From = SettingKinds.Text("from", Canvas, "canvas, or what --source takes", "the input of the generator").Live();
    public static readonly Setting<bool> Mirror = SettingKinds.Bool("mirror", false, "mirror the frames horizontally").Live();
    public static readonly Setting<SourceFraming> Framing = SettingKinds.Choice("framing", SourceFraming.Crop, "how frames of another aspect ratio are fitted",
        ("crop", SourceFraming.Crop), ("fit", SourceFraming.Fit)).Live();
    public static readonly Setting<SourceLook> Look = SettingKinds.Choice("look", SourceLook.AsItIs, "processing of the frames",
        ("as-is", SourceLook.AsItIs), ("edges", SourceLook.Edges), ("palette", SourceLook.Palette)).Live();
    public static readonly Setting<double> Brightness = SettingKinds.Double("brightness", 0, -1, 1, "", "added to every pixel: -1 = black, 1 = white").Live();
    public static readonly Setting<double> Contrast = SettingKinds.Double("contrast", 1, 0, 4, "", "contrast around middle grey: 0 = grey, 1 = unchanged").Live();
    public static readonly Setting<double> Smoothing = SettingKinds.Double("smoothing", 0, 0, 0.95, "", "share of the previous frames in each frame: reduces flicker").Live();
    public static readonly Setting<string> Ffmpeg = SettingKinds.Program("ffmpeg", "ffmpeg", "a program's name or file", "the ffmpeg program that reads the source");

    private readonly LiveContext _live;
    private readonly SettingValues _values;
    private readonly CompositePass _pass;
    private readonly PictureAdjustments _touch = new();
    private readonly CoveredCanvas _covered;
    private readonly StatusNotices _notices;
    private SourceAddress? _address;
    private IFrameReader? _reader;
    private Texture? _texture;
    private PixelImage? _touched;
    private PaletteSnap? _snap;

    public SourceComponent(LiveContext live, SettingValues values)
    {
        _live = live;
        _values = values;
        _pass = new CompositePass(live.Device) { Surround = Theme.Surround, Mode = CompositeMode.Overlay };
        _notices = new StatusNotices(live);
        _covered = new CoveredCanvas(live, () => live.Notices.Try(() => Switch(false)));
    }

    public static SettingsTable Properties { get; } = new(From, Mirror, Framing, Look, Brightness, Contrast, Smoothing, Ffmpeg);

    /// <summary>Whether nobody sees a notice and the source was named at the start: without it the work is not done.</summary>
    private bool _isDemanded;

    /// <summary>Whether there is a source to switch to.</summary>
    public bool IsChosen => _address is not null;

    /// <summary>Whether it is read. Off gives the camera back and the painting its place.</summary>
    public bool IsOn => _reader is not null;

    /// <summary>How it is, in words.</summary>
    public SourceStatus? Status { get; private set; }

    /// <summary>Where it is read from; empty = nothing was chosen yet.</summary>
    public string Place { get; private set; } = "";

    /// <summary>The newest picture as it is translated, at the size that generators read; null while the painting is translated.</summary>
    public PixelImage? Picture => HasFrame ? _touched : null;

    private bool HasFrame
    {
        get;
        set => _live.Workspace.ShowsSource = field = value;
    }

    /// <summary>The newest picture for the GPU; null while the painting is translated.</summary>
    public Texture? Texture => Picture is null ? null : _texture;

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
        Switch(true);
    }

    /// <summary>Begins or ends reading.</summary>
    /// <exception cref="UserException">This system can't read such a source.</exception>
    public void Switch(bool on)
    {
        if (on && _address?.Kind == SourceKind.Pictures && _values.Get(Look) == SourceLook.Edges)
        {
            throw new UserException("Expected a video, camera, stream or screen for the look 'edges', found still images; choose another look.");
        }

        if (IsOn)
        {
            _live.Log.Write("source", new { state = "Off", words = "" });
        }

        _reader?.Dispose();
        (_reader, HasFrame, Status) = (null, false, null);
        _notices.Reset();
        _covered.Reset();
        _touch.Reset();
        _live.Frames.RequestDraw();
        if (on && _address is { } address)
        {
            var size = _live.Workspace.Picture;
            var options = new SourceOptions
            {
                Size = size, Framing = _values.Get(Framing), IsEdges = _values.Get(Look) == SourceLook.Edges, Program = _values.IsChanged(Ffmpeg) ? _values.Get(Ffmpeg) : _live.Options.Ffmpeg,
            };
            _reader = address.Kind == SourceKind.Pictures ? new PictureReader(address, options, _live.Pump.Wake, _live.Pump.IsStepped ? null : PictureReader.UsualStay) : new FfmpegReader(address, options, _live.Pump.Wake);
        }
    }

    public void Paint(FrameTime time)
    {
        if (HasFrame)
        {
            _covered.Watch();
        }
    }

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
        if (_values.Get(From) is var place and not Canvas)
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
            _live.Notices.Try(Follow);
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
        _texture?.Dispose();
    }

    private void Follow()
    {
        if (_values.Get(From) is var place and not Canvas)
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
        (_touch.IsMirrored, _touch.Brightness, _touch.Contrast, _touch.Smoothing) =
            (_values.Get(Mirror), _values.Get(Brightness), _values.Get(Contrast), _values.Get(Smoothing));
        _snap = _values.Get(Look) == SourceLook.Palette ? _snap ?? new PaletteSnap(Scene.Require<LabelCanvasComponent>().Palette) : null;
        if (property == Mirror)
        {
            _touch.Reset();
        }

        if (HasFrame)
        {
            Take(_reader!.Frame);
        }
    }

    private void Take(SourceFrame frame)
    {
        var size = new PixelSize(frame.Picture.Width, frame.Picture.Height);
        if (_touched is null || _touched.Width != size.Width || _touched.Height != size.Height)
        {
            _touched = new PixelImage(size.Width, size.Height);
        }

        _touch.Apply(frame.Picture, _touched);
        _snap?.Apply(_touched);
        HasFrame = true;
        Ticks = frame.Ticks;
        Version++;
        if (_texture?.Size != size)
        {
            _texture?.Dispose();
            _texture = new Texture(_live.Device, size, TextureFormat.Rgba8, isSmooth: true);
        }

        _texture.Upload<byte>(_touched.Rgba);
        _live.Frames.RequestDrawOfInput(new PixelRect(_live.Workspace.Picture));
    }
}
