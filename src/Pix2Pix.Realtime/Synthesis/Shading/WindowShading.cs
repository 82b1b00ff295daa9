using System.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Shading;

/// <summary>A window: a pale frame along the label's edge, casements and a transom as its proportions ask, glass with sky, room and curtains.</summary>
internal static class WindowShading
{
    private static readonly Vector3 Sky = Tone.Of(0.58f, 0.70f, 0.80f);
    private static readonly Vector3 Glass = Tone.Of(0.26f, 0.35f, 0.44f);
    private static readonly Vector3 Room = Tone.Of(0.11f, 0.14f, 0.19f);
    private static readonly Vector3 Curtain = Tone.Of(0.80f, 0.78f, 0.72f);

    public static Vector3 Shade(in Fragment at, FacadeStyle style)
    {
        var line = at.Line;
        if (at.Edge < line)
        {
            return style.Frame * (at.Bevel(line) < 0 ? 0.82f : 1);
        }

        var (pane, bar) = Bars(at, line);
        return bar ? style.Frame * 0.94f : Pane(at, pane);
    }

    /// <summary>Where in its casement a pixel is, 0..1 across, and whether it lies on a bar.</summary>
    private static (float Pane, bool Bar) Bars(in Fragment at, int line)
    {
        var (w, h) = (at.Box.Width, at.Box.Height);
        var casements = w < 9 ? 1 : Math.Clamp((int)((w / MathF.Max(8, h * 0.42f)) + 0.5f), 2, 8);
        var across = at.U * casements;
        var inCasement = across - MathF.Floor(across);
        var toMullion = MathF.Abs(across - MathF.Floor(across + 0.5f)) * w / casements;
        var toTransom = MathF.Abs((at.V - 0.3f) * h);
        return (inCasement, (casements > 1 && toMullion < line * 0.75f) || (h > 11 && toTransom < line * 0.75f));
    }

    private static Vector3 Pane(in Fragment at, float pane)
    {
        var glass = Tone.Mix(Glass, Room, Tone.Ramp(0.25f, 0.75f, at.V));
        // The sky stands in the upper panes; a slanting streak of it crosses the lower ones.
        var slant = at.V + (pane * 0.35f);
        glass = Tone.Mix(glass, Sky, (1 - Tone.Ramp(0.05f, 0.42f, slant)) * 0.85f);
        glass = Tone.Mix(glass, Sky, Tone.Ramp(0.62f, 0.68f, slant) * (1 - Tone.Ramp(0.76f, 0.82f, slant)) * 0.35f);
        var fromSide = MathF.Min(at.U, 1 - at.U);
        var drape = 1 - Tone.Ramp(0.14f, 0.24f, fromSide + (at.V * 0.06f));
        return at.V < 0.3f ? glass : Tone.Mix(glass, Curtain * (0.9f - (at.V * 0.25f)), drape * 0.75f);
    }
}
