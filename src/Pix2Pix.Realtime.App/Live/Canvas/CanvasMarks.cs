using System.Numerics;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Painting.Tools;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Passes;

namespace Pix2Pix.Realtime.App.Live.Canvas;

/// <summary>What lies over the label map and is not painted: the mirror's axis, signs of modes that change every stroke, and what a stamp would place. UI thread.</summary>
internal sealed class CanvasMarks(LiveContext live, LabelCanvasComponent canvas)
{
    private const float Dash = 8;
    private const float AxisThickness = 2;
    private const float GhostOpacity = 0.55f;

    /// <summary>A stamp of a noisy picture has thousands; its outline says enough.</summary>
    private const int MostParts = 1000;

    private PaintSettings Settings => canvas.Session.Settings;

    /// <summary>Declares them; panels and dialogs lie above.</summary>
    public void Draw(Ui ui)
    {
        var work = live.Workspace;
        if (work.IsPresenting || canvas.IsCovered || work.Mode == ViewMode.Generators)
        {
            return;
        }

        var (area, view) = work.Canvas.IsEmpty ? (work.Translation, work.TranslationView) : (work.Canvas, work.CanvasView);
        var before = ui.Paint.Clip;
        ui.Paint.Clip = area.Intersect(before);
        if (Settings.Mirror)
        {
            Axis(ui, area, view);
        }

        Ghost(ui, area, view);
        Signs(ui, area);
        ui.Paint.Clip = before;
    }

    private void Axis(Ui ui, PixelRect area, ViewTransform view)
    {
        var top = view.ToScreen(new PixelRect(live.Workspace.Picture)).Intersect(area);
        var x = (int)MathF.Round(view.Origin.X + (canvas.Canvas.Width * view.Scale / 2));
        var (dash, thickness) = (ui.Px(Dash), ui.Px(AxisThickness));
        for (var (y, i) = (top.Y, 0); y < top.Bottom; y += dash, i++)
        {
            // Two colours: one of them is seen on any class.
            var rect = new PixelRect(x - (thickness / 2), y, thickness, Math.Min(dash, top.Bottom - y));
            ui.Paint.Fill(rect, i % 2 == 0 ? Color.Hex(0xffffff) : Color.Hex(0x101010));
        }
    }

    private void Ghost(Ui ui, PixelRect area, ViewTransform view)
    {
        var pointer = ui.Input.Pointer;
        if (canvas.Session.IsPainting || canvas.Session.Tool is not StampTool stamp || !ui.IsAt(area, pointer.X, pointer.Y) || ui.Input.Active != 0 || ui.Input.IsHeldElsewhere)
        {
            return;
        }

        var at = view.ToPicture(new Vector2((float)pointer.X, (float)pointer.Y));
        var box = stamp.BoxAt(Settings.Snap(new PixelPoint((int)MathF.Floor(at.X), (int)MathF.Floor(at.Y))), Settings);
        var repeat = Settings.Repeat;
        for (var row = 0; row < repeat.Rows; row++)
        {
            for (var column = 0; column < repeat.Columns; column++)
            {
                var copy = box with { X = box.X + (column * repeat.StepX), Y = box.Y + (row * repeat.StepY) };
                Ghost(ui, view, stamp, copy);
                if (Settings.Mirror)
                {
                    Ghost(ui, view, stamp, copy with { X = canvas.Canvas.Width - copy.Right });
                }
            }
        }
    }

    private void Ghost(Ui ui, ViewTransform view, StampTool stamp, PixelRect box)
    {
        for (var i = 0; i < Math.Min(stamp.Parts.Count, MostParts); i++)
        {
            var part = stamp.Parts[i];
            ui.Paint.Fill(view.ToScreen(part.Within(box)), canvas.Colors.Of(part.ClassId).WithOpacity(GhostOpacity));
        }

        var outline = view.ToScreen(box);
        ui.Paint.Edge(outline, Color.Hex(0x101010), ui.Px(1));
        ui.Paint.Edge(outline.Inflate(-ui.Px(1)), Color.Hex(0xffffff), ui.Px(1));
    }

    /// <summary>Modes that change each stroke are named where strokes are painted.</summary>
    private void Signs(Ui ui, PixelRect area)
    {
        var x = 0;
        if (Settings.Mirror)
        {
            PictureSign.Draw(ui, area, ref x, CanvasTexts.Mirror);
        }

        if (!Settings.Repeat.IsNone)
        {
            PictureSign.Draw(ui, area, ref x, CanvasTexts.Repeat(ui, Settings.Repeat.Columns, Settings.Repeat.Rows));
        }

        if (Settings.Grid > 1)
        {
            PictureSign.Draw(ui, area, ref x, CanvasTexts.Grid(ui, Settings.Grid));
        }
    }
}
