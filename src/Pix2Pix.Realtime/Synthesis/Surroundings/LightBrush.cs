using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Fields;

namespace Pix2Pix.Realtime.Synthesis.Surroundings;

/// <summary>Paints on a picture of light; all lengths in units.</summary>
/// <param name="light">Row by row from the top.</param>
/// <param name="width">Pixels.</param>
/// <param name="pixel">A pixel's size.</param>
internal sealed class LightBrush(Vector3[] light, int width, float pixel)
{
    private readonly int _height = light.Length / width;

    public float Pixel => pixel;

    /// <summary>Paints every pixel of a box with a colour and a share that follow from its place.</summary>
    public void Box(float left, float top, float right, float bottom, Func<float, float, (Vector3 Light, float Share)> paint)
    {
        for (var y = Math.Max(0, (int)(top / pixel)); y < Math.Min(_height, (int)(bottom / pixel) + 1); y++)
        {
            for (var x = Math.Max(0, (int)(left / pixel)); x < Math.Min(width, (int)(right / pixel) + 1); x++)
            {
                var (tone, share) = paint((x + 0.5f) * pixel, (y + 0.5f) * pixel);
                ref var there = ref light[(y * width) + x];
                there = Tone.Mix(there, tone, share);
            }
        }
    }

    /// <summary>Paints a line that goes from left to right.</summary>
    public void Columns(float left, float right, Func<float, float> line, float half, Vector3 tone, float share)
    {
        for (var x = Math.Max(0, (int)(left / pixel)); x < Math.Min(width, (int)(right / pixel)); x++)
        {
            var y = line((x + 0.5f) * pixel);
            var first = (int)MathF.Floor((y - half) / pixel) - 1;
            for (var row = Math.Max(0, first); row < Math.Min(_height, first + 3 + (int)(2 * half / pixel)); row++)
            {
                ref var there = ref light[(row * width) + x];
                there = Tone.Mix(there, tone, share * Pattern.Line(((row + 0.5f) * pixel) - y, half, pixel));
            }
        }
    }
}
