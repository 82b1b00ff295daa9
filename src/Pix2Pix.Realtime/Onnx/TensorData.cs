using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;

namespace Pix2Pix.Realtime.Onnx;

/// <summary>Moves weights between plain memory and ONNX tensors.</summary>
internal static class TensorData
{
    /// <summary>The smallest float32 that is not denormal; arithmetic below it is many times slower on most processors.</summary>
    private const float SmallestNormal = 1.17549435e-38f;

    /// <summary>A float32 initializer. Denormal values become zero.</summary>
    /// <exception cref="UserException">A value is not finite.</exception>
    public static TensorProto ToInitializer(string name, WeightTensor weight)
    {
        var bytes = new byte[checked(weight.Values.Length * sizeof(float))];
        var values = MemoryMarshal.Cast<byte, float>(bytes.AsSpan());
        for (var i = 0; i < values.Length; i++)
        {
            var value = weight.Values[i];
            if (!float.IsFinite(value))
            {
                throw new UserException($"Expected finite weights, found {value} in '{name}'; use an earlier checkpoint.");
            }

            values[i] = MathF.Abs(value) < SmallestNormal ? 0f : value;
        }

        return Raw(name, TensorProto.Types.DataType.Float, weight.Dims, bytes);
    }

    /// <summary>A tensor over its bytes, little-endian, which it takes over.</summary>
    public static TensorProto Raw(string name, TensorProto.Types.DataType type, IEnumerable<int> dims, byte[] bytes)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = UnsafeByteOperations.UnsafeWrap(bytes) };
        tensor.Dims.AddRange(dims.Select(dim => (long)dim));
        return tensor;
    }

    /// <summary>The values of a float32 or float16 initializer, whichever of ONNX's two ways it stores them.</summary>
    /// <exception cref="UserException">The tensor is of another type or is not whole.</exception>
    public static WeightTensor ToWeight(TensorProto tensor)
    {
        var dims = tensor.Dims.Select(dim => checked((int)dim)).ToArray();
        var values = new float[checked((int)tensor.Dims.Aggregate(1L, (product, dim) => checked(product * dim)))];
        var raw = tensor.RawData.Span;
        var stored = tensor.DataType switch
        {
            (int)TensorProto.Types.DataType.Float when tensor.FloatData.Count > 0 => tensor.FloatData.Count,
            (int)TensorProto.Types.DataType.Float => raw.Length / sizeof(float),
            (int)TensorProto.Types.DataType.Float16 when tensor.Int32Data.Count > 0 => tensor.Int32Data.Count,
            (int)TensorProto.Types.DataType.Float16 => raw.Length / sizeof(ushort),
            _ => throw new UserException($"Expected float weights in '{tensor.Name}', found {(TensorProto.Types.DataType)tensor.DataType}."),
        };
        if (stored != values.Length)
        {
            throw new UserException($"Expected {values.Length} values in '{tensor.Name}', found {stored}; the file is truncated or changed; export it again.");
        }

        var half = tensor.DataType == (int)TensorProto.Types.DataType.Float16;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (half, raw.IsEmpty) switch
            {
                (false, false) => BinaryPrimitives.ReadSingleLittleEndian(raw[(i * sizeof(float))..]),
                (false, true) => tensor.FloatData[i],
                (true, false) => (float)BinaryPrimitives.ReadHalfLittleEndian(raw[(i * sizeof(ushort))..]),
                (true, true) => (float)BitConverter.UInt16BitsToHalf((ushort)tensor.Int32Data[i]),
            };
        }

        return new WeightTensor(dims, values);
    }
}
