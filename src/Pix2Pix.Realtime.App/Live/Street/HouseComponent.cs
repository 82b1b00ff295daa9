using System.Numerics;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Painting.Tools;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Passes;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Synthesis;

namespace Pix2Pix.Realtime.App.Live.Street;

/// <summary>The scene's <c>House</c>: a box with a front that wears the translation of a label map of its own, where its <c>Transform</c> is.</summary>
internal sealed class HouseComponent : Behaviour
{
    private const float Depth = 7;

    public static readonly Setting<double> Width = SettingKinds.Double("width", 8, 1, 100, "metres", "of its front").Live();
    public static readonly Setting<double> Height = SettingKinds.Double("height", 8, 1, 100, "metres", "of its front").Live();
    public static readonly Setting<int> Seed = SettingKinds.Int("seed", 0, 0, int.MaxValue, "", "the drawn facade it starts with; 0 = an empty wall");

    public static readonly Setting<int> Style = SettingKinds.Int("style", 0, 0, int.MaxValue, "", "the seed of its look, where the generator knows styles; 0 = that of its facade");

    private readonly LiveContext _live;
    private readonly SettingValues _values;
    private TensorPass? _pass;
    private Matrix4x4 _world;

    public HouseComponent(LiveContext live, SettingValues values) => (_live, _values) = (live, values);

    public static SettingsTable Properties { get; } = new(Width, Height, Seed, Style);

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
        var canvas = new LabelCanvas(shape.Width, shape.Height, palette.Background.Id);
        var seed = _values.Get(Seed);
        if (seed == 0)
        {
            canvas.Fill(palette.Find("facade")!.Id);
        }
        else
        {
            canvas.CopyFrom(FacadeSynthesizer.DrawLabels((ulong)seed, shape.Width, shape.Height), canvas.Bounds);
        }

        Session = new PaintSession(canvas, new BrushTool());
    }

    protected override void Update(FrameTime time)
    {
        if (_world != GameObject.World)
        {
            Place();
        }
    }

    protected override void OnChanged(Setting property) => Place();

    protected override void OnDestroy() => _pass?.Dispose();

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
