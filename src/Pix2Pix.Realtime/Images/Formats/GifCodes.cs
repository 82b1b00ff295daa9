namespace Pix2Pix.Realtime.Images.Formats;

/// <summary>Counts the pixels that a GIF's LZW codes stand for, without writing them.</summary>
internal static class GifCodes
{
    private const int MostCodes = 4096;
    private const int MostBits = 12;

    /// <param name="data">The codes, least significant bit first.</param>
    /// <param name="colorBits">Bits of a colour's index.</param>
    /// <param name="enough">Where counting may stop.</param>
    public static long Count(ReadOnlySpan<byte> data, int colorBits, long enough)
    {
        if (colorBits is < 1 or >= MostBits)
        {
            return 0;
        }

        Span<int> lengths = stackalloc int[MostCodes];
        var (clear, end) = (1 << colorBits, (1 << colorBits) + 1);
        lengths[..clear].Fill(1);
        var (next, width, previous) = (end + 1, colorBits + 1, -1);
        var (count, bit) = (0L, 0L);
        while (count < enough && bit + width <= data.Length * 8L)
        {
            var code = Bits(data, bit, width);
            bit += width;
            if (code == end)
            {
                break;
            }

            if (code == clear)
            {
                (next, width, previous) = (end + 1, colorBits + 1, -1);
                continue;
            }

            if (code > next || (code == next && previous < 0))
            {
                break;
            }

            if (previous >= 0 && next < MostCodes)
            {
                lengths[next++] = lengths[previous] + 1;
                width += next == 1 << width && width < MostBits ? 1 : 0;
            }

            count += lengths[code];
            previous = code;
        }

        return count;
    }

    private static int Bits(ReadOnlySpan<byte> data, long bit, int width)
    {
        var value = 0;
        for (var i = 0; i < width; i++, bit++)
        {
            value |= ((data[(int)(bit >> 3)] >> (int)(bit & 7)) & 1) << i;
        }

        return value;
    }
}
