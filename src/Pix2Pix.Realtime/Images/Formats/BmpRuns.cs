namespace Pix2Pix.Realtime.Images.Formats;

/// <summary>Walks a BMP's runs of equal pixels (RLE4, RLE8, RLE24) to their end.</summary>
internal static class BmpRuns
{
    private const byte EndOfRow = 0;
    private const byte EndOfPicture = 1;
    private const byte Skip = 2;

    /// <param name="bytes">The file.</param>
    /// <param name="position">Where the runs start.</param>
    /// <param name="bits">Of a pixel: 4, 8 or 24.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <returns>How many pixels the runs set.</returns>
    /// <exception cref="UserException">The file ends before the runs do.</exception>
    public static long Count(FileBytes bytes, long position, int bits, int width, long height)
    {
        var (count, row, column) = (0L, 0L, 0L);
        while (row < height - 1 || (row == height - 1 && column < width))
        {
            var (length, value) = (bytes.Byte(position), bytes.Byte(position + 1));
            position += 2;
            if (length > 0)
            {
                // A run of colours of three bytes has two more of them.
                position += bits == 24 ? 2 : 0;
                (count, column) = (count + length, column + length);
                continue;
            }

            switch (value)
            {
                case EndOfRow:
                    (row, column) = (row + 1, 0);
                    break;
                case EndOfPicture:
                    return count;
                case Skip:
                    (column, row) = (column + bytes.Byte(position), row + bytes.Byte(position + 1));
                    position += 2;
                    break;
                default:
                    var plain = (((value * bits) + 7) / 8 + 1) / 2 * 2;
                    bytes.Slice(position, plain);
                    (position, count, column) = (position + plain, count + value, column + value);
                    break;
            }
        }

        return count;
    }
}
