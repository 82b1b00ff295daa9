using System.Numerics;
using Pix2Pix.Realtime.Images;
using SkiaSharp;

namespace Pix2Pix.Realtime.Rendering.Gui.Drawing;

/// <summary>Draws single commands on a Skia canvas. Thread contract: the UI thread.</summary>
internal sealed class CommandDrawer(FontSet fonts) : IDisposable
{
    private const int MostIcons = 512;

    private readonly SKPaint _fill = new() { IsAntialias = true };
    private readonly SKPaint _stroke = new() { IsAntialias = true, IsStroke = true, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round };
    private readonly SkiaCache<SKPath> _icons = new(MostIcons);
    private readonly TextDrawer _text = new(fonts);

    public static SKRect ToSkia(PixelRect rect) => new(rect.X, rect.Y, rect.Right, rect.Bottom);

    public void Draw(SKCanvas canvas, PanelPainter painter, in DrawCommand command)
    {
        canvas.Save();
        canvas.ClipRect(ToSkia(command.Clip), antialias: false);
        _fill.Color = command.Color.ToSkia();
        _stroke.Color = command.Color.ToSkia();
        _stroke.StrokeWidth = command.Thickness;
        var rect = ToSkia(command.Rect);
        switch (command.Kind)
        {
            case DrawKind.Fill:
                canvas.DrawRoundRect(rect, command.Radius, command.Radius, _fill);
                break;
            case DrawKind.Edge:
                // A stroke lies on both sides of its path; half a stroke inwards keeps it inside.
                rect.Inflate(-command.Thickness / 2, -command.Thickness / 2);
                var radius = Math.Max(0, command.Radius - (command.Thickness / 2));
                canvas.DrawRoundRect(rect, radius, radius, _stroke);
                break;
            case DrawKind.Disc:
                canvas.DrawCircle(rect.MidX, rect.MidY, Math.Min(rect.Width, rect.Height) / 2, _fill);
                break;
            case DrawKind.Lines:
                DrawLines(canvas, command.Hash, painter.PointsOf(command));
                break;
            case DrawKind.Text:
                _text.Draw(canvas, command, painter.TextOf(command), _fill);
                break;
            case DrawKind.Image:
                DrawImage(canvas, rect, painter.ImageOf(command));
                break;
        }

        canvas.Restore();
    }

    public void Dispose()
    {
        _text.Dispose();
        _icons.Dispose();
        _fill.Dispose();
        _stroke.Dispose();
    }

    private void DrawLines(SKCanvas canvas, ulong key, ReadOnlySpan<Vector2> points)
    {
        // Icons stay; a curve is another one each time.
        if (points.Length > IconStrokes.MostPoints)
        {
            using var curve = Path(points);
            canvas.DrawPath(curve, _stroke);
        }
        else
        {
            canvas.DrawPath(_icons.TryGet(key, out var icon) ? icon : _icons.Keep(key, Path(points)), _stroke);
        }
    }

    private static SKPath Path(ReadOnlySpan<Vector2> points)
    {
        using var path = new SKPathBuilder();
        path.MoveTo(points[0].X, points[0].Y);
        foreach (var point in points[1..])
        {
            path.LineTo(point.X, point.Y);
        }

        return path.Detach();
    }

    private static unsafe void DrawImage(SKCanvas canvas, SKRect rect, PixelImage image)
    {
        fixed (byte* pixels = image.Rgba)
        {
            using var pixmap = new SKPixmap(new SKImageInfo(image.Width, image.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul), (nint)pixels);
            using var source = SKImage.FromPixels(pixmap);

            // Smaller than half, linear sampling skips texels; mipmaps don't.
            var mipmaps = rect.Width * 2 < image.Width ? SKMipmapMode.Linear : SKMipmapMode.None;
            canvas.DrawImage(source, rect, new SKSamplingOptions(SKFilterMode.Linear, mipmaps), null);
        }
    }
}
