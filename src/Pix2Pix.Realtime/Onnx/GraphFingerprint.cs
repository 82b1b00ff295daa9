using System.Buffers.Binary;
using System.Security.Cryptography;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Onnx;

/// <summary>
/// Names a graph by its operators and sizes: what a run costs depends on these, and on no weight, so all snapshots of a run have one name. The file is walked field by field
/// and its weights are passed over: hundreds of megabytes that would be read into memory for nothing.
/// </summary>
internal static class GraphFingerprint
{
    /// <summary>The messages that are looked into, by ONNX's names; all others are taken as a whole.</summary>
    private enum Message
    {
        Model,
        Graph,
        Tensor,
    }

    /// <returns>64 hexadecimal digits.</returns>
    /// <exception cref="UserException">The file is no ONNX file, or was cut.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static string Of(string path)
    {
        if (DataFile.Length(path, OnnxFile.MostBytes) == 0)
        {
            throw new UserException(OnnxFile.Incomplete([], $" in '{path}'"));
        }

        using var file = RegularFile.OpenRead(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Walk(file, hash, Message.Model, file.Length);
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static void Walk(FileStream file, IncrementalHash hash, Message message, long end)
    {
        while (file.Position < end)
        {
            var tag = ReadNumber(file);
            var field = (int)(tag >> 3);
            var isNumber = (tag & 7) == 0;
            var value = isNumber || (tag & 7) == 2 ? ReadNumber(file) : 0UL;
            var length = (tag & 7) switch { 0 => 0UL, 1 => 8UL, 2 => value, 5 => 4UL, _ => ulong.MaxValue };
            if (length > (ulong)Math.Max(0, end - file.Position))
            {
                throw Incomplete(file);
            }

            if (IsLeftOut(message, field))
            {
                file.Position += (long)length;
                continue;
            }

            Add(hash, tag);
            if (Inside(message, field) is { } inner)
            {
                Walk(file, hash, inner, file.Position + (long)length);
            }
            else
            {
                Add(hash, value);
                var bytes = new byte[length];
                file.ReadExactly(bytes);
                hash.AppendData(bytes);
            }
        }
    }

    /// <summary>The file's metadata, and a tensor's values: raw, as floats or as whole numbers.</summary>
    private static bool IsLeftOut(Message message, int field) => (message, field) is (Message.Model, 14) or (Message.Tensor, 9 or 4 or 5);

    /// <summary>A model's graph and that one's weights.</summary>
    private static Message? Inside(Message message, int field) => (message, field) switch
    {
        (Message.Model, 7) => Message.Graph,
        (Message.Graph, 5) => Message.Tensor,
        _ => null,
    };

    private static void Add(IncrementalHash hash, ulong number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }

    /// <summary>Seven bits a byte, the lowest first, as protocol buffers write whole numbers.</summary>
    private static ulong ReadNumber(FileStream file)
    {
        var number = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var one = file.ReadByte();
            number |= ((ulong)one & 0x7F) << shift;
            if (one < 0x80)
            {
                return one >= 0 ? number : throw Incomplete(file);
            }
        }

        throw Incomplete(file);
    }

    private static UserException Incomplete(FileStream file) => new(OnnxFile.Incomplete(FileStart.Of(file), $" in '{file.Name}'"));
}
