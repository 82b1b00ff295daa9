using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Painting.Tools;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Passes;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Live.Canvas;

/// <summary>The scene's <c>LabelCanvas</c>: the label map, the hand that paints on it, and how it is shown.</summary>
internal sealed class LabelCanvasComponent : Behaviour, IRenderable, IKeepsPainting
{
    public static readonly Setting<int> Size = SettingKinds.Int("size", 0, 0, 4096, "pixels", "the side of the canvas; 0 = the generator's size");
    public static readonly Setting<string> PaletteName = SettingKinds.Text("palette", "cmp-facade", "a palette's name or file", "the classes to paint with");
    public static readonly Setting<string> Starter = SettingKinds.FileName("start", "", "a stroke file next to the scene, or empty", "strokes that are painted at the start");
    public static readonly Setting<int> FirstBrush = SettingKinds.Int("brush", 12, Brush.MinSize, PaintSettings.MostSize, "pixels at 256x256", "the brush's diameter").Live();
    public static readonly Setting<double> Speed = SettingKinds.Double("speed", 1, 0.1, 1000, "times", "how fast a stroke recording is replayed").Live();

    public static readonly Setting<int> Columns = SettingKinds.Int("columns", 1, 1, 8, "", "copies of each stroke from left to right").Live();
    public static readonly Setting<int> Rows = SettingKinds.Int("rows", 1, 1, 8, "", "copies of each stroke from top to bottom").Live();
    public static readonly Setting<int> Across = SettingKinds.Int("across", 48, 1, 128, "pixels at 256x256", "distance between columns").Live();
    public static readonly Setting<int> Down = SettingKinds.Int("down", 64, 1, 128, "pixels at 256x256", "distance between rows").Live();

    private readonly LiveContext _live;
    private readonly SettingValues _values;
    private readonly int _side;
    private readonly int _brush;
    private readonly string _starter;
    private CanvasPass _pass = null!;
    private CanvasInput _input = null!;
    private CanvasMarks _marks = null!;
    private SelectionPass _outline = null!;
    private DirtyTracker _dirty = null!;
    private Autosave? _autosave;

    /// <summary>When the input that changed the canvas first since <see cref="TakeInputTicks"/> was delivered; 0 = none did.</summary>
    private long _inputTicks;

    public LabelCanvasComponent(LiveContext live, SettingValues values)
    {
        _live = live;
        _values = values;
        _side = values.Get(Size);
        _starter = values.Get(Starter);
        _brush = values.Get(FirstBrush);
        Palette = PaletteFile.Load(values.Get(PaletteName));
        Colors = new ClassColors(Palette);
        ToolBox = new ToolBox(Palette.Classes);
    }

    public static SettingsTable Properties { get; } = new(Size, PaletteName, Starter, FirstBrush, Speed, Columns, Rows, Across, Down);

    public Palette Palette { get; }

    public ToolBox ToolBox { get; }

    /// <summary>The side that its scene gives it, in pixels; 0 = as the generator needs it.</summary>
    public int Side => _side;

    public PaintSession Session { get; private set; } = null!;

    public LabelCanvas Canvas => Session.Canvas;

    /// <summary>The stamps that the person made.</summary>
    public OwnStamps Stamps { get; private set; } = null!;

    /// <summary>What is selected on it.</summary>
    public CanvasSelection Selecting { get; private set; } = null!;

    /// <summary>The class under the pointer; null where there is none.</summary>
    public LabelClass? Under => _input.Under;

    /// <summary>What its classes are shown in.</summary>
    public ClassColors Colors { get; }

    /// <summary>The changes of style while it is painted.</summary>
    public StyleTrack Styles { get; } = new();

    /// <summary>The strokes that made the painting.</summary>
    public StrokeRecording Recording { get; private set; } = null!;

    /// <summary>Whether it is hidden behind a live source, so that nobody can paint on it.</summary>
    public bool IsCovered => _live.Workspace.ShowsSource;

    /// <summary>The label map in its colours: what a generator on the GPU reads, and the second picture of a split view.</summary>
    public Texture? Picture
    {
        get
        {
            // A component that asks before this part's turn in the frame must not get the paint of the frame before.
            UploadChanges();
            return _pass.Picture();
        }
    }

    /// <summary>Returns when the first input since the last call was delivered, in <see cref="System.Diagnostics.Stopwatch"/> ticks, and forgets it.</summary>
    public long TakeInputTicks()
    {
        var ticks = _inputTicks;
        _inputTicks = 0;
        return ticks;
    }

    /// <summary>Notes that input changed the canvas.</summary>
    public void CameFrom(long inputTicks) => _inputTicks = _inputTicks == 0 ? inputTicks : _inputTicks;

    /// <summary>Takes a label map over from a file, resized to the canvas.</summary>
    /// <param name="path">A picture of labels.</param>
    /// <param name="labelHalf">Whether the file is a pair of which the half with the palette's colours counts.</param>
    public void Open(string path, bool labelHalf = false)
    {
        var map = labelHalf ? LabelMapFile.LoadHalf(path, Palette, Canvas.Size, out var foreign) : LabelMapFile.Load(path, Palette, Canvas.Size, out foreign);
        Session.Load(map);
        _live.Log.Write("open", new { path });
        if (foreign > 0.2)
        {
            _live.Notices.Tell(ToastKind.Warning, CanvasTexts.ForeignPixels(foreign, Path.GetFileName(path)));
        }
    }

    /// <summary>Writes the label map as a PNG in the palette's exact colours.</summary>
    public void Save(string path)
    {
        LabelMapFile.Save(path, Canvas.Map, Palette);
        _live.Log.Write("save", new { path });
        _live.Notices.TellSaved(FrameTexts.Saved(path), path);
    }

    /// <summary>Keeps the painting for the next start at once.</summary>
    /// <returns>Whether it is kept.</returns>
    public bool Keep() => _autosave?.Save() == true;

    /// <summary>A painting that is not kept, as while a recording is replayed, is kept from here on: the next scene shows it.</summary>
    public KeptPainting? KeepPainting() => IsStarted ? (_autosave ??= new Autosave(_live, Session, Palette)).Keep() : null;

    /// <summary>This frame's paint: before anything reads the canvas, so that paint never waits a frame for this part's turn in the scene.</summary>
    public void Paint(FrameTime time)
    {
        _input.Update();
        PaintAgain(time);
        _autosave?.Update(time.Seconds);
        UploadChanges();
    }

    public void Draw(RenderTarget screen)
    {
        if (IsCovered)
        {
            return;
        }

        var work = _live.Workspace;
        _pass.Surround = Theme.Surround;
        _pass.Draw(screen, work.Canvas, work.CanvasView, _input.Outline);
        _outline.Draw(screen, work.Canvas, work.CanvasView, Selecting.Outline);
    }

    /// <summary>Draws what the brush would paint, and what is selected, over a picture that took the label map's place.</summary>
    public void DrawOutline(RenderTarget screen, PixelRect area, ViewTransform view)
    {
        _pass.DrawOutline(screen, area, view, _input.Outline);
        _outline.Draw(screen, area, view, Selecting.Outline);
    }

    protected override void Start()
    {
        var needed = _live.Workspace.Picture;
        var (width, height) = _side > 0 ? (_side, _side) : (needed.Width, needed.Height);
        Session = new PaintSession(new LabelCanvas(width, height, Palette.Background.Id), ToolBox.All[0], () => _live.Pump.Seconds);
        Recording = new StrokeRecording(_live, Session, Palette, ToolBox, Styles);
        Session.Settings.ClassId = (Palette.Find("window") ?? Palette.Classes.FirstOrDefault(one => one != Palette.Background) ?? Palette.Background).Id;
        Session.Settings.SetSize(BrushShape.Round, _brush);
        TakeRepeat();
        _live.Workspace.Picture = new PixelSize(width, height);
        _pass = new CanvasPass(_live.Device) { ShowsGrid = true, Surround = Theme.Surround };
        _pass.SetPalette(Palette.Classes);
        ShowColors();
        _marks = new CanvasMarks(_live, this);
        _outline = new SelectionPass(_live.Device);
        _dirty = Canvas.Track();
        Stamps = new OwnStamps(_live, Palette, Canvas);
        Selecting = new CanvasSelection(_live, this);
        _input = new CanvasInput(_live, this, Selecting);
        _live.Join(this);
        Begin();
        Session.Finished += Log;
    }

    /// <summary>Takes over whether the person wants classes that the colour-blind can tell apart. Files and generators keep the palette's colours.</summary>
    public void ShowColors()
    {
        Colors.Choose(_live.Person.Get(PersonalSettings.DistinctClasses));
        _pass.SetShownColors(Palette.Classes, Colors.All);
        _live.Frames.RequestDraw();
    }

    protected override void Update(FrameTime time)
    {
        Selecting.Keys(_live.Ui);
        _marks.Draw(_live.Ui);

        // The inspector, and a scene that is saved, have the brush as the hand has it.
        var size = Session.Settings.Size;
        if (_values.Get(FirstBrush) != size)
        {
            _values.Set(FirstBrush, size);
        }
    }

    protected override void OnChanged(Setting property)
    {
        if (property == FirstBrush)
        {
            Session.Settings.SetSize(Session.Settings.Brush.Shape, _values.Get(FirstBrush));
        }
        else
        {
            TakeRepeat();
        }

        _live.Frames.RequestDraw();
    }

    private void TakeRepeat()
    {
        var (columns, rows) = (_values.Get(Columns), _values.Get(Rows));
        var settings = Session.Settings;
        settings.Repeat = columns * rows == 1 ? PaintRepeat.None : new PaintRepeat(columns, rows, settings.Pixels(_values.Get(Across)), settings.Pixels(_values.Get(Down)));
    }

    protected override void OnDestroy()
    {
        _autosave?.Dispose();
        _pass?.Dispose();
        _outline?.Dispose();
    }

    private void UploadChanges()
    {
        if (_dirty.Take() is { IsEmpty: false } changed)
        {
            _pass.Upload(Canvas.Map, changed);
            _live.Frames.RequestDrawOfInput(changed);
        }
    }

    private void Begin()
    {
        if (_live.Options.Strokes is { } recorded)
        {
            Recording.Add(recorded);
            return;
        }

        if (_live.Options.Autosave)
        {
            _autosave = new Autosave(_live, Session, Palette);
        }

        if (_autosave?.Restore() is true)
        {
            Recording.BeginWith(null);
        }
        else if (_starter.Length > 0)
        {
            Recording.Start(Path.Combine(Path.GetDirectoryName(_live.Options.Scene) ?? "", _starter));
        }
    }

    private void PaintAgain(FrameTime time)
    {
        var (due, isOver) = Recording.Update(time, _values.Get(Speed));
        if (!double.IsNaN(due))
        {
            CameFrom(_live.Pump.TicksAt(due));
        }

        if (isOver)
        {
            // The recording's own rows and columns were in the hand; the user's come back.
            TakeRepeat();
        }
    }

    private void Log(Stroke stroke)
    {
        if (_live.Log.IsOn)
        {
            var name = Palette.Find(stroke.ClassId)?.Name;
            _live.Log.Write("stroke", new { tool = stroke.Tool, @class = name, size = stroke.Size, points = stroke.Points.Length, version = Canvas.Version });
        }
    }
}
