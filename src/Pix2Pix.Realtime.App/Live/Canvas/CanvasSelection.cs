using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Shortcuts;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Painting.Tools;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Passes;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.App.Live.Canvas;

/// <summary>What is selected on the label map: its keys, its clipboard, and the outline around it. Main thread.</summary>
internal sealed class CanvasSelection(LiveContext live, LabelCanvasComponent canvas)
{
    /// <summary>Units that an arrow key with Shift moves it.</summary>
    private const int FarStep = 8;

    private static readonly (KeyAction Key, int Across, int Down)[] Arrows =
    [
        (KeyAction.MoveLeft, -1, 0), (KeyAction.MoveRight, 1, 0), (KeyAction.MoveUp, 0, -1), (KeyAction.MoveDown, 0, 1),
    ];

    private Cutout? _clipboard;
    private PixelPoint _copiedAt;

    private PaintSession Session => canvas.Session;

    private Selection? Selected => canvas.Canvas.Selection;

    /// <summary>What is drawn around it now.</summary>
    public SelectionOutline Outline { get; private set; } = SelectionOutline.None;

    /// <summary>Takes its keys, before anything else does that has the same ones for when nothing is selected.</summary>
    public void Keys(Ui ui)
    {
        if (ui.HasKeyboard || canvas.IsCovered || Session.IsPainting || canvas.Recording.IsPlaying)
        {
            return;
        }

        if (_clipboard is not null && Pressed(ui, KeyAction.Paste))
        {
            Paste(ui, _clipboard);
        }

        if (Pressed(ui, KeyAction.SelectAll))
        {
            Session.Apply(SelectTool.Rectangle, new PixelPoint(0, 0), new PixelPoint(canvas.Canvas.Width - 1, canvas.Canvas.Height - 1));
        }

        if (Selected is null)
        {
            return;
        }

        if (Pressed(ui, KeyAction.Copy))
        {
            Copy();
        }
        else if (Pressed(ui, KeyAction.Cut))
        {
            Copy();
            Delete();
        }
        else if (ui.Focus.Current == 0)
        {
            Step(ui);
        }
    }

    /// <summary>Exchanges its left and right.</summary>
    public void Mirror() => Session.Apply(ChangeSelectionTool.Mirror, default, default);

    /// <summary>Keeps it as a stamp, which is then the tool in the hand.</summary>
    public void KeepAsStamp()
    {
        if (Selected is { } selection && canvas.Stamps.Keep(selection.Pixels) is { } stamp)
        {
            Session.Tool = stamp.Tool;
        }
    }

    /// <summary>Removes what is selected.</summary>
    public void Delete() => Session.Apply(ChangeSelectionTool.Delete, default, default);

    /// <summary>Which tool a press at a pixel begins with; null = the chosen one.</summary>
    public ITool? ToolAt(PixelPoint at, bool copies) =>
        !IsOn(at) ? null : copies ? MoveSelectionTool.Copy : MoveSelectionTool.Move;

    /// <summary>Whether a press at a pixel takes hold of what is selected.</summary>
    public bool IsOn(PixelPoint at) => Session.Tool is SelectTool && Selected?.Contains(at) == true;

    /// <summary>Once a frame, after input: the outline where it is now.</summary>
    public void Follow()
    {
        var outline = Shown() with { Line = Math.Max(1, live.Ui.Px(1)) };
        if (outline != Outline)
        {
            RequestDraw(Outline);
            RequestDraw(outline);
            Outline = outline;
        }
    }

    private void Step(Ui ui)
    {
        foreach (var (key, across, down) in Arrows)
        {
            var near = live.Keys[key];
            Step(ui, near, across, down, Session.Settings.Grid);
            Step(ui, near with { Modifiers = near.Modifiers | KeyModifiers.Shift }, across, down, Math.Max(Session.Settings.Grid, Session.Settings.Pixels(FarStep)));
        }
    }

    /// <summary>A slow machine sees several presses in one frame.</summary>
    private void Step(Ui ui, Shortcut key, int across, int down, int length)
    {
        while (Selected is not null && ui.Input.TakeKey(key))
        {
            Session.Apply(MoveSelectionTool.Move, default, new PixelPoint(across * length, down * length));
        }
    }

    private void Copy()
    {
        (_clipboard, _copiedAt) = (Selected!.Pixels, Selected.At);
        live.Log.Write("copied", new { width = _clipboard.Size.Width, height = _clipboard.Size.Height });
    }

    /// <summary>Under the pointer, or where it was copied.</summary>
    private void Paste(Ui ui, Cutout piece)
    {
        var pointer = ui.Input.Pointer;
        var isOver = live.Workspace.TryPick(pointer.X, pointer.Y, out var under);
        var at = isOver ? new PixelPoint((int)MathF.Floor(under.X), (int)MathF.Floor(under.Y)).Offset(-(piece.Size.Width / 2), -(piece.Size.Height / 2)) : _copiedAt;
        Session.Apply(new PasteTool(piece), at, at);
        if (Session.Tool is not SelectTool)
        {
            Session.Tool = SelectTool.Rectangle;
        }
    }

    private bool Pressed(Ui ui, KeyAction key) => ui.Input.TakeKey(live.Keys[key]);

    private SelectionOutline Shown()
    {
        if (canvas.IsCovered || live.Workspace.IsPresenting)
        {
            return SelectionOutline.None;
        }

        var points = Session.Points;
        if (Session.IsPainting && Session.Hand is SelectTool { IsBox: true })
        {
            return points[0] == points[^1] ? SelectionOutline.None : new SelectionOutline(null, PixelPoint.Box(points[0], points[^1]).Intersect(canvas.Canvas.Bounds));
        }

        if (Selected is not { } selection)
        {
            return SelectionOutline.None;
        }

        var area = selection.Area;
        return new SelectionOutline(selection.Pixels, Session.IsPainting && Session.Hand is MoveSelectionTool
            ? area with { X = area.X + points[^1].X - points[0].X, Y = area.Y + points[^1].Y - points[0].Y }
            : area);
    }

    /// <summary>On the label map, or where the pictures are that took its place.</summary>
    private void RequestDraw(SelectionOutline outline)
    {
        var work = live.Workspace;
        live.Frames.RequestDraw(SelectionPass.Around(outline, work.CanvasView).Intersect(work.Canvas));
        if (work.Canvas.IsEmpty)
        {
            live.Frames.RequestDraw(SelectionPass.Around(outline, work.TranslationView).Intersect(work.Translation));
            live.Frames.RequestDraw(SelectionPass.Around(outline, work.SecondView).Intersect(work.Second));
        }
    }
}
