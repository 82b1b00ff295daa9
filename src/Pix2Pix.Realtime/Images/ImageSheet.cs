namespace Pix2Pix.Realtime.Images;

/// <summary>Lays pictures out in a grid: sample sheets and contact sheets.</summary>
internal static class ImageSheet
{
    /// <summary>Pixels between pictures.</summary>
    private const int Gap = 4;

    private const byte Ground = 24;

    /// <summary>Lays pictures out row by row, each in a cell of the largest one's size.</summary>
    /// <param name="pictures">At least one.</param>
    /// <param name="columns">At least 1.</param>
    public static PixelImage Grid(IReadOnlyList<PixelImage> pictures, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pictures.Count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        var (width, height) = (pictures.Max(picture => picture.Width), pictures.Max(picture => picture.Height));
        columns = Math.Min(columns, pictures.Count);
        var rows = (pictures.Count + columns - 1) / columns;
        var sheet = new PixelImage((columns * (width + Gap)) - Gap, (rows * (height + Gap)) - Gap);
        for (var i = 0; i < sheet.Rgba.Length; i++)
        {
            sheet.Rgba[i] = i % 4 == 3 ? byte.MaxValue : Ground;
        }

        for (var i = 0; i < pictures.Count; i++)
        {
            Copy(pictures[i], sheet, i % columns * (width + Gap), i / columns * (height + Gap));
        }

        return sheet;
    }

    private static void Copy(PixelImage picture, PixelImage sheet, int left, int top)
    {
        for (var y = 0; y < picture.Height; y++)
        {
            picture.Row(y).CopyTo(sheet.Row(top + y)[(left * 4)..]);
        }
    }
}
