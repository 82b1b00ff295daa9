using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>Numbers on their way to and from the GPU in either <see cref="GpuStorage"/>.</summary>
internal static class GpuNumbers
{
    /// <summary>GLSL definitions for reading and writing four values.</summary>
    public static string Defines(this GpuStorage storage) => storage == GpuStorage.Half
        ? """
          #define STORED uvec2
          #define LOAD(stored) vec4(unpackHalf2x16((stored).x), unpackHalf2x16((stored).y))
          #define STORE(value) uvec2(packHalf2x16((value).xy), packHalf2x16((value).zw))
          """
        : """
          #define STORED vec4
          #define LOAD(stored) (stored)
          #define STORE(value) (value)
          """;

    /// <summary>Bytes of one number.</summary>
    public static int Bytes(this GpuStorage storage) => storage == GpuStorage.Half ? 2 : sizeof(float);

    /// <summary>A buffer that holds these numbers.</summary>
    /// <exception cref="UserException">The GPU has no room for it.</exception>
    public static StorageBuffer Keep(this GpuStorage storage, GraphicsDevice device, float[] values) =>
        storage == GpuStorage.Half ? StorageBuffer.Of<Half>(device, Halves(values)) : StorageBuffer.Of<float>(device, values);

    public static void Upload(this GpuStorage storage, StorageBuffer buffer, float[] values)
    {
        if (storage == GpuStorage.Half)
        {
            buffer.Upload<Half>(Halves(values));
        }
        else
        {
            buffer.Upload<float>(values);
        }
    }

    public static void Read(this GpuStorage storage, StorageBuffer buffer, float[] values)
    {
        if (storage == GpuStorage.Single)
        {
            buffer.Read<float>(values);
            return;
        }

        var halves = new Half[values.Length];
        buffer.Read<Half>(halves);
        for (var i = 0; i < halves.Length; i++)
        {
            values[i] = (float)halves[i];
        }
    }

    private static Half[] Halves(float[] values) => Array.ConvertAll(values, value => (Half)value);
}
