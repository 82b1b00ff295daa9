using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Labels;

/// <summary>
/// Turns pictures of labels into label maps and back. Decoding is tolerant: label files are often JPEG, blurred and with halved chroma, so each
/// pixel takes the class of the nearest colour. Any thread.
/// </summary>
public sealed class LabelDecoder
{
    /// <summary>A pixel this far (per channel, squared and added) from every class's colours is called foreign.</summary>
    private const int Foreign = 3 * 40 * 40;

    private readonly Palette _palette;

    public LabelDecoder(Palette palette) => _palette = palette;

    /// <summary>Snaps every pixel to the nearest class; alpha is ignored.</summary>
    /// <param name="picture">A picture of labels.</param>
    /// <param name="foreignShare">The share of pixels that are near no class, 0..1: over a few percent it is no picture of this palette's labels.</param>
    public LabelMap Decode(PixelImage picture, out double foreignShare)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var map = new LabelMap(picture.Width, picture.Height, _palette.Background.Id);
        var known = new Dictionary<int, (byte Id, bool IsForeign)>();
        var foreign = 0;
        for (var i = 0; i < map.Ids.Length; i++)
        {
            var pixel = picture.Rgba.AsSpan(i * 4, 3);
            var key = (pixel[0] << 16) | (pixel[1] << 8) | pixel[2];
            if (!known.TryGetValue(key, out var found))
            {
                var id = _palette.Nearest(new Rgb(pixel[0], pixel[1], pixel[2]), out var distance);
                known[key] = found = (id, distance > Foreign);
            }

            map.Ids[i] = found.Id;
            foreign += found.IsForeign ? 1 : 0;
        }

        foreignShare = (double)foreign / map.Ids.Length;
        return map;
    }

    /// <summary>The map in the palette's exact colours, opaque.</summary>
    public PixelImage Encode(LabelMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var picture = new PixelImage(map.Width, map.Height);
        for (var i = 0; i < map.Ids.Length; i++)
        {
            var color = _palette.ColorOf(map.Ids[i]);
            (picture.Rgba[i * 4], picture.Rgba[(i * 4) + 1], picture.Rgba[(i * 4) + 2], picture.Rgba[(i * 4) + 3]) = (color.R, color.G, color.B, byte.MaxValue);
        }

        return picture;
    }
}
