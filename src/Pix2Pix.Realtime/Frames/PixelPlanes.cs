using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pix2Pix.Realtime.Frames;

/// <summary>
/// Any run of pixels to and from a tensor's planes, four pixels at a time: what lies together as RGBA on one side lies one plane a channel on
/// the other. Pixels are RGBA; as bytes 0..255, as floats 0..1. Planes are -1..1. Any thread; no allocation.
/// </summary>
internal static class PixelPlanes
{
    private const float HalfRange = 127.5f;
    private const int Lanes = 4;

    /// <param name="rgba">Four bytes a pixel.</param>
    /// <param name="values">All planes of <paramref name="shape"/>; 1 channel takes the brightness (ITU-R BT.601).</param>
    /// <param name="shape">1, 3 or 4 channels.</param>
    /// <param name="first">Where the run begins, in pixels from the top left, row by row.</param>
    public static void Encode(ReadOnlySpan<byte> rgba, Span<float> values, FrameShape shape, int first)
    {
        var pixels = MemoryMarshal.Cast<byte, uint>(rgba);
        if (shape.Channels == 1)
        {
            EncodeGrey(pixels, values.Slice(first, pixels.Length));
            return;
        }

        var area = shape.Width * shape.Height;
        for (var channel = 0; channel < shape.Channels; channel++)
        {
            EncodeChannel(pixels, values.Slice((channel * area) + first, pixels.Length), 8 * channel);
        }
    }

    /// <param name="values">All planes of <paramref name="shape"/>; what lies outside -1..1 is clamped, and NaN becomes 0.</param>
    /// <param name="shape">1 channel = grey, 4 = the last is alpha; else the pixels are opaque.</param>
    /// <param name="first">Where the run begins, in pixels.</param>
    /// <param name="rgba">Overwritten; four bytes a pixel.</param>
    public static void Decode(ReadOnlySpan<float> values, FrameShape shape, int first, Span<byte> rgba)
    {
        var pixels = MemoryMarshal.Cast<byte, uint>(rgba);
        var run = new Run(values, shape, first, pixels.Length);
        var i = 0;
        for (; i <= pixels.Length - Lanes; i += Lanes)
        {
            var four = Bytes(Four(run.Red, i)) | (Bytes(Four(run.Green, i)) << 8) | (Bytes(Four(run.Blue, i)) << 16);
            four |= run.Alpha.IsEmpty ? Vector128.Create(0xFF000000u) : Bytes(Four(run.Alpha, i)) << 24;
            four.StoreUnsafe(ref MemoryMarshal.GetReference(pixels), (nuint)i);
        }

        for (; i < pixels.Length; i++)
        {
            var one = Byte(run.Red[i]) | (Byte(run.Green[i]) << 8) | (Byte(run.Blue[i]) << 16);
            pixels[i] = one | (run.Alpha.IsEmpty ? 0xFF000000u : Byte(run.Alpha[i]) << 24);
        }
    }

    /// <summary>The same from floats of 0..1.</summary>
    public static void Encode(ReadOnlySpan<float> rgba, Span<float> values, FrameShape shape, int first)
    {
        var area = shape.Width * shape.Height;
        for (var i = 0; i < rgba.Length / Lanes; i++)
        {
            var pixel = rgba.Slice(i * Lanes, Lanes);
            if (shape.Channels == 1)
            {
                values[first + i] = (((0.299f * pixel[0]) + (0.587f * pixel[1]) + (0.114f * pixel[2])) * 2) - 1;
                continue;
            }

            for (var channel = 0; channel < shape.Channels; channel++)
            {
                values[(channel * area) + first + i] = (pixel[channel] * 2) - 1;
            }
        }
    }

    /// <summary>The same into floats of 0..1.</summary>
    public static void Decode(ReadOnlySpan<float> values, FrameShape shape, int first, Span<float> rgba)
    {
        var run = new Run(values, shape, first, rgba.Length / Lanes);
        for (var i = 0; i < run.Red.Length; i++)
        {
            var pixel = rgba.Slice(i * Lanes, Lanes);
            pixel[0] = Unit(run.Red[i]);
            pixel[1] = Unit(run.Green[i]);
            pixel[2] = Unit(run.Blue[i]);
            pixel[3] = run.Alpha.IsEmpty ? 1 : Unit(run.Alpha[i]);
        }
    }

    private static void EncodeChannel(ReadOnlySpan<uint> pixels, Span<float> plane, int shift)
    {
        ref var from = ref MemoryMarshal.GetReference(pixels);
        ref var to = ref MemoryMarshal.GetReference(plane);
        var i = 0;
        for (; i <= pixels.Length - Lanes; i += Lanes)
        {
            Scaled(Channel(Vector128.LoadUnsafe(ref from, (nuint)i), shift)).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < pixels.Length; i++)
        {
            plane[i] = Scaled(Channel(Vector128.CreateScalar(pixels[i]), shift)).ToScalar();
        }
    }

    private static void EncodeGrey(ReadOnlySpan<uint> pixels, Span<float> plane)
    {
        var i = 0;
        for (; i <= pixels.Length - Lanes; i += Lanes)
        {
            Grey(Vector128.Create(pixels[i..])).CopyTo(plane[i..]);
        }

        for (; i < pixels.Length; i++)
        {
            plane[i] = Grey(Vector128.CreateScalar(pixels[i])).ToScalar();
        }
    }

    private static Vector128<float> Grey(Vector128<uint> pixels) =>
        Scaled((0.299f * Channel(pixels, 0)) + (0.587f * Channel(pixels, 8)) + (0.114f * Channel(pixels, 16)));

    private static Vector128<float> Scaled(Vector128<float> bytes) => (bytes / HalfRange) - Vector128<float>.One;

    private static Vector128<float> Channel(Vector128<uint> pixels, int shift) => Vector128.ConvertToSingle(((pixels >>> shift) & Vector128.Create(255u)).AsInt32());

    private static Vector128<uint> Bytes(Vector128<float> values)
    {
        var scaled = (values + Vector128<float>.One) * HalfRange;
        var clamped = Vector128.MinNative(Vector128.MaxNative(scaled, Vector128<float>.Zero), Vector128.Create(255f)) + Vector128.Create(0.5f);

        // NaN differs from itself, so the mask zeroes it. The rest is in range, where the machine's own operations agree with the exact ones.
        return Vector128.ConvertToInt32Native(clamped & Vector128.Equals(values, values)).AsUInt32();
    }

    private static Vector128<float> Four(ReadOnlySpan<float> plane, int first) => Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(plane), (nuint)first);

    private static uint Byte(float value) => Bytes(Vector128.CreateScalar(value)).ToScalar();

    private static float Unit(float value) => float.IsNaN(value) ? 0 : Math.Clamp((value + 1) / 2, 0, 1);

    /// <summary>The stretch of each plane that a run of pixels stands on; grey stands for all three colours, and no alpha is empty.</summary>
    private readonly ref struct Run
    {
        public readonly ReadOnlySpan<float> Red;
        public readonly ReadOnlySpan<float> Green;
        public readonly ReadOnlySpan<float> Blue;
        public readonly ReadOnlySpan<float> Alpha;

        public Run(ReadOnlySpan<float> values, FrameShape shape, int first, int count)
        {
            var area = shape.Width * shape.Height;
            var (green, blue) = shape.Channels < 3 ? (0, 0) : (area, 2 * area);
            Red = values.Slice(first, count);
            Green = values.Slice(green + first, count);
            Blue = values.Slice(blue + first, count);
            Alpha = shape.Channels == 4 ? values.Slice((3 * area) + first, count) : default;
        }
    }
}
