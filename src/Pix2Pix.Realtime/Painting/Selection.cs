using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Painting;

/// <summary>
/// Selected pixels of a canvas, and the pixels beneath them. Moving the selection restores what it covered, and what leaves the canvas stays part of it,
/// so moving it there and back changes nothing. Valid for the canvas as it was when the selection was made. Immutable; any thread.
/// </summary>
public sealed class Selection
{
    private readonly byte[] _beneath;

    private Selection(Cutout pixels, PixelPoint at, byte[] beneath) => (Pixels, At, _beneath) = (pixels, at, beneath);

    /// <summary>The pixels that are held, with their classes.</summary>
    public Cutout Pixels { get; }

    /// <summary>Where its top left pixel lies; may be outside the canvas.</summary>
    public PixelPoint At { get; }

    /// <summary>The rectangle that it lies in.</summary>
    public PixelRect Area => new(At.X, At.Y, Pixels.Size.Width, Pixels.Size.Height);

    /// <summary>Whether a pixel of the canvas belongs to it.</summary>
    public bool Contains(PixelPoint at) => Pixels.Holds(at.X - At.X, at.Y - At.Y);

    /// <summary>Takes hold of a rectangle.</summary>
    /// <returns>Null where the map has no pixel of it.</returns>
    public static Selection? OfRectangle(LabelMap map, PixelRect rectangle)
    {
        ArgumentNullException.ThrowIfNull(map);
        var area = rectangle.Intersect(new PixelRect(0, 0, map.Width, map.Height));
        return area.IsEmpty ? null : Take(map, area, static (_, _) => true);
    }

    /// <summary>Takes hold of every pixel of the class at a point.</summary>
    /// <returns>Null where the point is outside the map.</returns>
    public static Selection? OfClass(LabelMap map, PixelPoint at)
    {
        ArgumentNullException.ThrowIfNull(map);
        if (!new PixelRect(0, 0, map.Width, map.Height).Contains(at.X, at.Y))
        {
            return null;
        }

        var id = map[at.X, at.Y];
        var area = default(PixelRect);
        for (var y = 0; y < map.Height; y++)
        {
            var row = map.Row(y);
            if (row.IndexOf(id) is >= 0 and var first)
            {
                area = area.Union(PixelRect.FromEdges(first, y, row.LastIndexOf(id) + 1, y + 1));
            }
        }

        return Take(map, area, (x, y) => map[x, y] == id);
    }

    /// <summary>Takes hold of the connected pixels of one class around a point.</summary>
    /// <returns>Null where the point is outside the map.</returns>
    public static Selection? OfElement(LabelMap map, PixelPoint at)
    {
        ArgumentNullException.ThrowIfNull(map);
        if (!new PixelRect(0, 0, map.Width, map.Height).Contains(at.X, at.Y))
        {
            return null;
        }

        var spans = ConnectedArea.Around(map, at);
        var area = default(PixelRect);
        foreach (var (y, left, right) in spans)
        {
            area = area.Union(PixelRect.FromEdges(left, y, right + 1, y + 1));
        }

        var holds = new bool[area.Width * area.Height];
        foreach (var (y, left, right) in spans)
        {
            holds.AsSpan(((y - area.Y) * area.Width) + left - area.X, right - left + 1).Fill(true);
        }

        return Take(map, area, holds);
    }

    /// <summary>Puts a piece onto a canvas and takes hold of it.</summary>
    /// <param name="canvas">Changed.</param>
    /// <param name="pixels">The piece.</param>
    /// <param name="at">Where its top left pixel goes; may be outside the canvas.</param>
    public static Selection Place(LabelCanvas canvas, Cutout pixels, PixelPoint at)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        ArgumentNullException.ThrowIfNull(pixels);
        var beneath = pixels.Read(canvas.Map, at);
        pixels.Draw(canvas, at);
        return new Selection(pixels, at, beneath);
    }

    /// <summary>Shows again what lies beneath it.</summary>
    public void Lift(LabelCanvas canvas)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        Pixels.Draw(canvas, At, _beneath);
    }

    /// <summary>Puts it elsewhere.</summary>
    /// <param name="canvas">Changed.</param>
    /// <param name="across">Pixels to the right.</param>
    /// <param name="down">Pixels down.</param>
    public Selection Move(LabelCanvas canvas, int across, int down)
    {
        Lift(canvas);
        return Place(canvas, Pixels, At.Offset(across, down));
    }

    /// <summary>Exchanges its left and right.</summary>
    public Selection Mirror(LabelCanvas canvas)
    {
        Lift(canvas);
        return Place(canvas, Pixels.Mirrored(), At);
    }

    /// <summary>The same selection of which a copy stays where it is now.</summary>
    public Selection Copy() => new(Pixels, At, Pixels.Ids.ToArray());

    private static Selection Take(LabelMap map, PixelRect area, Func<int, int, bool> belongs)
    {
        var holds = new bool[area.Width * area.Height];
        for (var i = 0; i < holds.Length; i++)
        {
            holds[i] = belongs(area.X + (i % area.Width), area.Y + (i / area.Width));
        }

        return Take(map, area, holds);
    }

    private static Selection Take(LabelMap map, PixelRect area, bool[] holds)
    {
        var ids = new byte[holds.Length];
        for (var y = 0; y < area.Height; y++)
        {
            map.Row(area.Y + y).Slice(area.X, area.Width).CopyTo(ids.AsSpan(y * area.Width));
        }

        var pixels = new Cutout(area.Size, ids, holds);
        var beneath = new byte[ids.Length];
        beneath.AsSpan().Fill(Around(map, area, pixels));
        return new Selection(pixels, new PixelPoint(area.X, area.Y), beneath);
    }

    /// <summary>What closes behind it, as the wall behind a window: the class that it borders on most, or its own where it borders on nothing.</summary>
    private static byte Around(LabelMap map, PixelRect area, Cutout pixels)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        foreach (var (y, left, right) in pixels.Runs)
        {
            Count(counts, map, area, pixels, left - 1, y);
            Count(counts, map, area, pixels, right + 1, y);
            for (var x = left; x <= right; x++)
            {
                Count(counts, map, area, pixels, x, y - 1);
                Count(counts, map, area, pixels, x, y + 1);
            }
        }

        var (most, found) = (0, map[area.X + pixels.Runs[0].Left, area.Y + pixels.Runs[0].Y]);
        for (var id = 0; id < counts.Length; id++)
        {
            (most, found) = counts[id] > most ? (counts[id], (byte)id) : (most, found);
        }

        return found;
    }

    private static void Count(Span<int> counts, LabelMap map, PixelRect area, Cutout pixels, int x, int y)
    {
        var (mapX, mapY) = (area.X + x, area.Y + y);
        if (!pixels.Holds(x, y) && mapX >= 0 && mapY >= 0 && mapX < map.Width && mapY < map.Height)
        {
            counts[map[mapX, mapY]]++;
        }
    }
}
