using System.Buffers.Binary;

namespace Pix2Pix.Realtime.Images.Formats;

/// <summary>WebP (RFC 9649): chunks of name (4 bytes), length (4, little-endian) and data, padded to an even length.</summary>
internal static class WebpFile
{
    private const int Header = 12;
    private const int ChunkHeader = 8;

    /// <summary>Before the chunks of an animation's picture: where it lies, its size, how long it stays and how it is mixed.</summary>
    private const int FrameHeader = 16;

    private const byte HasAlpha = 0x10;

    public static CodedPicture Read(byte[] file)
    {
        var bytes = new FileBytes(file, "WebP");

        // A missing last byte of padding is common.
        var length = bytes.UInt32(4);
        var isUnpadded = length % 2 == 0 && bytes.Length == ChunkHeader + (long)length - 1;
        bytes.Slice(0, isUnpadded ? bytes.Length : ChunkHeader + (long)length);
        var chunks = new FileBytes(bytes.Slice(Header, Math.Max(0, Math.Min(bytes.Length, ChunkHeader + (long)length) - Header)), "WebP");
        var orientation = Find(chunks, "EXIF"u8, out var exif) ? TiffDirectory.OrientationOf(exif) : TiffDirectory.Upright;
        if (!Find(chunks, "ANMF"u8, out var frame))
        {
            return Still(chunks) with { Orientation = orientation };
        }

        var animation = new FileBytes(frame, "WebP");
        var picture = Still(new FileBytes(animation.Slice(FrameHeader, frame.Length - FrameHeader), "WebP"));
        var screen = Find(chunks, "VP8X"u8, out var canvas) ? new FileBytes(canvas, "WebP") : throw bytes.Cut();
        var (width, height) = (UInt24(screen, 4) + 1, UInt24(screen, 7) + 1);
        CodedPicture.RequireSize(width, height);
        CodedPicture.RequireHeld((long)width * height, (long)picture.Width * picture.Height);
        return picture with { Orientation = orientation, Screen = (UInt24(animation, 0) * 2, UInt24(animation, 3) * 2, width, height) };
    }

    /// <summary>A file of one picture, out of the chunks that belong to it.</summary>
    private static CodedPicture Still(FileBytes chunks)
    {
        if (Find(chunks, "VP8L"u8, out var lossless))
        {
            var sizes = new FileBytes(lossless, "WebP").UInt32(1);
            var (width, height) = ((int)(sizes & 0x3FFF) + 1, (int)((sizes >> 14) & 0x3FFF) + 1);
            CodedPicture.RequireSize(width, height);
            LosslessWalk.Require(lossless, width, height);
            return new CodedPicture(width, height, File([Chunk("VP8L"u8, lossless)]));
        }

        if (!Find(chunks, "VP8 "u8, out var lossy))
        {
            throw new UserException("Expected a WebP with a picture, found none in it; copy or download the file again.");
        }

        var data = new FileBytes(lossy, "WebP");
        var size = (Width: data.UInt16(6) & 0x3FFF, Height: data.UInt16(8) & 0x3FFF);
        CodedPicture.RequireSize(size.Width, size.Height);

        // The first part holds how every block is predicted.
        data.Slice(10, UInt24(data, 0) >> 5);
        return new CodedPicture(size.Width, size.Height, Find(chunks, "ALPH"u8, out var alpha)
            ? File([Extended(size.Width, size.Height), Chunk("ALPH"u8, alpha), Chunk("VP8 "u8, lossy)])
            : File([Chunk("VP8 "u8, lossy)]));
    }

    private static bool Find(FileBytes chunks, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> data)
    {
        for (long position = 0; position + ChunkHeader <= chunks.Length;)
        {
            var length = chunks.UInt32(position + 4);
            data = chunks.Slice(position + ChunkHeader, length);
            if (chunks.Slice(position, 4).SequenceEqual(name))
            {
                return true;
            }

            position += ChunkHeader + length + (length % 2);
        }

        data = [];
        return false;
    }

    private static byte[] Extended(int width, int height)
    {
        var data = new byte[10];
        data[0] = HasAlpha;
        BinaryPrimitives.WriteInt32LittleEndian(data.AsSpan(4), width - 1);
        BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(7), (short)(height - 1));
        return Chunk("VP8X"u8, data);
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[ChunkHeader + data.Length + (data.Length % 2)];
        name.CopyTo(chunk);
        BinaryPrimitives.WriteInt32LittleEndian(chunk.AsSpan(4), data.Length);
        data.CopyTo(chunk.AsSpan(ChunkHeader));
        return chunk;
    }

    private static byte[] File(byte[][] chunks)
    {
        var file = new byte[Header + chunks.Sum(chunk => chunk.Length)];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - ChunkHeader);
        "WEBP"u8.CopyTo(file.AsSpan(8));
        var position = Header;
        foreach (var chunk in chunks)
        {
            chunk.CopyTo(file, position);
            position += chunk.Length;
        }

        return file;
    }

    private static int UInt24(FileBytes bytes, long offset) => bytes.UInt16(offset) | (bytes.Byte(offset + 2) << 16);
}
