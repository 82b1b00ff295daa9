using System.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Shading;

/// <summary>Decoration: a framed plaster panel with a rosette, modelled by the light.</summary>
internal static class DecoShading
{
    private static readonly Vector3 Gilt = Tone.Of(0.86f, 0.66f, 0.36f);

    public static Vector3 Shade(in Fragment at, FacadeStyle style)
    {
        var line = at.Line;
        if (at.Edge < line + 1)
        {
            return style.Stone * (at.Edge == line ? 0.6f : at.Bevel(line) < 0 ? 0.76f : 1.06f);
        }

        // A long panel holds a row of rosettes, each as round as it can be.
        var (x, y) = (InTile(at.U, at.Box.Width, at.Box.Height), InTile(at.V, at.Box.Height, at.Box.Width));
        var radius = MathF.Sqrt((x * x) + (y * y));
        // Four petals: x²y²/r⁴ is sin²(2φ)/4, without an angle.
        var petal = radius > 0 ? 4 * x * x * y * y / (radius * radius * radius * radius) : 0;
        var rim = 0.46f + (0.36f * (1 - petal));
        if (radius > rim)
        {
            return Tone.Mix(style.Stone, style.Wall, 0.5f) * (radius < rim + 0.12f ? 0.62f : 0.86f);
        }

        var light = radius < 0.2f ? 1.18f - (Tone.Clamp((x + y + 0.2f) * 2) * 0.4f) : 1.02f - ((x + y) * 0.22f) - (petal * 0.18f);
        return Gilt * light;
    }

    /// <summary>Where in its tile a place is: -1..1.</summary>
    private static float InTile(float share, int along, int across)
    {
        var tiles = share * Math.Max(1, (int)((along / (float)across) + 0.4f));
        return ((tiles - MathF.Floor(tiles)) * 2) - 1;
    }
}
