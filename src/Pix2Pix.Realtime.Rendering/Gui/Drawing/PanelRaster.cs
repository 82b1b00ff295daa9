using Pix2Pix.Realtime.Images;
using SkiaSharp;

namespace Pix2Pix.Realtime.Rendering.Gui.Drawing;

/// <summary>
/// The panel's picture in memory, as large as the window: RGBA, 8 bits each, alpha premultiplied, row 0 = top. A frame draws only the
/// rectangles that changed, and a frame in which nothing changed draws nothing. Thread contract: the UI thread.
/// </summary>
internal sealed class PanelRaster : IDisposable
{
    private static readonly UiLayer[] Layers = Enum.GetValues<UiLayer>();

    private readonly TileGrid _tiles = new();
    private readonly CommandDrawer _drawer;
    private readonly List<PixelRect> _changed = [];
    private readonly List<PixelRect> _covered = [];
    private readonly List<PixelRect> _notTaken = [];
    private SKBitmap? _bitmap;
    private SKCanvas? _canvas;

    internal PanelRaster(FontSet fonts) => _drawer = new CommandDrawer(fonts);

    public PixelSize Size { get; private set; }

    /// <summary>Where anything of the panel is to be seen; the rectangles don't overlap.</summary>
    public IReadOnlyList<PixelRect> Covered => _covered;

    /// <summary>How many pixels were drawn since the start; a frame without change adds none.</summary>
    public long PixelsDrawn { get; private set; }

    /// <summary>All pixels; empty before the first frame.</summary>
    public ReadOnlySpan<byte> Pixels => _bitmap is null ? [] : _bitmap.GetPixelSpan();

    /// <summary>The areas that changed since <see cref="TakeChanges"/>; emptied by uploads.</summary>
    public IReadOnlyList<PixelRect> Changes => _notTaken;

    /// <summary>Forgets <see cref="Changes"/>, after they were uploaded.</summary>
    public void TakeChanges() => _notTaken.Clear();

    /// <summary>A copy of the panel over black, for a file.</summary>
    public PixelImage Copy()
    {
        var image = new PixelImage(Size.Width, Size.Height, Pixels.ToArray());
        for (var i = 3; i < image.Rgba.Length; i += 4)
        {
            image.Rgba[i] = byte.MaxValue;
        }

        return image;
    }

    public void Dispose()
    {
        _canvas?.Dispose();
        _bitmap?.Dispose();
        _drawer.Dispose();
    }

    /// <summary>Brings the picture up to what the painter took down.</summary>
    /// <returns>Whether anything changed.</returns>
    internal bool Update(PanelPainter painter, PixelSize size)
    {
        if (size.IsEmpty)
        {
            return false;
        }

        if (_tiles.Begin(size))
        {
            Resize(size);
        }

        foreach (var layer in Layers)
        {
            _tiles.Add(painter.Commands(layer));
        }

        _tiles.Changed(_changed);
        _tiles.Covered(_covered);
        foreach (var rect in _changed)
        {
            Draw(painter, rect);
        }

        return _changed.Count > 0;
    }

    private void Draw(PanelPainter painter, PixelRect rect)
    {
        var canvas = _canvas!;
        canvas.Save();
        canvas.ClipRect(CommandDrawer.ToSkia(rect), antialias: false);
        canvas.Clear(SKColors.Transparent);
        foreach (var layer in Layers)
        {
            foreach (ref readonly var command in painter.Commands(layer))
            {
                if (command.Rect.Intersect(command.Clip).Intersects(rect))
                {
                    _drawer.Draw(canvas, painter, command);
                }
            }
        }

        canvas.Restore();
        PixelsDrawn += (long)rect.Width * rect.Height;
        _notTaken.Add(rect);
    }

    private void Resize(PixelSize size)
    {
        _canvas?.Dispose();
        _bitmap?.Dispose();
        Size = size;
        _bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        _bitmap.Erase(SKColors.Transparent);
        _canvas = new SKCanvas(_bitmap);
        _notTaken.Clear();
        _notTaken.Add(new PixelRect(size));
    }
}
