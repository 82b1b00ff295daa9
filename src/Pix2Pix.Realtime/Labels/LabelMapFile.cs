using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Labels;

/// <summary>Label maps as picture files: read from any picture of labels, written as PNG in the palette's exact colours. Any thread.</summary>
public static class LabelMapFile
{
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
            var source = map.Row((int)(((y + 0.5) * map.Height) / height));
            var row = resized.Row(y);
            for (var x = 0; x < width; x++)
            {
                row[x] = source[(int)(((x + 0.5) * map.Width) / width)];
            }
        }

        return resized;
    }
}
