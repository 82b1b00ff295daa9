using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Tests.Gui;

/// <summary>Pages with every control, for people to look at and for the golden images.</summary>
internal sealed class Gallery
{
    private static readonly LabelClass[] Classes =
    [
        new(1, "background", new Rgb(0, 0, 223), '1', 1), new(2, "facade", new Rgb(0, 48, 255), '2', 2), new(3, "window", new Rgb(0, 128, 255), '3', 10),
        new(4, "door", new Rgb(0, 207, 255), '4', 5), new(5, "cornice", new Rgb(32, 255, 223), '5', 11), new(7, "balcony", new Rgb(191, 255, 64), '7', 4),
    ];

    private static readonly Icon[] Tools =
        [Icon.Brush, Icon.Square, Icon.Line, Icon.Rectangle, Icon.Ellipse, Icon.Polygon, Icon.Bucket, Icon.Dropper, Icon.Eraser, Icon.Stamp, Icon.Mirror, Icon.Grid];

    private static readonly string[] ToolNames = [.. Tools.Select(tool => tool.ToString())];

    private static readonly string[] Presets = ["facades", "official", "seed", "quick"];
    private static readonly string[] ClassNames =
        ["background", "facade", "window", "door", "cornice", "sill", "balcony", "blind", "deco", "molding", "pillar", "shop"];

    private static readonly PlotSeries[] Losses = MakeLosses();
    private static readonly GridImage[] Pictures = MakePictures();

    private int _page = 2;
    private string _folder = "data/facades";
    private string _empty = "";
    private string _wrong = "12,5";
    private int _preset;
    private int _side = 256;
    private double _weight = 100;
    private int _row = 2;
    private bool? _open = true;
    private bool? _folded = false;
    private bool? _leaf;
    private int _picture = 1;
    private int _class = 3;
    private int _tool;
    private int _size = 12;
    private bool _newest = true;
    private bool _grid;
    private float _opacity = 0.35f;

    public void Basics(Ui ui)
    {
        using (ui.Panel("basics", new PixelRect(ui.Size)))
        {
            ui.Heading("Palette");
            foreach (var label in Classes)
            {
                if (ui.Swatch(label, label.Color, (Key)label.Key, _class == label.Id))
                {
                    _class = label.Id;
                }
            }

            ui.Space();
            ui.Heading("Tools");
            using (ui.Grid(6, gap: 4))
            {
                for (var i = 0; i < Tools.Length; i++)
                {
                    if (ui.IconButton(Tools[i], ToolNames[i], isChosen: _tool == i))
                    {
                        _tool = i;
                    }
                }
            }

            ui.Space();
            ui.Slider("Size", ref _size, 1, 64, "How wide the brush is, in pixels of the label map");
            ui.Slider("Opacity", ref _opacity, 0, 1);
            ui.Toggle("Show newest generator", ref _newest, "Takes every new snapshot of the running training into use");
            ui.Toggle("Pixel grid", ref _grid);
            using (ui.Grid(2))
            {
                ui.Button("Undo", "Takes the last stroke back", Shortcut.Ctrl(Key.Z));
                ui.Button("Redo", isEnabled: false);
            }

            ui.Button("Start training", isPrimary: true);
            ui.Separator();
            ui.Value("Step", $"{4200:N0} / {80000:N0}");
            ui.Value("Remaining", "00:31:12");
            ui.Note("The discriminator has won for 400 steps: label smoothing or a smaller discriminator may help.");
        }
    }

    public void Forms(Ui ui)
    {
        using (ui.Panel("forms", new PixelRect(ui.Size)))
        {
            ui.Tabs("pages", ref _page, "Source", "Model", "Train", "Scene");
            ui.Space();
            ui.TextBox("Dataset", ref _folder, "a folder of pairs");
            ui.TextBox("Run", ref _empty, "a name");
            ui.TextBox("Wrong", ref _wrong, isWrong: true);
            ui.DropDown("Preset", ref _preset, Presets);
            ui.Number("Size", ref _side, 64, 1024, 64);
            ui.Number("L1 weight", ref _weight, 0, 1000, 10);
            ui.Slider("Busy", ref _opacity, 0, 1, isEnabled: false);
            ui.Progress(0.42f, $"step {33600:N0} of {80000:N0}");
            ui.Space();
            ui.List("classes", ClassNames, ref _row, 108);
            ui.Space();
            ui.TreeRow("Facade", ref _open, icon: Icon.Square);
            using (ui.Indent())
            {
                ui.TreeRow("LabelCanvas", ref _leaf, isChosen: true);
                ui.TreeRow("Translator", ref _folded);
                ui.TreeRow("TranslationView", ref _leaf);
            }
        }
    }

    public void Charts(Ui ui)
    {
        using (ui.Panel("charts", new PixelRect(ui.Size)))
        {
            ui.Heading("Losses");
            ui.Plot("losses", Losses, 160, smoothing: 0.7f);
            ui.Space();
            ui.Heading("Generator L1, logarithmic");
            ui.Plot("log", [Losses[0]], 120, isLogarithmic: true);
            ui.Space();
            ui.Plot("none", [], 48);
            ui.Heading("Samples");
            using (ui.Grid(3))
            {
                ui.Image(Pictures[0].Image, 80, "input");
                ui.Image(Pictures[1].Image, 80, "output");
                ui.Image(null, 80, "target");
            }

            ui.ImageGrid("grid", Pictures, ref _picture, 220, 80, out _);
        }
    }

    public void Question(Ui ui)
    {
        Forms(ui);
        ui.Toasts.Add("Saved the label map to Pictures/facade-03.png", ToastKind.Done);
        ui.Confirm("Really quit?", "A run is still training. It stops after this step and saves a checkpoint; painting ends at once.", "Quit", "Stay");
    }

    public static void Icons(Ui ui)
    {
        using (ui.Panel("icons", new PixelRect(ui.Size)))
        using (ui.Grid(8, gap: 4))
        {
            foreach (var icon in Enum.GetValues<Icon>())
            {
                ui.IconButton(icon, icon.ToString());
            }
        }
    }

    private static PlotSeries[] MakeLosses()
    {
        var random = new Random(4);
        PlotSeries[] series = [new("generator L1"), new("generator GAN"), new("discriminator"), new("validation L1")];
        for (var step = 0; step < 4200; step += 10)
        {
            series[0].Add(step, (0.12 + Math.Exp(-step / 900.0)) * (0.8 + (0.4 * random.NextDouble())));
            series[1].Add(step, 0.4 + (0.25 * random.NextDouble()));
            series[2].Add(step, step is > 2000 and < 2200 ? double.NaN : 0.2 + (0.1 * random.NextDouble()));
            if (step % 500 == 0)
            {
                series[3].Add(step, 0.3 + (0.5 * Math.Exp(-step / 900.0)));
            }
        }

        return series;
    }

    private static GridImage[] MakePictures() => [.. Enumerable.Range(0, 14).Select(index =>
    {
        var image = new PixelImage(64, 48 + (index % 3 * 16));
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                var color = Classes[(((x / 8) + (y / 8) + index) % Classes.Length)].Color;
                (image.Row(y)[x * 4], image.Row(y)[(x * 4) + 1], image.Row(y)[(x * 4) + 2], image.Row(y)[(x * 4) + 3]) = (color.R, color.G, color.B, 255);
            }
        }

        return new GridImage($"cmp_b{index:0000}", image);
    })];
}
