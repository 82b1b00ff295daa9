namespace Pix2Pix.Realtime.Images.Formats;

/// <summary>A JPEG's frame header: its size and its components' sampling factors (ITU-T T.81, B.2.2).</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Blocks">Blocks of 8x8 values that all components together have.</param>
internal readonly record struct JpegFrame(int Width, int Height, long Blocks)
{
    /// <summary>The smallest code of a block is one bit long.</summary>
    public long LeastBytes => Blocks / 8;

    /// <summary>Whether a marker starts a frame: 0xC0 to 0xCF without tables (C4, C8, CC).</summary>
    public static bool Has(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <param name="data">The segment after its length.</param>
    public static JpegFrame Read(FileBytes data)
    {
        var (height, width, components) = (data.UInt16(1, isBigEndian: true), data.UInt16(3, isBigEndian: true), data.Byte(5));
        CodedPicture.RequireSize(width, height);
        var (across, down) = (1, 1);
        for (var i = 0; i < components; i++)
        {
            var sampling = data.Byte(7 + (i * 3));
            (across, down) = (Math.Max(across, sampling >> 4), Math.Max(down, sampling & 15));
        }

        long blocks = 0;
        for (var i = 0; i < components; i++)
        {
            var sampling = data.Byte(7 + (i * 3));
            blocks += Blocks8(width, sampling >> 4, across) * Blocks8(height, sampling & 15, down);
        }

        return new JpegFrame(width, height, blocks);
    }

    private static long Blocks8(int side, int factor, int most) => ((long)side * factor + (8 * most) - 1) / (8 * most);
}
