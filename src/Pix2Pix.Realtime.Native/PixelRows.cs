using Pix2Pix.Realtime.Frames;

namespace Pix2Pix.Realtime.Native;

/// <summary>Moves pictures between a caller's RGBA rows and tensors: <c>[1,C,H,W] float32, planar, -1..1, row 0 = top</c>.</summary>
internal static class PixelRows
{
    private static readonly float[] Signed = [.. Enumerable.Range(0, 256).Select(value => (value / 127.5f) - 1f)];

    /// <summary>Grey (Rec. 601 luma), RGB or RGBA, as many channels as the tensor has.</summary>
    public static void Encode(in NativeImage image, TensorBuffer tensor)
    {
        var (width, plane, channels) = (tensor.Shape.Width, tensor.Shape.Width * tensor.Shape.Height, tensor.Shape.Channels);
        var values = tensor.Values;
        for (var y = 0; y < tensor.Shape.Height; y++)
        {
            var row = image.Row(y);
            for (var c = 0; c < channels; c++)
            {
                var target = values.Slice((c * plane) + (y * width), width);
                for (var x = 0; x < target.Length; x++)
                {
                    target[x] = channels == 1 ? Luma(row.Slice(x * 4, 3)) : Signed[row[(x * 4) + c]];
                }
            }
        }
    }

    /// <summary>Grey becomes three equal channels; without an alpha channel the picture is opaque.</summary>
    public static void Decode(TensorBuffer tensor, in NativeImage image)
    {
        var (width, plane, channels) = (tensor.Shape.Width, tensor.Shape.Width * tensor.Shape.Height, tensor.Shape.Channels);
        var values = tensor.Values;
        for (var y = 0; y < tensor.Shape.Height; y++)
        {
            var row = image.Row(y);
            for (var c = 0; c < 4; c++)
            {
                if (c == 3 && channels < 4)
                {
                    Fill(row, c);
                    continue;
                }

                var source = values.Slice(((channels == 1 ? 0 : c) * plane) + (y * width), width);
                for (var x = 0; x < source.Length; x++)
                {
                    row[(x * 4) + c] = ToByte(source[x]);
                }
            }
        }
    }

    private static void Fill(Span<byte> row, int channel)
    {
        for (var i = channel; i < row.Length; i += 4)
        {
            row[i] = byte.MaxValue;
        }
    }

    private static float Luma(ReadOnlySpan<byte> rgb) => (((0.299f * rgb[0]) + (0.587f * rgb[1]) + (0.114f * rgb[2])) / 127.5f) - 1f;

    // A value that is not a number becomes 0: the comparison with it is false.
    private static byte ToByte(float value)
    {
        var scaled = (value * 127.5f) + 128f;
        return scaled >= 0f ? (byte)MathF.Min(scaled, 255f) : (byte)0;
    }
}
