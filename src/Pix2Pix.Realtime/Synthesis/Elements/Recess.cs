using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Elements;

/// <summary>The hole in the wall that a window or a door lies in: the sides that the camera sees, and what is left for the element.</summary>
/// <param name="Left">From the element's left edge to the pixel, in units; negative on the side of the hole. The same for the other three.</param>
/// <param name="Width">The element's width.</param>
/// <param name="Height">The element's height in this column.</param>
internal readonly record struct Recess(float Left, float Right, float Above, float Below, float Width, float Height)
{
    public static Recess Of(in Fragment at, House house, float depth)
    {
        var (middle, top) = (at.Of.Middle, at.Of.Top);
        var view = house.Parallax(middle, top);
        // What another part of the same opening hides has no side of its own.
        var left = at.Before is FacadeClass.Blind or FacadeClass.Window ? 0 : MathF.Max(0, -view.X) * depth;
        var right = at.After is FacadeClass.Blind or FacadeClass.Window ? 0 : MathF.Max(0, view.X) * depth;
        var above = at.Roof is FacadeClass.Blind or FacadeClass.Window ? 0 : MathF.Max(0, view.Y) * depth * 1.2f;
        return new Recess(at.Left - left, at.Right - right, at.Above - above, at.Below, at.Left + at.Right - left - right, at.Column - above);
    }

    /// <summary>To the element's nearest edge; negative on the sides of the hole.</summary>
    public float Inset => MathF.Min(MathF.Min(Left, Right), MathF.Min(Above, Below));

    /// <summary>Whether the pixel shows a side of the hole instead of the element.</summary>
    public bool IsSide => MathF.Min(MathF.Min(Left, Right), Above) < 0;

    /// <summary>The side of the hole: plastered like the wall, going back to the element.</summary>
    public Surface Side(House house, float depth)
    {
        var out01 = Tone.Clamp(-MathF.Min(MathF.Min(Left, Right), Above) / (depth * 0.5f));
        return new Surface(-depth * (1 - (out01 * 0.4f)), Tone.Mix(house.Trim, house.Wall, 0.4f) * (Above < 0 ? 0.5f : 0.7f));
    }
}
