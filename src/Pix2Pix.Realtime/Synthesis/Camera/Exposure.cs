using System.Numerics;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Looks;

namespace Pix2Pix.Realtime.Synthesis.Camera;

/// <summary>Turns light into a picture as a camera does: measured exposure, white balance, tone curve, noise.</summary>
internal static class Exposure
{
    /// <summary>The mean that photographs of facades have, sRGB 0..1.</summary>
    private const float Middle = 0.47f;

    public static PixelImage Develop(ReadOnlySpan<Vector3> light, int width, int height, FacadeLook look, float night)
    {
        var gain = Gain(light, look, night);
        var balance = new Vector3(1 + (look.Warmth * 0.12f), 1, 1 - (look.Warmth * 0.14f)) * gain;
        var image = new PixelImage(width, height);
        var pixels = image.Rgba.AsSpan();
        var noise = look.Noise * 0.05f;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var i = (y * width) + x;
                var (dx, dy) = (((x + 0.5f) / width) - 0.5f, ((y + 0.5f) / height) - 0.5f);
                var seen = light[i] * balance * (1 - (0.28f * ((dx * dx) + (dy * dy))));
                var hash = ValueNoise.Hash(x, y, look.Variation + 301);
                var grain = (Unit(hash) + Unit(hash >> 8) - 1) * noise;
                var tint = (Unit(hash >> 16) - 0.5f) * noise * 0.6f;
                Store(pixels.Slice(i * 4, 4), Curve(seen.X, look.Contrast) + grain + tint, Curve(seen.Y, look.Contrast) + grain, Curve(seen.Z, look.Contrast) + grain - tint);
            }
        }

        return image;
    }

    /// <summary>What brings the picture's mean to the middle; bright parts count less, so a white sky does not darken the house.</summary>
    private static float Gain(ReadOnlySpan<Vector3> light, FacadeLook look, float night)
    {
        var sum = 0.0;
        foreach (var one in light)
        {
            var bright = MathF.Sqrt(MathF.Max(0, Tone.Luminance(one)));
            sum += bright / (1 + (0.5f * bright));
        }

        var mean = MathF.Max(0.02f, (float)(sum / light.Length));
        var wanted = Middle * (1 - (0.42f * night)) / mean * 0.86f;
        var stops = 1 + (look.Exposure * 0.69f) + (look.Exposure * look.Exposure * 0.24f);
        return Math.Clamp(wanted * wanted, 0.2f, 9) * stops;
    }

    /// <summary>A film's shoulder, then the eye's curve (a root in place of sRGB's), then contrast about the middle.</summary>
    private static float Curve(float light, float contrast)
    {
        light = MathF.Max(0, light);
        var film = light * (1 + (light * 0.30f)) / (1 + (light * 0.62f));
        var value = MathF.Sqrt(MathF.Min(1, film));
        return value + ((Tone.Smooth(value) - value) * (0.35f + (0.5f * contrast)));
    }

    private static float Unit(uint bits) => (bits & 255) * (1f / 255);

    private static void Store(Span<byte> pixel, float red, float green, float blue)
    {
        pixel[0] = (byte)((Tone.Clamp(red) * 255) + 0.5f);
        pixel[1] = (byte)((Tone.Clamp(green) * 255) + 0.5f);
        pixel[2] = (byte)((Tone.Clamp(blue) * 255) + 0.5f);
        pixel[3] = 255;
    }
}
