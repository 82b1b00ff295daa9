using System.Buffers.Binary;

namespace Pix2Pix.Realtime.Images.Formats;

/// <summary>The bits of a lossless WebP, the lowest of each byte first; reading past the last is how it turns out to be cut.</summary>
/// <param name="bytes">The picture's chunk.</param>
internal ref struct LosslessBits(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private long _place;

    /// <summary>The next bits, at least 56 of them; zeros behind the end. They stay.</summary>
    public readonly ulong Peek()
    {
        var at = (int)(_place >> 3);
        if (at + sizeof(ulong) <= _bytes.Length)
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(_bytes[at..]) >> (int)(_place & 7);
        }

        var value = 0UL;
        for (var i = 0; at + i < _bytes.Length; i++)
        {
            value |= (ulong)_bytes[at + i] << (8 * i);
        }

        return value >> (int)(_place & 7);
    }

    /// <exception cref="UserException">There are fewer.</exception>
    public void Skip(int count)
    {
        _place += count;
        if (_place > _bytes.Length * 8L)
        {
            throw new FileBytes(_bytes, "WebP").Cut();
        }
    }

    /// <summary>A number of up to 32 bits.</summary>
    /// <exception cref="UserException">There are fewer.</exception>
    public int Read(int count)
    {
        var value = (int)(Peek() & ((1UL << count) - 1));
        Skip(count);
        return value;
    }
}
