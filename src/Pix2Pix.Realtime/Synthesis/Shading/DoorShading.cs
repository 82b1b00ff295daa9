using System.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Shading;

/// <summary>A door: wooden leaves with panels, a fanlight above, a brass knob, a stone step.</summary>
internal static class DoorShading
{
    private static readonly Vector3 Brass = Tone.Of(0.95f, 0.78f, 0.32f);
    private static readonly Vector3 Fanlight = Tone.Of(0.72f, 0.78f, 0.80f);
    private static readonly Vector3 Dusk = Tone.Of(0.30f, 0.38f, 0.45f);

    public static Vector3 Shade(in Fragment at, FacadeStyle style)
    {
        var line = at.Line;
        if (at.Below < StepHeight(at))
        {
            return style.Stone * (at.Below == 0 ? 0.66f : at.Below % 3 == 2 ? 0.78f : 0.94f);
        }

        if (Math.Min(Math.Min(at.Left, at.Right), at.Above) < line)
        {
            return style.Door * (at.Right < line ? 0.45f : 0.62f);
        }

        return at.V < 0.2f && at.Box.Height > 15 ? Light(at, style, line) : Leaf(at, style, line);
    }

    private static int StepHeight(in Fragment at) => Math.Clamp(at.Box.Height / 14, 1, 6);

    private static Vector3 Light(in Fragment at, FacadeStyle style, int line)
    {
        var bar = MathF.Abs(at.U - 0.5f) * at.Box.Width < line * 0.6f || (0.2f - at.V) * at.Box.Height < line;
        return bar ? style.Door * 0.9f : Tone.Mix(Fanlight, Dusk, Tone.Clamp((at.V * 3) + (at.U * 0.4f)));
    }

    private static Vector3 Leaf(in Fragment at, FacadeStyle style, int line)
    {
        var leaves = at.Box.Width > at.Box.Height * 1.2f ? 4 : at.Box.Width > 13 ? 2 : 1;
        var across = at.U * leaves;
        var inLeaf = across - MathF.Floor(across);
        var toGap = MathF.Abs(across - MathF.Floor(across + 0.5f)) * at.Box.Width / leaves;
        if (leaves > 1 && toGap < line * 0.55f)
        {
            return style.Door * 0.38f;
        }

        var knob = leaves == 1 ? at.Box.Width * 0.8f : (at.Box.Width * 0.5f) + (line * 2.2f);
        var (x, y) = ((at.U * at.Box.Width) - knob, (at.V - 0.62f) * at.Box.Height);
        return (x * x) + (y * y) < 0.6f + (line * line * 1.1f) ? Brass : Panel(at, style, inLeaf, at.Box.Width / (float)leaves);
    }

    /// <summary>Two sunk panels one above the other, their edges lit from the upper left.</summary>
    private static Vector3 Panel(in Fragment at, FacadeStyle style, float inLeaf, float leafWidth)
    {
        var down = Tone.Clamp((at.V - 0.2f) / 0.74f) * 2;
        var inPanel = down - MathF.Floor(down);
        var (near, far) = (MathF.Min(inLeaf * leafWidth, inPanel * at.Box.Height * 0.37f), MathF.Min((1 - inLeaf) * leafWidth, (1 - inPanel) * at.Box.Height * 0.37f));
        var rim = MathF.Max(2, leafWidth * 0.2f);
        var light = MathF.Min(near, far) < rim ? 1f : near < rim + 1 ? 0.62f : far < rim + 1 ? 1.35f : 0.86f;
        return style.Door * (light * (1.08f - (at.V * 0.16f)));
    }
}
