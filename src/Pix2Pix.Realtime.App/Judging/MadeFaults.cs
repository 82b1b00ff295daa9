using Pix2Pix.Realtime.Frames;

namespace Pix2Pix.Realtime.App.Judging;

/// <summary>
/// The two faults of generators, made on photographs: fog and a grid. What a figure says of them shows whether it sees them at all, and gives it
/// a unit that can be looked at.
/// </summary>
internal static class MadeFaults
{
    /// <summary>Deviation of the blur, in pixels.</summary>
    private const double Sigma = 2;

    private const int Radius = 6;

    /// <summary>Strength of each of the grid's four square waves, on the scale -1..1: 3 of 255 grey levels.</summary>
    private const float Strength = 6f / 255;

    private static readonly float[] Kernel = MakeKernel();

    /// <summary>The picture blurred by a Gaussian with a deviation of 2 pixels; beyond its edges it goes on in the edge's colours.</summary>
    /// <param name="picture">Planar <c>[1,C,H,W]</c>, -1..1.</param>
    /// <param name="shape">Its shape.</param>
    public static float[] Blurred(ReadOnlySpan<float> picture, FrameShape shape)
    {
        var (width, height) = (shape.Width, shape.Height);
        var rows = new float[picture.Length];
        for (var start = 0; start < picture.Length; start += width)
        {
            for (var x = 0; x < width; x++)
            {
                for (var k = -Radius; k <= Radius; k++)
                {
                    rows[start + x] += Kernel[k + Radius] * picture[start + Math.Clamp(x + k, 0, width - 1)];
                }
            }
        }

        var blurred = new float[picture.Length];
        for (var row = 0; row < shape.Channels * height; row++)
        {
            var plane = row / height * height;
            for (var k = -Radius; k <= Radius; k++)
            {
                var from = (plane + Math.Clamp(row - plane + k, 0, height - 1)) * width;
                for (var x = 0; x < width; x++)
                {
                    blurred[(row * width) + x] += Kernel[k + Radius] * rows[from + x];
                }
            }
        }

        return blurred;
    }

    /// <summary>The picture under a faint grid of periods 2 and 4 pixels, as transposed convolutions leave one.</summary>
    /// <inheritdoc cref="Blurred"/>
    public static float[] Gridded(ReadOnlySpan<float> picture, FrameShape shape)
    {
        var gridded = picture.ToArray();
        for (var i = 0; i < gridded.Length; i++)
        {
            var (x, y) = (i % shape.Width, i / shape.Width % shape.Height);
            var waves = Wave(x, 1) + Wave(y, 1) + Wave(x, 2) + Wave(y, 2);
            gridded[i] = Math.Clamp(gridded[i] + (Strength * waves), -1, 1);
        }

        return gridded;
    }

    private static int Wave(int place, int half) => place / half % 2 == 0 ? 1 : -1;

    private static float[] MakeKernel()
    {
        var weights = Enumerable.Range(-Radius, (2 * Radius) + 1).Select(offset => Math.Exp(-(offset * offset) / (2 * Sigma * Sigma))).ToArray();
        return [.. weights.Select(weight => (float)(weight / weights.Sum()))];
    }
}
