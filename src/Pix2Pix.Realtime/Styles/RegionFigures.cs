using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Styles;

/// <summary>Sums over the pixels of each class of a picture, of which every quantity of a style is made. Immutable once made.</summary>
internal sealed class RegionFigures
{
    private readonly RegionSums[] _sums = new RegionSums[byte.MaxValue + 1];

    private RegionFigures() { }

    /// <param name="regions">Of the picture's size; null = all of one class.</param>
    public static RegionFigures Of(PixelImage picture, LabelMap? regions)
    {
        if (regions is not null && (regions.Width != picture.Width || regions.Height != picture.Height))
        {
            throw new ArgumentException($"Expected a map of {picture.Width}x{picture.Height}, found {regions.Width}x{regions.Height}.", nameof(regions));
        }

        var figures = new RegionFigures();
        var (width, height, lumas) = (picture.Width, picture.Height, Lumas(picture));
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var i = (y * width) + x;
                var id = regions?.Ids[i] ?? 0;
                var sums = figures._sums[id] ??= new RegionSums();
                sums.Add(picture.Rgba.AsSpan(4 * i, 3), lumas[i]);
                if (x > 0 && y > 0 && x < width - 1 && y < height - 1 && (regions is null || IsInside(regions.Ids, i, width, id)))
                {
                    sums.AddFine(lumas[i] - ((lumas[i - 1] + lumas[i + 1] + lumas[i - width] + lumas[i + width]) / 4));
                }
            }
        }

        return figures;
    }

    /// <summary>The sums of the whole picture.</summary>
    public RegionSums Whole() => RegionSums.Of(_sums.Where(sums => sums is not null));

    /// <summary>The sums of some classes together.</summary>
    public RegionSums Together(IEnumerable<byte> ids) => RegionSums.Of(ids.Distinct().Select(id => _sums[id]).Where(sums => sums is not null));

    private static bool IsInside(byte[] ids, int i, int width, byte id) => ids[i - 1] == id && ids[i + 1] == id && ids[i - width] == id && ids[i + width] == id;

    private static float[] Lumas(PixelImage picture)
    {
        var lumas = new float[picture.Width * picture.Height];
        for (var i = 0; i < lumas.Length; i++)
        {
            lumas[i] = ((0.299f * picture.Rgba[4 * i]) + (0.587f * picture.Rgba[(4 * i) + 1]) + (0.114f * picture.Rgba[(4 * i) + 2])) / byte.MaxValue;
        }

        return lumas;
    }
}
