using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Source;
using Pix2Pix.Realtime.App.Shortcuts;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Live.Panels;

/// <summary>The scene's <c>ToolPanel</c>: palette, tools, brush, and what is done with the whole canvas.</summary>
internal sealed class ToolPanelComponent(LiveContext live) : Behaviour
{
    private const float Padding = 12;
    private const int ToolColumns = 5;
    private const int GridStep = 8;

    /// <summary>Points: a panel lower than this takes smaller rows and gaps, so that all of it can be seen in the smallest window.</summary>
    private const float LowPanel = 640;
    private const float LowRow = 20;
    private const float Gap = 8;
    private const float LowGap = 4;

    private static readonly Dictionary<string, (Icon Icon, KeyAction Key, string Label)> Looks = new()
    {
        ["brush"] = (Icon.Brush, KeyAction.Brush, ""),
        ["eraser"] = (Icon.Eraser, KeyAction.Eraser, ""),
        ["line"] = (Icon.Line, KeyAction.Line, ""),
        ["rectangle"] = (Icon.Rectangle, KeyAction.Rectangle, ""),
        ["ellipse"] = (Icon.Ellipse, KeyAction.Ellipse, ""),
        ["polygon"] = (Icon.Polygon, KeyAction.Polygon, ""),
        ["fill"] = (Icon.Bucket, KeyAction.Fill, ""),
        ["eyedropper"] = (Icon.Dropper, KeyAction.Eyedropper, ""),
        ["select"] = (Icon.Select, KeyAction.Select, ""),
        ["select element"] = (Icon.SelectElement, KeyAction.SelectElement, ""),
        ["select class"] = (Icon.SelectClass, KeyAction.SelectClass, ""),
        ["window stamp"] = (Icon.Stamp, KeyAction.WindowStamp, "Window##stamp"),
        ["door stamp"] = (Icon.Stamp, KeyAction.DoorStamp, "Door##stamp"),
        ["balcony stamp"] = (Icon.Stamp, KeyAction.BalconyStamp, "Balcony##stamp"),
        ["shop stamp"] = (Icon.Stamp, KeyAction.ShopStamp, "Shop##stamp"),
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
                var isLow = live.Workspace.Tools.Height < ui.Px(LowPanel);
                var gap = isLow ? LowGap : Gap;
                Palette(ui, isLow ? LowRow : Theme.ListRowHeight);
                ui.Space(gap);
                Tools(ui);
                ui.Space(gap);
                Brush(ui);
                ui.Space(gap);
                Actions(ui);
                Source(ui, gap);
            }
        }

        BrushKeys(ui);
        _files.Update();
    }

    private void Palette(Ui ui, float rowHeight)
    {
        using (ui.Column(gap: 0))
        {
            var classes = _canvas.Palette.Classes;
            var shown = _canvas.Colors.All;
            for (var i = 0; i < classes.Count; i++)
            {
                var entry = classes[i];
                if (ui.Swatch(entry, shown[i], KeyText.OfClass(entry.Key), Session.Settings.ClassId == entry.Id, rowHeight))
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
                    && ui.IconButton(look.Icon, KeyTable.Words(look.Key), live.Keys[look.Key], Session.Tool == tool))
                {
                    Session.Tool = tool;
                }
            }

            ToggleIcon(ui, Icon.Mirror, KeyAction.Mirror, Session.Settings.Mirror, static settings => settings.Mirror = !settings.Mirror);
            ToggleIcon(ui, Icon.Grid, KeyAction.Grid, Session.Settings.Grid > 1, static settings => settings.Grid = settings.Grid > 1 ? 1 : settings.Pixels(GridStep));
            Selection(ui);
        }

        using (ui.Grid(columns: 2, gap: 4))
        {
            for (var i = 0; i < all.Count; i++)
            {
                var tool = all[i];
                if (Looks.TryGetValue(tool.Name, out var look) && look.Icon == Icon.Stamp)
                {
                    Stamp(ui, tool, look.Label, look.Key);
                }
            }
        }

        if (_canvas.Stamps.All.Count > 0)
        {
            OwnStamps(ui, _canvas.Stamps.All);
        }
    }

    private void Selection(Ui ui)
    {
        var isSelected = Session.Canvas.Selection is not null;
        if (ui.IconButton(Icon.Flip, KeyTable.Words(KeyAction.MirrorSelection), live.Keys[KeyAction.MirrorSelection], isEnabled: isSelected))
        {
            _canvas.Selecting.Mirror();
        }

        if (ui.IconButton(Icon.Stamp, KeyTable.Words(KeyAction.KeepStamp), live.Keys[KeyAction.KeepStamp], isEnabled: isSelected))
        {
            _canvas.Selecting.KeepAsStamp();
        }
    }

    private void OwnStamps(Ui ui, IReadOnlyList<OwnStamp> stamps)
    {
        using (ui.Grid(ToolColumns, gap: 4))
        {
            for (var i = 0; i < stamps.Count; i++)
            {
                var stamp = stamps[i];
                using (ui.Scope(i))
                {
                    if (ui.StampButton(stamp, _canvas, Session.Tool == stamp.Tool) && _canvas.Stamps.Fits(stamp))
                    {
                        Session.Tool = stamp.Tool;
                    }
                }
            }
        }
    }

    private void Stamp(Ui ui, ITool tool, string label, KeyAction key)
    {
        if (ui.Button(label, KeyTable.Words(key), live.Keys[key], isPrimary: Session.Tool == tool))
        {
            Session.Tool = tool;
        }
    }

    private void Brush(Ui ui)
    {
        var brush = Session.Settings.Brush;
        var size = Session.Settings.Size;
        if (ui.Slider(PanelsTexts.BrushSize, ref size, Painting.Brush.MinSize, PaintSettings.MostSize, PanelsTexts.BrushSizeHint, usual: PersonalSettings.BrushSize.Default))
        {
            Session.Settings.SetSize(brush.Shape, size);
        }

        var isSquare = brush.Shape == BrushShape.Square;
        if (ui.Toggle(PanelsTexts.SquareBrush, ref isSquare, PanelsTexts.SquareBrushHint, live.Keys[KeyAction.SquareBrush]))
        {
            Session.Settings.SetSize(isSquare ? BrushShape.Square : BrushShape.Round, size);
        }
    }

    private void Actions(Ui ui)
    {
        using (ui.Grid(ToolColumns, gap: 4))
        {
            if (ui.IconButton(Icon.Undo, KeyTable.Words(KeyAction.Undo), live.Keys[KeyAction.Undo], isEnabled: Session.History.CanUndo || Session.IsPainting))
            {
                Session.Undo();
                live.Log.Write("undo", new { version = Session.Canvas.Version });
            }

            if (ui.IconButton(Icon.Redo, KeyTable.Words(KeyAction.Redo), live.Keys[KeyAction.Redo], isEnabled: Session.History.CanRedo))
            {
                Session.Redo();
                live.Log.Write("redo", new { version = Session.Canvas.Version });
            }

            if (ui.IconButton(Icon.Cross, KeyTable.Words(KeyAction.Clear), live.Keys[KeyAction.Clear]))
            {
                Clear();
            }

            if (ui.IconButton(Icon.Open, KeyTable.Words(KeyAction.Open), live.Keys[KeyAction.Open]))
            {
                _files.AskToOpen();
            }

            if (ui.IconButton(Icon.Save, KeyTable.Words(KeyAction.Save), live.Keys[KeyAction.Save]))
            {
                _files.AskToSave();
            }

            live.Controls.Place("save label map");
        }
    }

    private void Clear()
    {
        if (Session.Canvas.Selection is not null)
        {
            _canvas.Selecting.Delete();
        }
        else
        {
            Session.Clear();
        }
    }

    /// <summary>The way from the live source to the painting and back.</summary>
    private void Source(Ui ui, float gap)
    {
        if (_source is not { IsChosen: true } source)
        {
            return;
        }

        ui.Space(gap);
        var isOn = source.IsOn;
        if (ui.Toggle(SourceTexts.LiveSource, ref isOn, SourceTexts.LiveSourceHint, live.Keys[KeyAction.LiveSource]))
        {
            SwitchSource(source, isOn);
        }

        live.Controls.Place("live source");
    }

    /// <summary>Apart from the frame's own path, for what its lambda captures.</summary>
    private void SwitchSource(SourceComponent source, bool isOn) => live.Notices.Try(() => source.Switch(isOn));

    private void BrushKeys(Ui ui)
    {
        if (ui.HasKeyboard)
        {
            return;
        }

        // A slow machine sees several presses in one frame.
        while (ui.Input.TakeKey(live.Keys[KeyAction.SmallerBrush]))
        {
            Resize(-1);
        }

        while (ui.Input.TakeKey(live.Keys[KeyAction.LargerBrush]))
        {
            Resize(1);
        }
    }

    private void Resize(int direction)
    {
        var settings = Session.Settings;
        settings.SetSize(settings.Brush.Shape, settings.Size + (direction * Math.Max(settings.Size / 8, 1)));
    }

    private void ToggleIcon(Ui ui, Icon icon, KeyAction key, bool isOn, Action<PaintSettings> toggle)
    {
        if (ui.IconButton(icon, KeyTable.Words(key), live.Keys[key], isOn))
        {
            toggle(Session.Settings);
        }
    }
}
