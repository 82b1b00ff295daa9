using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Rendering.Kit;
using Pix2Pix.Realtime.Rendering.Kit.Controls;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Tests.Kit;

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
                if (ui.Swatch(label, (Key)label.Key, _class == label.Id))
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
}
