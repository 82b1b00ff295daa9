using System.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Shading;

/// <summary>A balcony: a slab of stone below, a handrail above, iron bars between, and the shaded wall behind them.</summary>
internal static class BalconyShading
{
    private const int BarPeriod = 4;

    public static Vector3 Shade(in Fragment at, FacadeStyle style)
    {
        var slab = Math.Clamp(at.Box.Height / 5, 1, 7);
        if (at.Below < slab)
        {
            var fromTop = slab - 1 - at.Below;
            return style.Stone * (fromTop == 0 ? 1.04f : at.Below == 0 && slab > 1 ? 0.58f : 0.86f);
        }

        var rail = Math.Clamp(at.Box.Height / 12, 1, 3);
        if (at.Above < rail)
        {
            return style.Iron * (at.Above == 0 ? 2.2f : 1);
        }

        // Mirror-symmetric within its period, so that a mirrored picture shows the same bars.
        var bar = at.X % BarPeriod is 1 or 2 || Math.Min(at.Left, at.Right) < 1;
        var band = at.Below - slab == 0 || (at.Box.Height > 18 && at.Above - rail is 3);
        return bar || band ? style.Iron : style.Wall * Tone.Mix(0.78f, 0.58f, at.V);
    }
}
