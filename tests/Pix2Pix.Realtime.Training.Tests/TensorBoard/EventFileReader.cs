using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Pix2Pix.Realtime.Training.Tests.TensorBoard;

/// <summary>Reads event files from the formats' descriptions alone; it shares nothing with the writer, and checks every checksum.</summary>
internal static class EventFileReader
{
    /// <summary>All files of a folder, in the order in which TensorBoard reads them.</summary>
    public static List<Entry> ReadFolder(string folder) =>
        [.. Directory.GetFiles(folder, "*tfevents*").Order(StringComparer.Ordinal).SelectMany(Read)];

    public static List<Entry> Read(string path)
    {
        var bytes = File.ReadAllBytes(path).AsMemory();
        var entries = new List<Entry>();
        while (bytes.Length > 0)
        {
            var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span);
            Assert.Equal(Masked(bytes.Span[..8]), BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[8..]));
            var message = bytes.Slice(12, length);
            Assert.Equal(Masked(message.Span), BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[(12 + length)..]));
            entries.AddRange(Parse(message));
            bytes = bytes[(16 + length)..];
        }

        return entries;
    }

    /// <summary>CRC-32C bit by bit (polynomial 0x1EDC6F41, reflected).</summary>
    public static uint Crc32C(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0x82F63B78);
            }
        }

        return ~crc;
    }

    private static uint Masked(ReadOnlySpan<byte> bytes)
    {
        var crc = Crc32C(bytes);
        return ((crc >> 15) | (crc << 17)) + 0xA282EAD8;
    }

    private static IEnumerable<Entry> Parse(ReadOnlyMemory<byte> message)
    {
        var fields = Fields(message).ToLookup(field => field.Number, field => field.Value);
        var step = fields[2].Select(value => (long)Whole(value)).SingleOrDefault();
        foreach (var version in fields[3])
        {
            yield return new Entry(step, "version") { Text = Encoding.UTF8.GetString(version.Span) };
        }

        foreach (var session in fields[7])
        {
            yield return new Entry(step, "session") { Value = Whole(Fields(session).Single().Value) };
        }

        foreach (var value in fields[5].SelectMany(summary => Fields(summary)))
        {
            var parts = Fields(value.Value).ToDictionary(field => field.Number, field => field.Value);
            var entry = new Entry(step, Encoding.UTF8.GetString(parts[1].Span));
            if (parts.TryGetValue(2, out var scalar))
            {
                yield return entry with { Value = BinaryPrimitives.ReadSingleLittleEndian(scalar.Span) };
            }
            else if (parts.TryGetValue(5, out var histogram))
            {
                var numbers = Fields(histogram).ToDictionary(field => field.Number, field => MemoryMarshal.Cast<byte, double>(field.Value.Span).ToArray());
                yield return entry with { Moments = [.. Enumerable.Range(1, 5).Select(field => numbers[field].Single())], Limits = numbers[6], Counts = numbers[7] };
            }
            else
            {
                var image = Fields(parts[4]).ToDictionary(field => field.Number, field => field.Value);
                yield return entry with { Picture = image[4].ToArray(), Height = (int)Whole(image[1]), Width = (int)Whole(image[2]) };
            }
        }
    }

    private static List<(int Number, ReadOnlyMemory<byte> Value)> Fields(ReadOnlyMemory<byte> message)
    {
        var fields = new List<(int, ReadOnlyMemory<byte>)>();
        while (message.Length > 0)
        {
            var tag = Varint(ref message);
            var length = (tag & 7) switch
            {
                0 => message.Span.IndexOfAnyInRange<byte>(0, 0x7F) + 1,
                1 => 8,
                2 => (int)Varint(ref message),
                5 => 4,
                var wire => throw new InvalidDataException($"wire type {wire}"),
            };
            fields.Add(((int)(tag >> 3), message[..length]));
            message = message[length..];
        }

        return fields;
    }

    private static ulong Whole(ReadOnlyMemory<byte> varint) => Varint(ref varint);

    private static ulong Varint(ref ReadOnlyMemory<byte> bytes)
    {
        ulong value = 0;
        for (var i = 0; ; i++)
        {
            var part = bytes.Span[i];
            value |= (ulong)(part & 0x7F) << (7 * i);
            if (part < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return value;
            }
        }
    }

    internal sealed record Entry(long Step, string Tag)
    {
        public double Value { get; init; }

        public string Text { get; init; } = "";

        public byte[] Picture { get; init; } = [];

        /// <summary>Of a histogram: least, most, how many, sum, sum of squares.</summary>
        public double[] Moments { get; init; } = [];

        public double[] Limits { get; init; } = [];

        public double[] Counts { get; init; } = [];

        public int Width { get; init; }

        public int Height { get; init; }
    }
}
