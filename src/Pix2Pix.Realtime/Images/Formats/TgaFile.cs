namespace Pix2Pix.Realtime.Images.Formats;

/// <summary>TGA (Truevision, version 2): a header of 18 bytes, a name, colours, then pixels or packets of them. It has no signature.</summary>
internal static class TgaFile
{
    private const int Header = 18;
    private const byte RunLength = 8;

    /// <summary>Whether a file starts as a TGA does.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> file) =>
        file.Length >= Header && file[1] <= 1 && file[2] is 1 or 2 or 3 or 9 or 10 or 11 && file[16] is 8 or 15 or 16 or 24 or 32;

    public static CodedPicture Read(byte[] file)
    {
        var bytes = new FileBytes(file, "TGA");
        var (width, height) = (bytes.UInt16(12), bytes.UInt16(14));
        CodedPicture.RequireSize(width, height);
        var pixel = (bytes.Byte(16) + 7) / 8;
        var colors = bytes.Byte(1) == 0 ? 0 : bytes.UInt16(5) * ((bytes.Byte(7) + 7) / 8);
        var (position, pixels) = ((long)Header + bytes.Byte(0) + colors, (long)width * height);
        if ((bytes.Byte(2) & RunLength) == 0)
        {
            bytes.Slice(position, pixels * pixel);
        }
        else
        {
            for (long found = 0; found < pixels;)
            {
                // The top bit tells a run of one pixel from as many different ones.
                var packet = bytes.Byte(position);
                var count = (packet & 0x7F) + 1;
                var length = packet > 0x7F ? pixel : count * pixel;
                bytes.Slice(position + 1, length);
                (position, found) = (position + 1 + length, found + count);
            }
        }

        return new CodedPicture(width, height, file);
    }
}
