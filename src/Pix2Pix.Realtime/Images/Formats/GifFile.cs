namespace Pix2Pix.Realtime.Images.Formats;

/// <summary>GIF89a: a screen, its colours, then blocks; the first picture with the graphic control before it is all that is read.</summary>
internal static class GifFile
{
    private const int Header = 13;
    private const byte Extension = 0x21;
    private const byte GraphicControl = 0xF9;
    private const byte Picture = 0x2C;
    private const byte Trailer = 0x3B;

    public static CodedPicture Read(byte[] file)
    {
        var bytes = new FileBytes(file, "GIF");
        var (width, height) = (bytes.UInt16(6), bytes.UInt16(8));
        CodedPicture.RequireSize(width, height);
        var position = Header + Colors(bytes.Byte(10));
        using var kept = new MemoryStream();
        kept.Write(bytes.Slice(0, position));
        while (true)
        {
            switch (bytes.Byte(position))
            {
                case Extension:
                    var end = EndOfBlocks(bytes, position + 2);
                    if (bytes.Byte(position + 1) == GraphicControl)
                    {
                        kept.Write(bytes.Slice(position, end - position));
                    }

                    position = end;
                    break;
                case Picture:
                    kept.Write(ReadPicture(bytes, position, width, height));
                    kept.WriteByte(Trailer);
                    return new CodedPicture(width, height, kept.ToArray());
                case Trailer:
                    throw new UserException("Expected a GIF with a picture, found none in it; copy or download the file again.");
                default:
                    throw new UserException($"Expected a GIF, but it is damaged (a block of the unknown kind 0x{bytes.Byte(position):x2}); copy or download the file again.");
            }
        }
    }

    private static ReadOnlySpan<byte> ReadPicture(FileBytes bytes, int start, int screenWidth, int screenHeight)
    {
        var (width, height) = (bytes.UInt16(start + 5), bytes.UInt16(start + 7));
        CodedPicture.RequireSize(width, height);
        var data = start + 10 + Colors(bytes.Byte(start + 9));
        var end = EndOfBlocks(bytes, data + 1);
        using var codes = new MemoryStream(end - data);
        for (var block = data + 1; bytes.Byte(block) > 0; block += 1 + bytes.Byte(block))
        {
            codes.Write(bytes.Slice(block + 1, bytes.Byte(block)));
        }

        var pixels = (long)width * height;
        if (GifCodes.Count(codes.GetBuffer().AsSpan(0, (int)codes.Length), bytes.Byte(data), pixels) < pixels)
        {
            throw bytes.Cut();
        }

        CodedPicture.RequireHeld((long)screenWidth * screenHeight, pixels);
        return bytes.Slice(start, end - start);
    }

    /// <summary>The bytes of a table of colours, of which some bits of a descriptor tell.</summary>
    private static int Colors(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    /// <summary>Data comes in blocks of up to 255 bytes; an empty one ends it.</summary>
    private static int EndOfBlocks(FileBytes bytes, int position)
    {
        while (bytes.Byte(position) is > 0 and var length)
        {
            position += 1 + length;
        }

        return position + 1;
    }
}
