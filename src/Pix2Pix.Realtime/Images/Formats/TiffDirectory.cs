namespace Pix2Pix.Realtime.Images.Formats;

/// <summary>A TIFF's first directory of tags, which is also what EXIF data is (TIFF 6.0, section 2; BigTIFF).</summary>
internal readonly ref struct TiffDirectory
{
    /// <summary>The orientation of a picture that needs no turning.</summary>
    public const int Upright = 1;

    private const ushort OrientationTag = 274;
    private const int MostValues = 1 << 20;

    private readonly FileBytes _bytes;
    private readonly bool _isBigEndian;
    private readonly bool _isLarge;
    private readonly long _start;
    private readonly long _count;

    /// <exception cref="UserException">The file ends before its directory does.</exception>
    public TiffDirectory(FileBytes bytes)
    {
        _bytes = bytes;
        _isBigEndian = bytes.Byte(0) == 'M';
        _isLarge = bytes.UInt16(2, _isBigEndian) == 43;
        var directory = _isLarge ? (long)bytes.UInt64(8, _isBigEndian) : bytes.UInt32(4, _isBigEndian);
        _count = _isLarge ? (long)bytes.UInt64(directory, _isBigEndian) : bytes.UInt16(directory, _isBigEndian);
        _start = directory + (_isLarge ? 8 : 2);
        if (_count > ushort.MaxValue)
        {
            throw bytes.Cut();
        }
    }

    /// <summary>Where the offset of the next directory stands, and how many bytes it has.</summary>
    public (long Offset, int Length) Next => (_start + (_count * EntryLength), _isLarge ? 8 : 4);

    private int EntryLength => _isLarge ? 20 : 12;

    /// <summary>EXIF data's orientation, with or without the prefix that JPEG files have; upright where it says none that can be read.</summary>
    public static int OrientationOf(ReadOnlySpan<byte> exif)
    {
        exif = exif.StartsWith("Exif\0\0"u8) ? exif[6..] : exif;
        if (exif is not ([(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..]))
        {
            return Upright;
        }

        try
        {
            return new TiffDirectory(new FileBytes(exif, "EXIF")).Orientation;
        }
        catch (UserException)
        {
            // Damaged notes about a picture don't make the picture damaged.
            return Upright;
        }
    }

    /// <summary>1 to 8.</summary>
    public int Orientation => Values(OrientationTag) is [>= 1 and <= 8 and var orientation, ..] ? (int)orientation : Upright;

    /// <summary>A tag's first value, or what stands for it where the tag is missing.</summary>
    public long First(ushort tag, long otherwise) => Values(tag) is [var first, ..] ? first : otherwise;

    /// <summary>A tag's values, if they are whole numbers; none where the tag is missing.</summary>
    /// <exception cref="UserException">They lie outside of the file.</exception>
    public long[] Values(ushort tag)
    {
        for (var i = 0; i < _count; i++)
        {
            var entry = _start + (i * EntryLength);
            if (_bytes.UInt16(entry, _isBigEndian) != tag)
            {
                continue;
            }

            var size = _bytes.UInt16(entry + 2, _isBigEndian) switch { 1 => 1, 3 => 2, 4 => 4, 16 => 8, _ => 0 };
            var count = _isLarge ? (long)_bytes.UInt64(entry + 4, _isBigEndian) : _bytes.UInt32(entry + 4, _isBigEndian);
            var (field, room) = _isLarge ? (entry + 12, 8) : (entry + 8, 4);
            if (count is < 0 or > MostValues)
            {
                throw _bytes.Cut();
            }

            return Numbers(count * size <= room ? field : Number(field, room), count, size);
        }

        return [];
    }

    private long[] Numbers(long offset, long count, int size)
    {
        _bytes.Slice(offset, count * size);
        var numbers = new long[size == 0 ? 0 : count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Number(offset + (i * size), size);
        }

        return numbers;
    }

    private long Number(long offset, int size) => size switch
    {
        1 => _bytes.Byte(offset),
        2 => _bytes.UInt16(offset, _isBigEndian),
        4 => _bytes.UInt32(offset, _isBigEndian),
        _ => (long)_bytes.UInt64(offset, _isBigEndian),
    };
}
