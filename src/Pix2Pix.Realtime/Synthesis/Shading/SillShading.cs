using System.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Shading;

/// <summary>A sill: a slab of light stone with a bright upper edge and a dark lower one; a high one has a sunk panel below.</summary>
internal static class SillShading
{
    public static Vector3 Shade(in Fragment at, FacadeStyle style)
    {
        var slab = Math.Clamp(at.Box.Height / 3, 2, 6);
        var light = at.Below == 0 ? 0.56f
            : at.Above == 0 ? 1.12f
            : at.Above < slab ? 0.99f
            : at.Above == slab ? 0.64f
            : Panel(at, slab);
        return style.Stone * light;
    }

    private static float Panel(in Fragment at, int slab)
    {
        var inner = Math.Min(Math.Min(at.Left, at.Right), Math.Min(at.Below, at.Above - slab));
        return inner < 2 ? 0.88f : inner == 2 ? at.Left == 2 || at.Above - slab == 2 ? 0.7f : 1.02f : 0.82f;
    }
}
