using System.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Shading;

/// <summary>A window head: a projecting lip over a frieze with dentils, and a keystone in its middle.</summary>
internal static class CorniceShading
{
    private const int DentilPeriod = 4;

    public static Vector3 Shade(in Fragment at, FacadeStyle style)
    {
        var lip = Math.Clamp(at.Box.Height / 4, 1, 4);
        var keystone = at.Box.Width > 9 && MathF.Abs(at.U - 0.5f) < 0.09f && at.Box.Height > 4;
        var light = at.Above == 0 ? 1.13f
            : at.Above <= lip ? 1.0f
            : at.Below == 0 ? 0.6f
            : keystone ? (at.U < 0.44f ? 1.1f : 1.02f)
            : at.Above == lip + 1 ? 0.66f
            : at.Above <= lip + 3 && at.Box.Height > 7 ? (at.X % DentilPeriod is 1 or 2 ? 1.04f : 0.62f)
            : Math.Min(at.Left, at.Right) < 1 ? 0.74f : 0.9f;
        return style.Stone * light;
    }
}
