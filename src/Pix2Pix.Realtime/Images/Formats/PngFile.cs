using System.IO.Compression;

namespace Pix2Pix.Realtime.Images.Formats;

/// <summary>PNG (ISO/IEC 15948): chunks of length (4 bytes, big-endian), name (4), data, checksum (4).</summary>
internal static class PngFile
{
    private const int Signature = 8;
    private const int Frame = 12;

    public static CodedPicture Read(byte[] file)
    {
        var bytes = new FileBytes(file, "PNG");
        using var kept = new MemoryStream(file.Length);
        using var packed = new MemoryStream();
        kept.Write(bytes.Slice(0, Signature));
        var (width, height, expected) = (0, 0, 0L);
        var orientation = TiffDirectory.Upright;
        for (long position = Signature; ;)
        {
            var length = bytes.UInt32(position, isBigEndian: true);
            var chunk = bytes.Slice(position, Frame + (long)length);
            var name = chunk.Slice(4, 4);
            var data = chunk.Slice(8, (int)length);
            position += chunk.Length;
            if (name.SequenceEqual("IHDR"u8))
            {
                (width, height, expected) = Header(new FileBytes(data, "PNG"));
            }
            else if (name.SequenceEqual("IDAT"u8))
            {
                packed.Write(data);
            }
            else if (name.SequenceEqual("eXIf"u8))
            {
                orientation = TiffDirectory.OrientationOf(data);
                continue;
            }

            // A small first letter marks what a decoder may leave out; transparency alone changes the picture.
            if (char.IsAsciiLetterUpper((char)name[0]) || name.SequenceEqual("tRNS"u8))
            {
                kept.Write(chunk);
            }

            if (name.SequenceEqual("IEND"u8))
            {
                break;
            }
        }

        RequireData(packed, expected, bytes);
        return new CodedPicture(width, height, kept.ToArray()) { Orientation = orientation };
    }

    /// <summary>The size, and how many bytes the unpacked picture has at least; an interlaced one has a few more.</summary>
    private static (int Width, int Height, long Expected) Header(FileBytes data)
    {
        var (width, height) = (data.UInt32(0, isBigEndian: true), data.UInt32(4, isBigEndian: true));
        CodedPicture.RequireSize(width, height);
        var channels = data.Byte(9) switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var bits = width * (long)channels * data.Byte(8);
        var isInterlaced = data.Byte(12) == 1;
        return ((int)width, (int)height, isInterlaced ? bits * height / 8 : ((bits + 7) / 8 + 1) * height);
    }

    /// <summary>Unpacks without keeping anything: the decoder leaves black what the data doesn't reach.</summary>
    private static void RequireData(MemoryStream packed, long expected, FileBytes bytes)
    {
        packed.Position = 0;
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        Span<byte> block = stackalloc byte[4096];
        for (long found = 0; found < expected;)
        {
            var read = unpacked.Read(block);
            found += read > 0 ? read : throw bytes.Cut();
        }
    }
}
