using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Painting;

/// <summary>
/// The label map that a user paints on. Every change goes through it, so that it knows its <see cref="Version"/> and tells each
/// <see cref="DirtyTracker"/> where it changed; writing what is already there is no change.
/// Thread contract: one thread, as a rule the one that handles input.
/// </summary>
public sealed class LabelCanvas
{
    /// <summary>The shorter side of the canvas whose pixels are units.</summary>
    private const double UnitSide = 256;

    private readonly List<DirtyTracker> _trackers = [];

    /// <param name="width">Pixels, at least 1.</param>
    /// <param name="height">Pixels, at least 1.</param>
    /// <param name="background">The class that the canvas starts with and that the eraser paints.</param>
    public LabelCanvas(int width, int height, byte background)
    {
        Map = new LabelMap(width, height, background);
        Background = background;
        Unit = UnitOf(Size);
    }

    /// <summary>The painted classes. Read it; write only through this class's methods.</summary>
    public LabelMap Map { get; }

    /// <summary>The class that an empty canvas has everywhere.</summary>
    public byte Background { get; }

    /// <summary>Columns, in pixels.</summary>
    public int Width => Map.Width;

    /// <summary>Rows, in pixels.</summary>
    public int Height => Map.Height;

    /// <summary>Width and height, in pixels.</summary>
    public PixelSize Size => new(Width, Height);

    /// <summary>All of its pixels.</summary>
    public PixelRect Bounds => new(0, 0, Width, Height);

    /// <summary>Pixels that are as long on this canvas as one pixel on a canvas of 256, at least 1: in these the sizes of tools count, so that they look alike on canvases of all sizes.</summary>
    public double Unit { get; }

    /// <summary>The <see cref="Unit"/> of a canvas of this size.</summary>
    public static double UnitOf(PixelSize size) => Math.Max(1, Math.Min(size.Width, size.Height) / UnitSide);

    /// <summary>Grows with every change, and only then.</summary>
    public long Version { get; private set; }

    /// <summary>What a hand has taken hold of; null = nothing.</summary>
    public Selection? Selection { get; internal set; }

    /// <summary>Starts to gather changes for a new owner; the whole canvas counts as changed at first.</summary>
    public DirtyTracker Track()
    {
        var tracker = new DirtyTracker(Bounds);
        _trackers.Add(tracker);
        return tracker;
    }

    /// <summary>Whether the point lies on the canvas.</summary>
    public bool Contains(PixelPoint at) => Bounds.Contains(at.X, at.Y);

    /// <summary>Paints the pixels from <paramref name="left"/> to <paramref name="right"/>, both included, of row <paramref name="y"/>; what lies outside is left out.</summary>
    public void FillSpan(int y, int left, int right, byte classId)
    {
        left = Math.Max(left, 0);
        right = Math.Min(right, Width - 1);
        if (y < 0 || y >= Height || left > right)
        {
            return;
        }

        var span = Map.Row(y)[left..(right + 1)];
        var first = span.IndexOfAnyExcept(classId);
        if (first < 0)
        {
            return;
        }

        var last = span.LastIndexOfAnyExcept(classId);
        span[first..(last + 1)].Fill(classId);
        Changed(new PixelRect(left + first, y, last - first + 1, 1));
    }

    /// <summary>Paints every pixel with <paramref name="classId"/>.</summary>
    public void Fill(byte classId)
    {
        for (var y = 0; y < Height; y++)
        {
            FillSpan(y, 0, Width - 1, classId);
        }
    }

    /// <summary>Takes over the pixels of <paramref name="area"/> from a map of the canvas's size.</summary>
    public void CopyFrom(LabelMap source, PixelRect area)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Width != Width || source.Height != Height)
        {
            throw new ArgumentException($"Expected a {Width}x{Height} map, found {source.Width}x{source.Height}", nameof(source));
        }

        for (var y = area.Y; y < area.Bottom; y++)
        {
            CopyRow(source.Row(y).Slice(area.X, area.Width), area.X, y);
        }
    }

    /// <summary>Takes over a part of row <paramref name="y"/> from column <paramref name="left"/> on; what lies outside is left out.</summary>
    internal void CopySpan(int y, int left, ReadOnlySpan<byte> ids)
    {
        var (from, to) = (Math.Max(left, 0), Math.Min(left + ids.Length, Width));
        if (y >= 0 && y < Height && from < to)
        {
            CopyRow(ids[(from - left)..(to - left)], from, y);
        }
    }

    /// <summary>Exchanges the pixels of <paramref name="area"/> with <paramref name="pixels"/>, row by row: what undo and redo do.</summary>
    internal void Swap(PixelRect area, Span<byte> pixels)
    {
        if (area.IsEmpty)
        {
            return;
        }

        for (var row = 0; row < area.Height; row++)
        {
            var here = Map.Row(area.Y + row).Slice(area.X, area.Width);
            var there = pixels.Slice(row * area.Width, area.Width);
            for (var i = 0; i < here.Length; i++)
            {
                (here[i], there[i]) = (there[i], here[i]);
            }
        }

        Changed(area);
    }

    private void CopyRow(ReadOnlySpan<byte> source, int x, int y)
    {
        var target = Map.Row(y).Slice(x, source.Length);
        var first = target.CommonPrefixLength(source);
        if (first < source.Length)
        {
            source[first..].CopyTo(target[first..]);
            Changed(new PixelRect(x + first, y, source.Length - first, 1));
        }
    }

    private void Changed(PixelRect area)
    {
        Version++;
        foreach (var tracker in _trackers)
        {
            tracker.Add(area);
        }
    }
}
