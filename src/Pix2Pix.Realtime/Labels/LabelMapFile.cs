using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Labels;

/// <summary>Label maps as picture files: read from any picture of labels, written as PNG in the palette's exact colours. Any thread.</summary>
public static class LabelMapFile
{
    /// <summary>A label map that was saved as a JPEG has so many pixels between two classes at most.</summary>
    private const double MostForeign = 0.2;

    /// <summary>Reads a label map, resized to a canvas without inventing colours (nearest).</summary>
    /// <param name="path">A picture of labels, in the palette's colours or in those that other tools use for them.</param>
    /// <param name="palette">The classes.</param>
    /// <param name="size">The canvas.</param>
    /// <param name="foreignShare">The share of pixels near no class, 0..1.</param>
    /// <exception cref="UserException">The file is missing or no whole picture.</exception>
    public static LabelMap Load(string path, Palette palette, PixelSize size, out double foreignShare)
    {
        var picture = ImageFile.Load(path);
        var map = new LabelDecoder(palette).Decode(picture, out foreignShare);
        return Resize(map, size.Width, size.Height);
    }

    /// <summary>Whether a picture is a pair as pix2pix's datasets have them: twice as wide as high, and one half in the palette's colours, the other not.</summary>
    /// <exception cref="UserException">The file is missing or no whole picture.</exception>
    public static bool IsPair(string path, Palette palette)
    {
        var picture = ImageFile.Load(path);
        if (picture.Width != 2 * picture.Height)
        {
            return false;
        }

        var (left, right) = Foreign(picture, palette);
        return Math.Min(left, right) < MostForeign && Math.Max(left, right) > 2 * MostForeign;
    }

    /// <summary>Reads the half of a pair that has the palette's colours.</summary>
    /// <inheritdoc cref="Load"/>
    public static LabelMap LoadHalf(string path, Palette palette, PixelSize size, out double foreignShare)
    {
        var picture = ImageFile.Load(path);
        var half = picture.Width / 2;
        var map = new LabelDecoder(palette).Decode(picture.Columns(LabelsAreLeft(picture, palette) ? 0 : half, half), out foreignShare);
        return Resize(map, size.Width, size.Height);
    }

    /// <summary>Which half of a pair has the palette's colours.</summary>
    public static bool LabelsAreLeft(PixelImage pair, Palette palette)
    {
        ArgumentNullException.ThrowIfNull(pair);
        var (left, right) = Foreign(pair, palette);
        return left < right;
    }

    private static (double Left, double Right) Foreign(PixelImage picture, Palette palette)
    {
        var (decoder, half) = (new LabelDecoder(palette), picture.Width / 2);
        decoder.Decode(picture.Columns(0, half), out var left);
        decoder.Decode(picture.Columns(half, half), out var right);
        return (left, right);
    }

    /// <summary>Writes a PNG, whole or not at all.</summary>
    public static void Save(string path, LabelMap map, Palette palette) => ImageFile.Save(path, new LabelDecoder(palette).Encode(map));

    /// <summary>Takes the nearest pixel each: a label map has no colours between.</summary>
    public static LabelMap Resize(LabelMap map, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(map);
        if (map.Width == width && map.Height == height)
        {
            return map;
        }

        var resized = new LabelMap(width, height, 0);
        for (var y = 0; y < height; y++)
        {
            var source = map.Row(NearestPixel.Of(y, height, map.Height));
            var row = resized.Row(y);
            for (var x = 0; x < width; x++)
            {
                row[x] = source[NearestPixel.Of(x, width, map.Width)];
            }
        }

        return resized;
    }
}
