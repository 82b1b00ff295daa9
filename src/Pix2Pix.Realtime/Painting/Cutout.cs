using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Painting;

/// <summary>A piece of a label map: pixels with their classes, and holes between them. Immutable; any thread.</summary>
public sealed class Cutout
{
    private readonly byte[] _ids;
    private readonly bool[] _holds;
    private readonly List<(int Y, int Left, int Right)> _runs = [];

    /// <param name="size">Pixels, at least 1x1.</param>
    /// <param name="ids">A class for each pixel, row by row from the top; owned from here on.</param>
    /// <param name="holds">For each pixel whether it belongs to the piece; owned from here on.</param>
    public Cutout(PixelSize size, byte[] ids, bool[] holds)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(holds);
        if (size.IsEmpty || ids.Length != size.Width * size.Height || holds.Length != ids.Length)
        {
            throw new ArgumentException($"Expected {size} classes and as many flags, found {ids.Length} and {holds.Length}", nameof(ids));
        }

        (Size, _ids, _holds) = (size, ids, holds);
        for (var y = 0; y < size.Height; y++)
        {
            FindRuns(y);
        }
    }

    /// <summary>The rectangle that it fits in, in pixels.</summary>
    public PixelSize Size { get; }

    /// <summary>One class a pixel, row by row from the top; those of holes mean nothing.</summary>
    public ReadOnlySpan<byte> Ids => _ids;

    /// <summary>The pixels of each row that belong to it, without gaps, from <c>Left</c> to <c>Right</c>, both included.</summary>
    public IReadOnlyList<(int Y, int Left, int Right)> Runs => _runs;

    /// <summary>For each pixel whether it belongs to it, row by row from the top.</summary>
    public ReadOnlySpan<bool> Mask => _holds;

    /// <summary>Whether a pixel belongs to it; none outside of its size does.</summary>
    public bool Holds(int x, int y) => x >= 0 && y >= 0 && x < Size.Width && y < Size.Height && _holds[(y * Size.Width) + x];

    /// <summary>Left and right exchanged.</summary>
    public Cutout Mirrored()
    {
        var (ids, holds) = ((byte[])_ids.Clone(), (bool[])_holds.Clone());
        for (var y = 0; y < Size.Height; y++)
        {
            ids.AsSpan(y * Size.Width, Size.Width).Reverse();
            holds.AsSpan(y * Size.Width, Size.Width).Reverse();
        }

        return new Cutout(Size, ids, holds);
    }

    /// <summary>Enlarged or reduced with hard edges: each pixel is the one of the original that its centre falls on.</summary>
    public Cutout Resized(PixelSize size)
    {
        if (size == Size)
        {
            return this;
        }

        var (ids, holds) = (new byte[size.Width * size.Height], new bool[size.Width * size.Height]);
        for (var i = 0; i < ids.Length; i++)
        {
            var from = (NearestPixel.Of(i / size.Width, size.Height, Size.Height) * Size.Width) + NearestPixel.Of(i % size.Width, size.Width, Size.Width);
            (ids[i], holds[i]) = (_ids[from], _holds[from]);
        }

        return new Cutout(size, ids, holds);
    }

    /// <summary>Puts it onto a canvas; what lies outside is left out.</summary>
    /// <param name="canvas">Changed.</param>
    /// <param name="at">Where its top left pixel goes.</param>
    internal void Draw(LabelCanvas canvas, PixelPoint at) => Draw(canvas, at, _ids);

    /// <summary>The same with other classes in its pixels.</summary>
    internal void Draw(LabelCanvas canvas, PixelPoint at, byte[] ids)
    {
        foreach (var (y, left, right) in _runs)
        {
            canvas.CopySpan(at.Y + y, at.X + left, ids.AsSpan((y * Size.Width) + left, right - left + 1));
        }
    }

    /// <summary>The classes that a map has where it would lie; pixels outside the map mean nothing.</summary>
    internal byte[] Read(LabelMap map, PixelPoint at)
    {
        var ids = new byte[_ids.Length];
        var area = new PixelRect(at.X, at.Y, Size.Width, Size.Height).Intersect(new PixelRect(0, 0, map.Width, map.Height));
        for (var y = area.Y; y < area.Bottom && !area.IsEmpty; y++)
        {
            map.Row(y).Slice(area.X, area.Width).CopyTo(ids.AsSpan(((y - at.Y) * Size.Width) + area.X - at.X));
        }

        return ids;
    }

    private void FindRuns(int y)
    {
        var row = _holds.AsSpan(y * Size.Width, Size.Width);
        for (var x = 0; x < row.Length; x++)
        {
            if (row[x])
            {
                var left = x;
                while (x + 1 < row.Length && row[x + 1])
                {
                    x++;
                }

                _runs.Add((y, left, x));
            }
        }
    }
}
