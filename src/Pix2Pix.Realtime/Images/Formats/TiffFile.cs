namespace Pix2Pix.Realtime.Images.Formats;

/// <summary>TIFF 6.0: strips or tiles of rows, each where its directory says; the first directory's picture is all that is read.</summary>
internal static class TiffFile
{
    private const ushort Width = 256;
    private const ushort Height = 257;
    private const ushort BitsPerSample = 258;
    private const ushort Compression = 259;
    private const ushort StripOffsets = 273;
    private const ushort SamplesPerPixel = 277;
    private const ushort StripLengths = 279;
    private const ushort TileOffsets = 324;
    private const ushort TileLengths = 325;

    public static CodedPicture Read(byte[] file)
    {
        var bytes = new FileBytes(file, "TIFF");
        var directory = new TiffDirectory(bytes);
        var (width, height) = (directory.First(Width, 0), directory.First(Height, 0));
        CodedPicture.RequireSize(width, height);
        var (offsets, lengths) = directory.Values(StripOffsets) is { Length: > 0 } strips
            ? (strips, directory.Values(StripLengths))
            : (directory.Values(TileOffsets), directory.Values(TileLengths));
        if (offsets.Length == 0 || offsets.Length != lengths.Length)
        {
            throw new UserException("Expected a TIFF with the positions of its pixels, found none; copy or download the file again.");
        }

        for (var i = 0; i < offsets.Length; i++)
        {
            bytes.Slice(offsets[i], lengths[i]);
        }

        var bits = directory.First(BitsPerSample, 1) * directory.First(SamplesPerPixel, 1);
        if (lengths.Sum() * MostExpansion(directory.First(Compression, 1)) < width * bits / 8 * height)
        {
            throw bytes.Cut();
        }

        return new CodedPicture((int)width, (int)height, WithoutNext(file, directory)) { Orientation = directory.Orientation };
    }

    /// <summary>How many bytes of pixels one byte can stand for.</summary>
    private static long MostExpansion(long compression) => compression switch
    {
        1 => 1,
        5 => 4096,
        8 or 32946 => 1032,
        32773 => 64,
        _ => short.MaxValue,
    };

    /// <summary>The decoder reads every picture of a file and gives the first.</summary>
    private static byte[] WithoutNext(byte[] file, TiffDirectory directory)
    {
        var (offset, length) = directory.Next;
        if (offset + length > file.Length || file.AsSpan((int)offset, length).IndexOfAnyExcept((byte)0) < 0)
        {
            return file;
        }

        var first = file.AsSpan().ToArray();
        first.AsSpan((int)offset, length).Clear();
        return first;
    }
}
