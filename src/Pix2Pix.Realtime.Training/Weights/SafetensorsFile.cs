using Pix2Pix.Realtime.Files;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>A safetensors file: the length of a header, the header as JSON (name, type, shape and place of each tensor), then the numbers.</summary>
internal static class SafetensorsFile
{
    /// <summary>The format's own limit.</summary>
    private const long LongestHeader = 100_000_000;

    private const string Notes = "__metadata__";

    /// <summary>All tensors of floats.</summary>
    /// <exception cref="InvalidDataException">The file is cut, damaged or another one.</exception>
    public static Dictionary<string, WeightTensor> Read(string path)
    {
        using var file = RegularFile.OpenRead(path);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        if (file.ReadAtLeast(length, length.Length, throwOnEndOfStream: false) < length.Length
            || BinaryPrimitives.ReadUInt64LittleEndian(length) is var claimed && claimed > (ulong)Math.Min(LongestHeader, file.Length - sizeof(ulong)))
        {
            throw new InvalidDataException(WeightFileTexts.HeaderTooLong);
        }

        var header = new byte[BinaryPrimitives.ReadUInt64LittleEndian(length)];
        file.ReadExactly(header);
        var start = file.Position;
        var weights = new Dictionary<string, WeightTensor>();
        using var json = JsonDocument.Parse(header);
        foreach (var entry in json.RootElement.EnumerateObject().Where(entry => entry.Name != Notes))
        {
            var (type, shape, offsets) = (entry.Value.GetProperty("dtype").GetString(), Numbers(entry.Value.GetProperty("shape")), Numbers(entry.Value.GetProperty("data_offsets")));
            var size = type switch { "F32" => 4, "F64" => 8, "F16" or "BF16" => 2, _ => 0 };
            if (size == 0)
            {
                continue;
            }

            var room = file.Length - start;
            if (shape.Any(side => side < 0) || offsets is not [>= 0 and var from, var to] || to < from || to > room
                || shape.Aggregate((Int128)size, (product, side) => product > room ? product : product * side) != to - from)
            {
                throw new InvalidDataException(WeightFileTexts.WrongOffsets(entry.Name, string.Join(',', shape), string.Join(',', offsets), room));
            }

            var bytes = new byte[to - from];
            file.Position = start + from;
            file.ReadExactly(bytes);
            weights[entry.Name] = new WeightTensor([.. shape.Select(side => checked((int)side))], Floats(type, bytes));
        }

        return weights;
    }

    private static long[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetInt64())];

    private static float[] Floats(string? type, byte[] bytes) => type switch
    {
        "F16" => [.. MemoryMarshal.Cast<byte, Half>(bytes).ToArray().Select(value => (float)value)],
        "BF16" => [.. MemoryMarshal.Cast<byte, ushort>(bytes).ToArray().Select(value => BitConverter.Int32BitsToSingle(value << 16))],
        "F64" => [.. MemoryMarshal.Cast<byte, double>(bytes).ToArray().Select(value => (float)value)],
        _ => MemoryMarshal.Cast<byte, float>(bytes).ToArray(),
    };
}
