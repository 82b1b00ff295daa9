using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Source;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.App.Recording;
using Pix2Pix.Realtime.App.Shortcuts;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Live.Performing;

/// <summary>
/// The scene's <c>Recorder</c>: sends what is translated to a video file, a GIF, a video device or a stream, while drawing continues. Begins and ends with its key,
/// its switch, or the program.
/// </summary>
internal sealed class RecorderComponent : Behaviour
{
    /// <summary>Seconds between two looks at the clock while nothing moves.</summary>
    private const double WatchPeriod = 0.25;

    public static readonly Setting<string> To = SettingKinds.Text("to", "", "a file, a video device or an address; empty = a new mp4 in the results folder", "the target of the recording").Live();
    public static readonly Setting<RecordedPicture> Shows = SettingKinds.Choice("shows", RecordedPicture.Translation, "what is recorded",
        ("translation", RecordedPicture.Translation), ("both", RecordedPicture.Both)).Live();
    public static readonly Setting<int> Rate = SettingKinds.Int("rate", 30, 1, 60, "frames per second", "frames per second of the recording");
    public static readonly Setting<RecordedSize> Size = SettingKinds.Choice("size", RecordedSize.Shown, "the size of a video: as large as the window shows it when the recording begins, up to 4K, or the generator's; without a window always the generator's",
        ("shown", RecordedSize.Shown), ("generator", RecordedSize.Generator)).Live();
    public static readonly Setting<DevicePixels> Pixels = SettingKinds.Choice("pixels", DevicePixels.Yuv420p, "the pixel format of a video device; try the other one where a program shows no picture",
        ("yuv420p", DevicePixels.Yuv420p), ("yuyv422", DevicePixels.Yuyv422)).Live();
    public static readonly Setting<bool> Recording = SettingKinds.Bool("recording", false, "whether a recording is running").Live();
    public static readonly Setting<string> Ffmpeg = SettingKinds.Program("ffmpeg", "ffmpeg", "a program's name or file", "the ffmpeg program that writes the recording");

    private readonly LiveContext _live;
    private readonly SettingValues _values;
    private TranslatorComponent _translator = null!;
    private LabelCanvasComponent _canvas = null!;
    private SourceComponent? _source;
    private LabelDecoder _colors = null!;
    private PixelImage? _translation;
    private PixelImage? _labels;
    private IPictureOutput? _writer;
    private RecordingTarget _target = new("");
    private long _sequence;
    private double _start;
    private string _place = "";
    private string? _fault;

    public RecorderComponent(LiveContext live, SettingValues values) => (_live, _values) = (live, values);

    public static SettingsTable Properties { get; } = new(To, Shows, Rate, Size, Pixels, Recording, Ffmpeg);

    /// <summary>How long the recording is; null while there is none.</summary>
    public TimeSpan? Length => _writer?.Length;

    /// <summary>Declares its controls.</summary>
    public void Draw(Ui ui)
    {
        ui.Heading(PerformingTexts.Record);
        if (ui.TextBox(PerformingTexts.To, ref _place, PerformingTexts.NewFile, PerformingTexts.ToHint, _fault is not null, isEnabled: _writer is null) == Typed.Entered)
        {
            _fault = TrySet(To, _place);
        }

        if (_fault is { } fault)
        {
            ui.Note(fault, Theme.Bad);
        }

        ui.Choice(PerformingTexts.Shows, this, Shows);
        ui.Choice(PerformingTexts.Size, this, Size);
        if (ui.Button(_writer is null ? PerformingTexts.RecordButton : PerformingTexts.StopButton, KeyTable.Words(KeyAction.Record), _live.Keys[KeyAction.Record], isEnabled: _translator.Picture is not null, isPrimary: _writer is not null))
        {
            Switch(_writer is null);
        }
    }

    protected override void Start()
    {
        _translator = Scene.Require<TranslatorComponent>();
        _canvas = Scene.Require<LabelCanvasComponent>();
        _source = Scene.Find<SourceComponent>();
        _colors = new LabelDecoder(_canvas.Palette);
        _place = _values.Get(To);
    }

    protected override void Update(FrameTime time)
    {
        if (!_live.Ui.HasKeyboard && _live.Ui.Input.TakeKey(_live.Keys[KeyAction.Record]))
        {
            Switch(_writer is null);
        }
    }

    protected override void LateUpdate(FrameTime time)
    {
        if (_writer is null && _values.Get(Recording) && _translator.Picture is { } picture)
        {
            Begin(picture.Size, time.Seconds);
        }

        if (_writer is { } writer)
        {
            Feed(writer, time);
            _live.Frames.WakeAt(time.Seconds + WatchPeriod);
        }
    }

    protected override void OnChanged(Setting property)
    {
        if (property == To && _values.Get(To) is { Length: > 0 } place)
        {
            RecordingTarget.Parse(place);
        }

        if (property == Recording && !_values.Get(Recording))
        {
            End();
        }

        _live.Frames.RequestDraw();
    }

    protected override void OnDestroy() => End();

    private void Switch(bool on) => this.Set(Recording, on);

    private void Begin(PixelSize size, double now)
    {
        var isBoth = _values.Get(Shows) == RecordedPicture.Both;
        try
        {
            _target = _values.Get(To) is { Length: > 0 } place ? RecordingTarget.Parse(place) : RecordingTarget.New(_live.Results.Videos, DateTime.Now);
            var whole = isBoth ? size with { Width = size.Width * 2 } : size;
            _writer = new FfmpegWriter(
                _target, whole, _values.Get(Rate), Form(whole), _live.Pump.IsStepped, _values.IsChanged(Ffmpeg) ? _values.Get(Ffmpeg) : _live.Options.Ffmpeg, _live.Pump.Wake);
        }
        catch (UserException fault)
        {
            _live.Notices.Tell(ToastKind.Fault, fault.Message);
            Switch(on: false);
            return;
        }

        (_translation, _labels) = (new PixelImage(size.Width, size.Height), isBoth ? new PixelImage(size.Width, size.Height) : null);
        (_sequence, _start) = (0, now);
        _live.Log.Write("recording", new { to = _target.Place });
    }

    /// <summary>Without a window nothing is shown, and the same replay gives the same recording everywhere.</summary>
    private RecordedForm Form(PixelSize whole)
    {
        var isShown = _live.Window is not null && _values.Get(Size) == RecordedSize.Shown;
        return new RecordedForm(isShown ? RecordedForm.Scaled(whole, _live.Workspace.FitScale) : default) { Pixels = _values.Get(Pixels) };
    }

    private void Feed(IPictureOutput writer, FrameTime time)
    {
        if (writer.IsBroken)
        {
            Switch(on: false);
            return;
        }

        var isNew = _translator.Stamp.Sequence != _sequence;
        if (isNew)
        {
            _sequence = _translator.Stamp.Sequence;
            _translator.Read(_translation!);
        }

        if (_live.Pump.IsStepped)
        {
            // The pictures' own times count: as many are written as the steps' seconds ask for.
            while (writer is { IsBroken: false } && writer.Written <= (time.Seconds - _start) * _values.Get(Rate))
            {
                Compose(writer.Writing);
                writer.Submit();
            }
        }
        else if (isNew)
        {
            Compose(writer.Writing);
            writer.Submit();
        }
    }

    private void Compose(PixelImage into)
    {
        if (_labels is not { } labels)
        {
            _translation!.Rgba.CopyTo(into.Rgba, 0);
            return;
        }

        var left = _source?.Picture ?? _colors.Encode(_canvas.Canvas.Map);
        left.ResizeNearest(labels.Width, labels.Height).Beside(_translation!).Rgba.CopyTo(into.Rgba, 0);
    }

    private void End()
    {
        if (_writer is not { } writer)
        {
            return;
        }

        _writer = null;
        var fault = writer.Finish();
        var (length, pictures) = (writer.Length, writer.Written);
        writer.Dispose();
        _live.Log.Write("recorded", new { to = _target.Place, pictures, fault });
        if (fault is null)
        {
            if (_target.IsFile)
            {
                _live.Notices.TellSaved(PerformingTexts.Recorded(length.TotalSeconds, _target.Place), _target.Place);
            }
            else
            {
                _live.Notices.Tell(ToastKind.Done, PerformingTexts.Recorded(length.TotalSeconds, _target.Place));
            }
        }
        else
        {
            var rest = _target.IsFile && File.Exists(_target.Place) ? PerformingTexts.RecordedBefore(length.TotalSeconds) : "";
            _live.Notices.Tell(ToastKind.Fault, PerformingTexts.RecordingEnded(_target.Place, fault, rest));
        }
    }
}
