using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Frames;

/// <summary>Between pixels and the generator's planar numbers: the one pass over pixels that the processor makes per frame. Any thread; no allocation.</summary>
public static class PixelConvert
{
    /// <summary>A picture's colours as numbers.</summary>
    /// <param name="picture">The size of <paramref name="shape"/>.</param>
    /// <param name="values">Becomes planar <c>[C,H,W]</c>, -1..1, row 0 = top; 1 channel takes the brightness (ITU-R BT.601).</param>
    /// <param name="shape">1, 3 or 4 channels.</param>
    public static void Encode(PixelImage picture, Span<float> values, FrameShape shape)
    {
        ArgumentNullException.ThrowIfNull(picture);
        RequireSize(picture.Width, picture.Height, values.Length, shape);
        PixelPlanes.Encode(picture.Rgba, values, shape, first: 0);
    }

    /// <summary>A label map's colours as numbers.</summary>
    /// <param name="map">The size of <paramref name="shape"/>.</param>
    /// <param name="colors">The numbers of each class; made once per palette.</param>
    /// <param name="values">Becomes planar <c>[3,H,W]</c>, -1..1, row 0 = top.</param>
    /// <param name="shape">3 channels.</param>
    public static void Encode(LabelMap map, LabelColors colors, Span<float> values, FrameShape shape)
    {
        ArgumentNullException.ThrowIfNull(map);
        Encode(map, colors, values, shape, new PixelRect(0, 0, map.Width, map.Height));
    }

    /// <summary>The same of a part of the map; the values of the rest stay as they are.</summary>
    /// <param name="map">See above.</param>
    /// <param name="colors">See above.</param>
    /// <param name="values">See above.</param>
    /// <param name="shape">See above.</param>
    /// <param name="area">The part, within the map.</param>
    public static void Encode(LabelMap map, LabelColors colors, Span<float> values, FrameShape shape, PixelRect area)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(colors);
        RequireSize(map.Width, map.Height, values.Length, shape);
        for (var channel = 0; channel < shape.Channels; channel++)
        {
            var table = colors.Channel(channel);
            for (var y = area.Y; y < area.Bottom; y++)
            {
                var ids = map.Row(y).Slice(area.X, area.Width);
                var row = values.Slice((((channel * map.Height) + y) * map.Width) + area.X, ids.Length);
                for (var i = 0; i < row.Length; i++)
                {
                    row[i] = table[ids[i]];
                }
            }
        }
    }

    /// <summary>Numbers as a picture, opaque unless they have an alpha channel; what lies outside -1..1 is clamped, and NaN becomes 0.</summary>
    /// <param name="values">Planar <c>[C,H,W]</c>; 1 channel = grey, 4 = the last is alpha.</param>
    /// <param name="shape">1, 3 or 4 channels.</param>
    /// <param name="picture">Overwritten; the size of <paramref name="shape"/>.</param>
    public static void Decode(ReadOnlySpan<float> values, FrameShape shape, PixelImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        RequireSize(picture.Width, picture.Height, values.Length, shape);
        PixelPlanes.Decode(values, shape, first: 0, picture.Rgba);
    }

    private static void RequireSize(int width, int height, int count, FrameShape shape)
    {
        if (width != shape.Width || height != shape.Height || count != shape.Count)
        {
            throw new ArgumentException($"Expected an image and values of shape {shape}, found {width}x{height} pixels and {count} values.", nameof(shape));
        }
    }
}
