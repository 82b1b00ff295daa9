using System.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Shading;

/// <summary>A pillar: a fluted shaft, rounded by the light, between a capital and a base.</summary>
internal static class PillarShading
{
    private const int FlutePeriod = 4;

    public static Vector3 Shade(in Fragment at, FacadeStyle style)
    {
        var end = Math.Clamp(at.Box.Height / 10, 2, 8);
        if (at.Above < end || at.Below < end)
        {
            var fromEdge = Math.Min(at.Above, at.Below);
            return style.Stone * (at.Above == 0 ? 1.12f : at.Below == 0 ? 0.62f : fromEdge == end - 1 ? 0.66f : 1.0f);
        }

        var round = 1.08f - (Tone.Ramp(0.35f, 1.05f, at.U) * 0.34f);
        var flute = at.Box.Width > 7 && Math.Min(at.Left, at.Right) > 0 && at.X % FlutePeriod is 1 or 2;
        return style.Stone * (round * (at.Right == 0 ? 0.66f : flute ? 0.76f : 1));
    }
}
