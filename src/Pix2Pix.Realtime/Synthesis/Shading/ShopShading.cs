using System.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Shading;

/// <summary>A shop: a sign with lettering, a striped awning, display windows with warm light and goods, a base.</summary>
internal static class ShopShading
{
    private const int Stripe = 8;

    private static readonly Vector3 Board = Tone.Of(0.13f, 0.24f, 0.20f);
    private static readonly Vector3 Letter = Tone.Of(0.95f, 0.84f, 0.55f);
    private static readonly Vector3 Cloth = Tone.Of(0.96f, 0.92f, 0.84f);
    private static readonly Vector3 Dark = Tone.Of(0.20f, 0.19f, 0.20f);
    private static readonly Vector3 Lamp = Tone.Of(0.98f, 0.80f, 0.48f);

    public static Vector3 Shade(in Fragment at, FacadeStyle style) => at.V switch
    {
        < 0.17f => Sign(at),
        < 0.38f => Awning(at, style),
        _ => Front(at),
    };

    private static Vector3 Sign(in Fragment at)
    {
        var inSign = at.V / 0.17f;
        var (glyph, inGlyph) = (at.X / 4, at.X % 4);
        var lettered = inGlyph != 3 && inSign is > 0.3f and < 0.75f && at.U is > 0.12f and < 0.88f && glyph % 6 != 5;
        return lettered ? Letter : Board * (at.Above == 0 ? 1.7f : inSign > 0.9f ? 0.6f : 1);
    }

    private static Vector3 Awning(in Fragment at, FacadeStyle style)
    {
        var fall = (at.V - 0.17f) / 0.21f;
        var red = (at.X + (Stripe / 4)) / (Stripe / 2) % 2 == 0;
        // The valance hangs straight down, so it is darker than the slope.
        return (red ? style.Awning : Cloth) * (fall > 0.78f ? 0.74f : 1.04f - (fall * 0.12f));
    }

    private static Vector3 Front(in Fragment at)
    {
        var down = (at.V - 0.38f) / 0.62f;
        var line = at.Line;
        var panes = Math.Max(1, (int)((at.Box.Width / MathF.Max(12, at.Box.Height * 0.6f)) + 0.5f));
        var across = at.U * panes;
        var toBar = MathF.Abs(across - MathF.Floor(across + 0.5f)) * at.Box.Width / panes;
        if (down > 0.84f || at.Below < 2)
        {
            return Dark * (down is > 0.86f and < 0.9f ? 1.9f : 1.1f);
        }

        return toBar < line ? Dark : Display(across - MathF.Floor(across), down);
    }

    /// <summary>Warm light from inside, a shelf of goods, and a streak of sky on the glass.</summary>
    private static Vector3 Display(float across, float down)
    {
        var glow = Tone.Mix(Tone.Of(0.30f, 0.27f, 0.26f), Lamp, Tone.Ramp(0, 0.75f, down) * 0.85f);
        var goods = down > 0.52f && Tone.Hump(across * 3 - MathF.Floor(across * 3)) > 0.35f + ((0.84f - down) * 1.6f);
        var tone = goods ? Tone.Mix(glow, Tone.Of(0.45f, 0.22f, 0.16f), 0.7f) : glow;
        var slant = across - (down * 0.5f);
        return Tone.Mix(tone, Tone.Of(0.75f, 0.82f, 0.86f), Tone.Ramp(0.12f, 0.16f, slant) * (1 - Tone.Ramp(0.3f, 0.34f, slant)) * 0.3f);
    }
}
