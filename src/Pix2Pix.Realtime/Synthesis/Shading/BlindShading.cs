using System.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Shading;

/// <summary>A blind or a shutter: painted slats in a frame.</summary>
internal static class BlindShading
{
    private const int SlatPeriod = 4;

    public static Vector3 Shade(in Fragment at, FacadeStyle style)
    {
        var line = at.Line;
        if (at.Edge < line)
        {
            return style.Shutter * (at.Bevel(line) > 0 ? 1.22f : 0.62f);
        }

        var rail = at.Box.Height > at.Box.Width && at.Box.Height > 14 && MathF.Abs(at.V - 0.5f) * at.Box.Height < line;
        return style.Shutter * (rail ? 1.08f : (at.Y % SlatPeriod) switch { 0 => 1.34f, 3 => 0.55f, 1 => 1.1f, _ => 0.9f });
    }
}
