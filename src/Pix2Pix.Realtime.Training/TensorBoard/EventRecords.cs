using System.Buffers.Binary;
using System.Numerics;

namespace Pix2Pix.Realtime.Training.TensorBoard;

/// <summary>
/// TFRecord framing: the message's length (8 bytes, little-endian), the length's checksum, the message, the message's checksum. A checksum is a masked
/// CRC-32C, 4 bytes (https://www.tensorflow.org/tutorials/load_data/tfrecord).
/// </summary>
internal static class EventRecords
{
    private const int LengthBytes = sizeof(ulong);
    private const int CheckBytes = sizeof(uint);
    private const int HeaderBytes = LengthBytes + CheckBytes;

    public static byte[] Frame(ReadOnlySpan<byte> message)
    {
        var record = new byte[HeaderBytes + message.Length + CheckBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)message.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(LengthBytes), MaskedCrc(record.AsSpan(0, LengthBytes)));
        message.CopyTo(record.AsSpan(HeaderBytes));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(HeaderBytes + message.Length), MaskedCrc(message));
        return record;
    }

    /// <summary>Cuts a file where a later step than <paramref name="step"/>, or a record that a kill left half written, begins.</summary>
    /// <exception cref="IOException">The file is damaged or can't be opened; it stays as it is.</exception>
    /// <exception cref="UnauthorizedAccessException">The file can't be opened.</exception>
    public static void CutAfter(string path, long step)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        var check = new byte[CheckBytes];
        Span<byte> header = stackalloc byte[HeaderBytes];
        long kept = 0;
        while (stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) == HeaderBytes)
        {
            var length = BinaryPrimitives.ReadUInt64LittleEndian(header);
            Require(header[..LengthBytes], header[LengthBytes..], kept);
            if ((Int128)length + CheckBytes > stream.Length - stream.Position)
            {
                break;
            }

            var message = new byte[length];
            stream.ReadExactly(message);
            stream.ReadExactly(check);
            Require(message, check, kept);
            if (EventMessages.StepOf(message) > step)
            {
                break;
            }

            kept = stream.Position;
        }

        stream.SetLength(kept);
    }

    private static void Require(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> check, long at)
    {
        if (MaskedCrc(bytes) != BinaryPrimitives.ReadUInt32LittleEndian(check))
        {
            throw new IOException(TensorBoardTexts.WrongChecksum(at));
        }
    }

    /// <summary>The format's mask: records may hold records, and a CRC over bytes that hold their own CRC says little.</summary>
    private static uint MaskedCrc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return unchecked(BitOperations.RotateRight(~crc, 15) + 0xA282EAD8);
    }
}
