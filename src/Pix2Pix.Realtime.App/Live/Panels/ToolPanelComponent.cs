using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Source;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Live.Panels;

/// <summary>The scene's <c>ToolPanel</c>: palette, tools, brush, and what is done with the whole canvas.</summary>
internal sealed class ToolPanelComponent(LiveContext live) : Behaviour
{
    private const float Padding = 12;
    private const int ToolColumns = 5;

    private static readonly Dictionary<string, (Icon Icon, Shortcut Key, string Words, string Label)> Looks = new()
    {
        ["brush"] = (Icon.Brush, Key.B, "Brush", ""),
        ["eraser"] = (Icon.Eraser, Key.E, "Eraser: paints the background", ""),
        ["line"] = (Icon.Line, Key.L, "Line; Shift keeps it straight", ""),
        ["rectangle"] = (Icon.Rectangle, Key.R, "Rectangle; Shift makes a square", ""),
        ["ellipse"] = (Icon.Ellipse, Key.O, "Ellipse; Shift makes a circle", ""),
        ["polygon"] = (Icon.Polygon, Key.P, "Polygon: click its corners; Enter or a right click closes it", ""),
        ["fill"] = (Icon.Bucket, Key.F, "Fill an area of one class", ""),
        ["eyedropper"] = (Icon.Dropper, Key.I, "Pick the class under the pointer (also with a right click)", ""),
        ["window stamp"] = (Icon.Stamp, Key.W, "Window with head and sill: click, or drag its box", "Window##stamp"),
        ["door stamp"] = (Icon.Stamp, Key.D, "Door with frame and head: click, or drag its box", "Door##stamp"),
        ["balcony stamp"] = (Icon.Stamp, Key.A, "Balcony with its door: click, or drag its box", "Balcony##stamp"),
        ["shop stamp"] = (Icon.Stamp, Key.S, "Shop front: click, or drag its box", "Shop##stamp"),
    };

    private LabelCanvasComponent _canvas = null!;
    private CanvasFiles _files = null!;
    private SourceComponent? _source;

    private PaintSession Session => _canvas.Session;

    protected override void Start()
    {
        _canvas = Scene.Require<LabelCanvasComponent>();
        _files = new CanvasFiles(live, _canvas, Scene);
        _source = Scene.Find<SourceComponent>();
    }

    protected override void Update(FrameTime time)
    {
        var ui = live.Ui;
        if (!live.Workspace.IsPresenting)
        {
            using (ui.Panel("tools", live.Workspace.Tools, Padding))
            {
                Palette(ui);
                ui.Space();
                Tools(ui);
                ui.Space();
                Brush(ui);
                ui.Space();
                Actions(ui);
                Source(ui);
            }
        }

        BrushKeys(ui);
        _files.Update();
    }

    private void Palette(Ui ui)
    {
        using (ui.Column(gap: 0))
        {
            var classes = _canvas.Palette.Classes;
            for (var i = 0; i < classes.Count; i++)
            {
                var entry = classes[i];
                if (ui.Swatch(entry, KeyOf(entry.Key), Session.Settings.ClassId == entry.Id))
                {
                    Session.Finish();
                    Session.Settings.ClassId = entry.Id;
                }
            }
        }
    }

    private void Tools(Ui ui)
    {
        var all = _canvas.ToolBox.All;
        using (ui.Grid(ToolColumns, gap: 4))
        {
            for (var i = 0; i < all.Count; i++)
            {
                var tool = all[i];
                if (Looks.TryGetValue(tool.Name, out var look) && look.Icon != Icon.Stamp
                    && ui.IconButton(look.Icon, look.Words, look.Key, Session.Tool == tool))
                {
                    Session.Tool = tool;
                }
            }

            ToggleIcon(ui, Icon.Mirror, "Mirror: paint on both sides at once", Key.M, Session.Settings.Mirror, static settings => settings.Mirror = !settings.Mirror);
            ToggleIcon(ui, Icon.Grid, "Snap to a grid of 8 pixels", Key.G, Session.Settings.Grid > 1, static settings => settings.Grid = settings.Grid > 1 ? 1 : 8);
        }

        using (ui.Grid(columns: 2, gap: 4))
        {
            for (var i = 0; i < all.Count; i++)
            {
                var tool = all[i];
                if (Looks.TryGetValue(tool.Name, out var look) && look.Icon == Icon.Stamp)
                {
                    Stamp(ui, tool, look.Label, look.Words, look.Key);
                }
            }
        }
    }

    private void Stamp(Ui ui, ITool tool, string label, string words, Shortcut key)
    {
        if (ui.Button(label, words, key, isPrimary: Session.Tool == tool))
        {
            Session.Tool = tool;
        }
    }

    private void Brush(Ui ui)
    {
        var brush = Session.Settings.Brush;
        var size = brush.Size;
        if (ui.Slider("Size", ref size, Painting.Brush.MinSize, Painting.Brush.MaxSize, "Brush size in pixels; [ and ] change it"))
        {
            Session.Settings.SetBrush(brush.Shape, size);
        }

        var isSquare = brush.Shape == BrushShape.Square;
        if (ui.Toggle("Square brush", ref isSquare, "A square of whole pixels instead of a disc", Key.Q))
        {
            Session.Settings.SetBrush(isSquare ? BrushShape.Square : BrushShape.Round, size);
        }
    }

    private void Actions(Ui ui)
    {
        using (ui.Grid(ToolColumns, gap: 4))
        {
            if (ui.IconButton(Icon.Undo, "Undo", Shortcut.Ctrl(Key.Z), isEnabled: Session.History.CanUndo || Session.IsPainting))
            {
                Session.Undo();
                live.Log.Write("undo", new { version = Session.Canvas.Version });
            }

            if (ui.IconButton(Icon.Redo, "Redo", Shortcut.Ctrl(Key.Y), isEnabled: Session.History.CanRedo))
            {
                Session.Redo();
                live.Log.Write("redo", new { version = Session.Canvas.Version });
            }

            if (ui.IconButton(Icon.Cross, "Clear: everything becomes background", Key.Delete))
            {
                Session.Clear();
            }

            if (ui.IconButton(Icon.Open, "Open a label map, a stroke recording or a generator", Shortcut.Ctrl(Key.O)))
            {
                _files.AskToOpen();
            }

            if (ui.IconButton(Icon.Save, "Save the label map, or as .yaml a recording of every stroke with its time", Shortcut.Ctrl(Key.S)))
            {
                _files.AskToSave();
            }
        }
    }

    /// <summary>The way from the live source to the painting and back.</summary>
    private void Source(Ui ui)
    {
        if (_source is not { IsChosen: true } source)
        {
            return;
        }

        ui.Space();
        var isOn = source.IsOn;
        if (ui.Toggle("Live source", ref isOn, "Translate the live source; turn off to translate the canvas", Key.C))
        {
            SwitchSource(source, isOn);
        }
    }

    /// <summary>Apart from the frame's own path, for what its lambda captures.</summary>
    private void SwitchSource(SourceComponent source, bool isOn) => live.Notices.Try(() => source.Switch(isOn));

    private void BrushKeys(Ui ui)
    {
        if (ui.HasKeyboard)
        {
            return;
        }

        var brush = Session.Settings.Brush;
        var step = Math.Max(brush.Size / 8, 1);
        if (ui.Input.TakeKey(Key.LeftBracket))
        {
            Session.Settings.SetBrush(brush.Shape, brush.Size - step);
        }

        if (ui.Input.TakeKey(Key.RightBracket))
        {
            Session.Settings.SetBrush(brush.Shape, brush.Size + step);
        }

        if (ui.Input.TakeKey(new Shortcut(Key.Z, KeyModifiers.Control | KeyModifiers.Shift)))
        {
            Session.Redo();
        }
    }

    private void ToggleIcon(Ui ui, Icon icon, string words, Shortcut key, bool isOn, Action<PaintSettings> toggle)
    {
        if (ui.IconButton(icon, words, key, isOn))
        {
            toggle(Session.Settings);
        }
    }

    private static Shortcut KeyOf(char key) => key == '\0' ? Shortcut.None : (Key)char.ToUpperInvariant(key);
}
