using System.Buffers.Binary;

namespace Pix2Pix.Realtime.Images;

/// <summary>
/// Finds out whether a JPEG or PNG file was cut: the decoder fills the rest of a cut picture with grey and says nothing. Bytes after the
/// picture's end are legal (cameras append more pictures), and so are thumbnails with ends of their own inside.
/// </summary>
/// <remarks>JPEG: ITU-T T.81, annex B. PNG: ISO/IEC 15948, chunk layout.</remarks>
internal static class Truncation
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The fault, without a full stop; null if the image is complete or of another format.</summary>
    public static string? Find(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(PngSignature))
        {
            return IsWholePng(file[PngSignature.Length..]) ? null : "expected a complete PNG, but it is truncated before its end chunk";
        }

        if (file is [0xFF, StartOfImage, ..])
        {
            return IsWholeJpeg(file[2..]) ? null : "expected a complete JPEG, but it is truncated before its end marker";
        }

        return null;
    }

    /// <summary>Chunks are: length (4 bytes, big-endian), name (4), data, checksum (4).</summary>
    private static bool IsWholePng(ReadOnlySpan<byte> rest)
    {
        const int Frame = 12;
        while (rest.Length >= Frame)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - Frame)
            {
                return false;
            }

            if (rest.Slice(4, 4).SequenceEqual("IEND"u8))
            {
                return true;
            }

            rest = rest[(Frame + (int)length)..];
        }

        return false;
    }

    /// <summary>Segments are: 0xFF, marker, length (2 bytes, big-endian, counting itself), data; coded data follows a start of scan.</summary>
    private static bool IsWholeJpeg(ReadOnlySpan<byte> rest)
    {
        while (rest.Length >= 2)
        {
            if (rest[0] != 0xFF)
            {
                // Padding between segments: continue to the next marker, as decoders do.
                var next = rest.IndexOf((byte)0xFF);
                if (next < 0)
                {
                    return false;
                }

                rest = rest[next..];
                continue;
            }

            var marker = rest[1];
            rest = rest[(marker == 0xFF ? 1 : 2)..];
            if (marker == EndOfImage)
            {
                return true;
            }

            if (marker is 0xFF or 0x00 or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                continue;
            }

            if (rest.Length < 2)
            {
                return false;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(rest);
            if (length > rest.Length)
            {
                return false;
            }

            rest = rest[length..];
            if (marker == StartOfScan)
            {
                rest = SkipCodedData(rest);
            }
        }

        return false;
    }

    /// <summary>In coded data 0xFF stands before 0x00 (a plain 0xFF) or a restart marker; anything else is the next segment.</summary>
    private static ReadOnlySpan<byte> SkipCodedData(ReadOnlySpan<byte> rest)
    {
        for (var i = 0; i + 1 < rest.Length; i++)
        {
            if (rest[i] == 0xFF && rest[i + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return rest[i..];
            }
        }

        return [];
    }
}
