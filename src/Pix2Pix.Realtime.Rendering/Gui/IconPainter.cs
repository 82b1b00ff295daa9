using System.Numerics;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.Rendering.Gui;

/// <summary>Draws icons from their strokes.</summary>
internal static class IconPainter
{
    /// <summary>Of an icon's side: the width of its strokes.</summary>
    private const float StrokeShare = 1.5f / IconStrokes.Side;

    public static void Paint(Ui ui, Icon icon, PixelRect rect, Color color)
    {
        Span<Vector2> points = stackalloc Vector2[IconStrokes.MostPoints];
        var factor = rect.Width / (float)IconStrokes.Side;
        foreach (var stroke in IconStrokes.Of(icon))
        {
            for (var i = 0; i < stroke.Length; i++)
            {
                points[i] = new Vector2(rect.X, rect.Y) + (stroke[i] * factor);
            }

            ui.Paint.Lines(points[..stroke.Length], color, rect.Width * StrokeShare);
        }
    }
}
