using System.Numerics;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Looks;

namespace Pix2Pix.Realtime.Synthesis.Camera;

/// <summary>Turns light into a picture as a camera does: measured exposure, white balance, tone curve, noise.</summary>
internal static class Exposure
{
    /// <summary>How bright a wall is, linear, before the tone curve.</summary>
    private const float Middle = 0.265f;

    /// <summary>Cameras and hazy air take some of the colour away.</summary>
    private const float Saturation = 0.8f;

    public static PixelImage Develop(ReadOnlySpan<Vector3> light, int width, int height, FacadeLook look, Daylight sun)
    {
        var gain = Gain(look, sun);
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
                var grey = Tone.Luminance(seen);
                seen = Tone.Mix(new Vector3(grey), seen, Saturation) + new Vector3(0.004f);
                var hash = ValueNoise.Hash(x, y, look.Variation + 301);
                var grain = (Unit(hash) + Unit(hash >> 8) - 1) * noise;
                var tint = (Unit(hash >> 16) - 0.5f) * noise * 0.6f;
                Store(pixels.Slice(i * 4, 4), Curve(seen, look.Contrast) + new Vector3(grain + tint, grain, grain - tint));
            }
        }

        return image;
    }

    /// <summary>
    /// What makes a wall in this light as bright as photographs show walls. It follows from the look alone, so that no stroke changes the brightness of a
    /// place far away.
    /// </summary>
    private static Vector3 Gain(FacadeLook look, Daylight light)
    {
        var onWall = (light.Sky * 0.72f) + (light.Sun * MathF.Max(0, (light.ToSun.Z * 0.62f) + 0.08f));
        var wall = Tone.Mix(0.30f, Tone.Luminance(Tone.Linear(look.WallColor)), 0.4f);
        var stops = 1 + (look.Exposure * 0.69f) + (look.Exposure * look.Exposure * 0.24f);
        var bright = Tone.Luminance(onWall);
        // A camera takes most of the light's own colour for white.
        var white = Tone.Mix(new Vector3(bright), onWall, 0.5f);
        return Vector3.One * (Middle * (1 - (0.7f * light.Night)) / wall * stops) / white;
    }

    /// <summary>A film's shoulder, then the eye's curve (a root in place of sRGB's), then contrast about the middle.</summary>
    private static Vector3 Curve(Vector3 light, float contrast)
    {
        light = Vector3.Max(light, Vector3.Zero);
        var film = light * (Vector3.One + (light * 0.30f)) / (Vector3.One + (light * 0.62f));
        var value = Vector3.SquareRoot(Vector3.Min(film, Vector3.One));
        var steep = value * value * (new Vector3(3) - (value * 2));
        return value + ((steep - value) * (0.6f + (0.5f * contrast)));
    }

    private static float Unit(uint bits) => (bits & 255) * (1f / 255);

    private static void Store(Span<byte> pixel, Vector3 tone)
    {
        tone = (Vector3.Min(Vector3.Max(tone, Vector3.Zero), Vector3.One) * 255) + new Vector3(0.5f);
        (pixel[0], pixel[1], pixel[2], pixel[3]) = ((byte)tone.X, (byte)tone.Y, (byte)tone.Z, 255);
    }
}
