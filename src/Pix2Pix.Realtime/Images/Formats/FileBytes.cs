using System.Buffers.Binary;

namespace Pix2Pix.Realtime.Images.Formats;

/// <summary>A picture file's bytes; reading past their end is the one way in which a file turns out to be cut.</summary>
/// <param name="bytes">The file.</param>
/// <param name="format">What sentences call it, e.g. "PNG".</param>
internal readonly ref struct FileBytes(ReadOnlySpan<byte> bytes, string format)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Length => _bytes.Length;

    public byte Byte(long offset) => Slice(offset, 1)[0];

    public ushort UInt16(long offset, bool isBigEndian = false) =>
        isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(Slice(offset, 2)) : BinaryPrimitives.ReadUInt16LittleEndian(Slice(offset, 2));

    public uint UInt32(long offset, bool isBigEndian = false) =>
        isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(Slice(offset, 4)) : BinaryPrimitives.ReadUInt32LittleEndian(Slice(offset, 4));

    public ulong UInt64(long offset, bool isBigEndian = false) =>
        isBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(Slice(offset, 8)) : BinaryPrimitives.ReadUInt64LittleEndian(Slice(offset, 8));

    /// <summary>Some of the bytes.</summary>
    /// <exception cref="UserException">The file ends before.</exception>
    public ReadOnlySpan<byte> Slice(long offset, long length)
    {
        // Both come from the file: their sum may overflow.
        if (offset < 0 || length < 0 || offset > _bytes.Length || length > _bytes.Length - offset)
        {
            throw Cut();
        }

        return _bytes.Slice((int)offset, (int)length);
    }

    /// <summary>What to throw when the file holds less than it says.</summary>
    public UserException Cut() => new($"expected a complete {format}, but it is truncated: its {_bytes.Length} bytes end before the picture does; copy or download the file again.");
}
