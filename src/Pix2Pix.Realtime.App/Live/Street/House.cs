using System.Numerics;
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

/// <summary>The scene's <c>House</c>: a box with a front that wears the translation of a label map of its own.</summary>
internal sealed class House : Behaviour
{
    private const float Depth = 7;
    private const double Farthest = 500;

    public static readonly Setting<double> X = SettingKinds.Real("x", 0, -Farthest, Farthest, "metres", "the middle of its front, to the right");
    public static readonly Setting<double> Z = SettingKinds.Real("z", 0, -Farthest, Farthest, "metres", "the middle of its front, towards the viewer");
    public static readonly Setting<double> Width = SettingKinds.Real("width", 8, 1, 100, "metres", "of its front");
    public static readonly Setting<double> Height = SettingKinds.Real("height", 8, 1, 100, "metres", "of its front");
    public static readonly Setting<double> Facing = SettingKinds.Real("facing", 0, -360, 360, "degrees", "where its front looks: 0 = towards the viewer, 90 = to the right");
    public static readonly Setting<int> Seed = SettingKinds.Whole("seed", 0, 0, int.MaxValue, "", "which drawn facade it begins with; 0 = an empty wall");

    private readonly Stage _stage;
    private readonly ulong _seed;
    private TensorPass? _pass;

    public House(Stage stage, SettingValues values)
    {
        _stage = stage;
        _seed = (ulong)values.Get(Seed);
        var (width, height) = ((float)values.Get(Width), (float)values.Get(Height));
        var place = Matrix4x4.CreateRotationY((float)(values.Get(Facing) * Math.PI / 180)) * Matrix4x4.CreateTranslation((float)values.Get(X), 0, (float)values.Get(Z));
        Front = new Wall(new(-width / 2, height, 0), new(width, 0, 0), new(0, -height, 0)).Transform(place);
        Left = new Wall(new(-width / 2, height, -Depth), new(0, 0, Depth), new(0, -height, 0)).Transform(place);
        Right = new Wall(new(width / 2, height, 0), new(0, 0, -Depth), new(0, -height, 0)).Transform(place);
        Footprint = Footprint.Around(Front.Corner, Front.Corner + Front.Right, Left.Corner, Right.Corner + Right.Right);
    }

    public static SettingsTable Properties { get; } = new(X, Z, Width, Height, Facing, Seed);

    /// <summary>The walls that a walker may see; there is no way behind a house.</summary>
    public Wall Front { get; }

    public Wall Left { get; }

    public Wall Right { get; }

    /// <summary>Where nobody can walk.</summary>
    public Footprint Footprint { get; }

    /// <summary>The hand on its label map. Valid from the first frame on.</summary>
    public PaintSession Session { get; private set; } = null!;

    /// <summary>What its front wears; null before the first translation.</summary>
    public Texture? Facade => _pass?.Picture;

    /// <summary>The canvas's version that was handed to the generator last.</summary>
    public long Translated { get; set; } = -1;

    /// <summary>When its label map changed last, in the scene's seconds.</summary>
    public double ChangedAt { get; set; }

    /// <summary>Shows a translation.</summary>
    public void Show(TensorBuffer translation)
    {
        _pass ??= new TensorPass(_stage.Device);
        _pass.Upload(translation);
    }

    protected override void Start()
    {
        var shape = Scene.Require<StreetTranslator>("StreetTranslator").Shape;
        var palette = PaletteFile.Load(StreetTranslator.Palette);
        var canvas = new LabelCanvas(shape.Width, shape.Height, palette.Background.Id);
        if (_seed == 0)
        {
            canvas.Fill(palette.Find("facade")!.Id);
        }
        else
        {
            canvas.CopyFrom(FacadeSynthesizer.Draw(_seed, shape.Width, shape.Height).Labels, canvas.Bounds);
        }

        Session = new PaintSession(canvas, new BrushTool());
    }

    protected override void OnDestroy() => _pass?.Dispose();
}
