using System.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Camera;

/// <summary>A lens that is not quite sharp: a blur of five pixels each way, in place.</summary>
internal static class Lens
{
    /// <param name="light">The picture, row by row.</param>
    /// <param name="width">Its width, pixels.</param>
    /// <param name="sigma">The blur's standard deviation, pixels; under 0.15 nothing happens.</param>
    public static void Blur(Vector3[] light, int width, float sigma)
    {
        if (sigma < 0.15f)
        {
            return;
        }

        var (near, far) = (Bell(1 / (2 * sigma * sigma)), Bell(2 / (sigma * sigma)));
        var whole = 1 / (1 + (2 * near) + (2 * far));
        var height = light.Length / width;
        var line = new Vector3[Math.Max(width, height)];
        for (var y = 0; y < height; y++)
        {
            Line(light, y * width, 1, width, line, near * whole, far * whole, whole);
        }

        for (var x = 0; x < width; x++)
        {
            Line(light, x, width, height, line, near * whole, far * whole, whole);
        }
    }

    /// <summary>The exponential of -t by its series: the same on every machine.</summary>
    private static float Bell(float t) => t > 12 ? 0 : 1 / (1 + (t * (1 + (t / 2 * (1 + (t / 3 * (1 + (t / 4 * (1 + (t / 5))))))))));

    private static void Line(Vector3[] light, int start, int step, int count, Vector3[] line, float near, float far, float own)
    {
        for (var i = 0; i < count; i++)
        {
            line[i] = light[start + (i * step)];
        }

        var last = count - 1;
        for (var i = 0; i < count; i++)
        {
            light[start + (i * step)] = (line[i] * own)
                + ((line[Math.Max(i - 1, 0)] + line[Math.Min(i + 1, last)]) * near)
                + ((line[Math.Max(i - 2, 0)] + line[Math.Min(i + 2, last)]) * far);
        }
    }
}
