using System.Numerics;
using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Painting.Tools;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Passes;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Synthesis;

namespace Pix2Pix.Realtime.App.Live.Street;

/// <summary>
/// The scene's <c>House</c>: a box whose front shows the translation of a label map of its own, where its <c>Transform</c> is. The label map is kept while the window is open; with
/// <c>own</c> it is the painting of the canvas from which the street was entered.
/// </summary>
internal sealed class HouseComponent : Behaviour, IKeepsPainting
{
    private const float Depth = 7;

    public static readonly Setting<double> Width = SettingKinds.Double("width", 8, 1, 100, "metres", "of its front").Live();
    public static readonly Setting<double> Height = SettingKinds.Double("height", 8, 1, 100, "metres", "of its front").Live();
    public static readonly Setting<int> Seed = SettingKinds.Int("seed", 0, 0, int.MaxValue, "", "the drawn facade it starts with; 0 = an empty wall");

    public static readonly Setting<int> Style = SettingKinds.Int("style", 0, 0, int.MaxValue, "", "the seed of its look, where the generator knows styles; 0 = that of its facade");

    public static readonly Setting<bool> Own = SettingKinds.Bool("own", false, "whether its front shows the painting of the canvas from which the street was entered");

    private readonly LiveContext _live;
    private readonly SettingValues _values;
    private TensorPass? _pass;
    private Autosave? _autosave;
    private Matrix4x4 _world;
    private long _firstVersion;

    public HouseComponent(LiveContext live, SettingValues values) => (_live, _values) = (live, values);

    public static SettingsTable Properties { get; } = new(Width, Height, Seed, Style, Own);

    /// <summary>Whether it shows the painting of the canvas from which the street was entered.</summary>
    public bool IsOwn => _autosave is not null;

    /// <summary>The walls that a walker may see; there is no way behind a house.</summary>
    public Wall Front { get; private set; }

    public Wall Left { get; private set; }

    public Wall Right { get; private set; }

    /// <summary>Where nobody can walk.</summary>
    public Footprint Footprint { get; private set; }

    /// <summary>The hand on its label map. Valid from the first frame on.</summary>
    public PaintSession Session { get; private set; } = null!;

    /// <summary>The texture of its front; null before the first translation.</summary>
    public Texture? Facade => _pass?.Picture;

    /// <summary>The canvas's version that was handed to the generator last.</summary>
    public long Translated { get; set; } = -1;

    /// <summary>When its label map changed last, in the scene's seconds.</summary>
    public double ChangedAt { get; set; }

    /// <summary>The seed of the style that it is translated in.</summary>
    public ulong StyleSeed => (ulong)(_values.Get(Style) > 0 ? _values.Get(Style) : _values.Get(Seed));

    private (string Scene, string House) Address => (Path.GetFullPath(_live.Options.Scene), GameObject.Name);

    /// <summary>Shows a translation.</summary>
    public void Show(TensorBuffer translation)
    {
        _pass ??= new TensorPass(_live.Device);
        _pass.Upload(translation);
    }

    protected override void Awake() => Place();

    protected override void Start()
    {
        var shape = Scene.Require<StreetTranslatorComponent>().Shape;
        var palette = PaletteFile.Load(StreetTranslatorComponent.Palette);
        var entered = _values.Get(Own) && _live.Options.Visit?.Painting is { } painting && painting.Palette == palette.Name ? painting : null;
        var size = entered?.Size ?? new PixelSize(shape.Width, shape.Height);
        var canvas = new LabelCanvas(size.Width, size.Height, palette.Background.Id);
        Session = new PaintSession(canvas, new BrushTool());
        if (entered is not null)
        {
            _autosave = new Autosave(_live, Session, palette);
            _autosave.Restore();

            // Translated before the others.
            ChangedAt = double.Epsilon;
        }
        else if (_live.Options.Houses.TryGetValue(Address, out var painted))
        {
            canvas.CopyFrom(LabelMapFile.Resize(painted, canvas.Width, canvas.Height), canvas.Bounds);
        }
        else if (_values.Get(Seed) is > 0 and var seed)
        {
            canvas.CopyFrom(FacadeSynthesizer.DrawLabels((ulong)seed, shape.Width, shape.Height), canvas.Bounds);
        }
        else
        {
            canvas.Fill(palette.Find("facade")!.Id);
        }

        _firstVersion = canvas.Version;
    }

    public KeptPainting? KeepPainting() => _autosave?.Keep();

    protected override void Update(FrameTime time)
    {
        _autosave?.Update(time.Seconds);
        if (_world != GameObject.World)
        {
            Place();
        }
    }

    protected override void OnChanged(Setting property) => Place();

    protected override void OnDestroy()
    {
        _pass?.Dispose();
        _autosave?.Dispose();
        if (_autosave is null && Session is { Canvas: var canvas } && canvas.Version != _firstVersion)
        {
            _live.Options.Houses[Address] = canvas.Map;
        }
    }

    /// <summary>The middle of its front's foot is where its transform is, and looks along its z.</summary>
    private void Place()
    {
        _world = GameObject.World;
        var (width, height) = ((float)_values.Get(Width), (float)_values.Get(Height));
        Front = new Wall(new(-width / 2, height, 0), new(width, 0, 0), new(0, -height, 0)).Transform(_world);
        Left = new Wall(new(-width / 2, height, -Depth), new(0, 0, Depth), new(0, -height, 0)).Transform(_world);
        Right = new Wall(new(width / 2, height, 0), new(0, 0, -Depth), new(0, -height, 0)).Transform(_world);
        Footprint = Footprint.Around(Front.Corner, Front.Corner + Front.Right, Left.Corner, Right.Corner + Right.Right);
        _live.Frames.RequestDraw();
    }
}
