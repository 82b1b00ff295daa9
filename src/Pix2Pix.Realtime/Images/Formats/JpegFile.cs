namespace Pix2Pix.Realtime.Images.Formats;

/// <summary>
/// JPEG (ITU-T T.81, annex B): segments of 0xFF, marker, length (2 bytes, big-endian, counting itself), data; coded data follows a start of scan.
/// Bytes after the end are legal (cameras append more pictures), and so are thumbnails with ends of their own inside.
/// </summary>
internal static class JpegFile
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte Comment = 0xFE;
    private const byte FirstApplication = 0xE0;
    private const byte Exif = 0xE1;
    private const byte Adobe = 0xEE;
    private const byte LastApplication = 0xEF;

    /// <summary>"Adobe", a version, two sets of flags, the colour transform.</summary>
    private const int AdobeLength = 12;

    public static CodedPicture Read(byte[] file)
    {
        var bytes = new FileBytes(file, "JPEG");
        using var kept = new MemoryStream(file.Length);
        kept.Write([0xFF, StartOfImage]);
        var orientation = TiffDirectory.Upright;
        var (frame, coded) = (default(JpegFrame?), 0L);
        for (long position = 2; ;)
        {
            var marker = NextMarker(bytes, ref position);
            if (marker == EndOfImage)
            {
                kept.Write([0xFF, EndOfImage]);
                break;
            }

            var length = bytes.UInt16(position, isBigEndian: true);
            var segment = bytes.Slice(position, Math.Max((int)length, 2));
            position += segment.Length;
            switch (marker)
            {
                case Exif when segment[2..].StartsWith("Exif\0\0"u8) && orientation == TiffDirectory.Upright:
                    orientation = TiffDirectory.OrientationOf(segment[2..]);
                    break;
                case Adobe when segment[2..].StartsWith("Adobe"u8) && segment.Length >= 2 + AdobeLength:
                    kept.Write([0xFF, Adobe, 0, 2 + AdobeLength, .. segment.Slice(2, AdobeLength)]);
                    break;
                case Comment or (>= FirstApplication and <= LastApplication):
                    break;
                default:
                    kept.Write([0xFF, marker]);
                    kept.Write(segment);
                    break;
            }

            if (JpegFrame.Has(marker))
            {
                frame = JpegFrame.Read(new FileBytes(segment[2..], "JPEG"));
            }
            else if (marker == StartOfScan)
            {
                var data = CodedData(bytes, position);
                kept.Write(data);
                position += data.Length;
                coded += data.Length;
            }
        }

        if (frame is not { } found)
        {
            throw new UserException("Expected a JPEG with a picture, found none in it; copy or download the file again.");
        }

        return coded >= found.LeastBytes ? new CodedPicture(found.Width, found.Height, kept.ToArray()) { Orientation = orientation } : throw bytes.Cut();
    }

    /// <summary>Skips padding and markers without data, as decoders do.</summary>
    private static byte NextMarker(FileBytes bytes, ref long position)
    {
        while (true)
        {
            var (first, marker) = (bytes.Byte(position), bytes.Byte(position + 1));
            if (first == 0xFF && marker is not (0x00 or 0x01 or 0xFF or (>= 0xD0 and <= StartOfImage)))
            {
                position += 2;
                return marker;
            }

            position += first == 0xFF && marker != 0xFF ? 2 : 1;
        }
    }

    /// <summary>In coded data 0xFF stands before 0x00 (a plain 0xFF) or a restart marker; anything else is the next segment.</summary>
    private static ReadOnlySpan<byte> CodedData(FileBytes bytes, long start)
    {
        var rest = bytes.Slice(start, bytes.Length - start);
        for (var i = 0; i + 1 < rest.Length; i++)
        {
            var next = rest[i..].IndexOf((byte)0xFF);
            i = next < 0 ? rest.Length : i + next;
            if (i + 1 < rest.Length && rest[i + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return rest[..i];
            }
        }

        throw bytes.Cut();
    }
}
