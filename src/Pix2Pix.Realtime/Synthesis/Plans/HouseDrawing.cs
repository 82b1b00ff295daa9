using System.Numerics;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Synthesis.Plans;

/// <summary>Draws a house's elements as its camera sees them.</summary>
internal sealed class HouseDrawing(LabelSketch sketch, Perspective camera)
{
    private const int ArchSteps = 6;

    /// <summary>Adds an element; where two overlap, the draw order of their classes decides.</summary>
    /// <remarks>What leans by less than a pixel would only get a notch: it stays upright and moves as a whole.</remarks>
    public void Draw(FacadeClass of, float left, float top, float right, float bottom)
    {
        if (camera.Lean(left, right, top) >= 1)
        {
            Outline(of, [new(left, top), new(right, top), new(right, bottom), new(left, bottom)]);
            return;
        }

        var (upper, lower) = (camera.Place((left + right) / 2, top), camera.Place((left + right) / 2, bottom));
        sketch.Rectangle(of, left, upper.Y, right, lower.Y);
    }

    public void Draw(FacadeClass of, Opening at) => Draw(of, at.Left, at.Top, at.Right, at.Bottom);

    public void Outline(FacadeClass of, ReadOnlySpan<Vector2> corners)
    {
        Span<Vector2> seen = stackalloc Vector2[corners.Length];
        for (var i = 0; i < corners.Length; i++)
        {
            seen[i] = camera.Place(corners[i].X, corners[i].Y);
        }

        sketch.Polygon(of, seen);
    }

    /// <summary>Adds an opening whose top is round.</summary>
    public void DrawArched(FacadeClass of, Opening at)
    {
        var (rise, half) = (MathF.Min(at.Height * 0.4f, at.Width * 0.5f), at.Width / 2);
        Span<Vector2> corners = stackalloc Vector2[(2 * ArchSteps) + 4];
        var count = 0;
        corners[count++] = new(at.Right, at.Bottom);
        corners[count++] = new(at.Left, at.Bottom);
        for (var step = -ArchSteps; step <= ArchSteps; step++)
        {
            // The circle's rational form: no sine, so that every machine draws the same arch.
            var t = (float)step / ArchSteps;
            corners[count++] = new(at.Middle + (half * 2 * t / (1 + (t * t))), at.Top + rise - (rise * (1 - (t * t)) / (1 + (t * t))));
        }

        Outline(of, corners[..count]);
    }

    /// <summary>Adds an element in front of what it would lie behind: a drawn blind, a railing before its window.</summary>
    public void Cover(FacadeClass of, Opening at)
    {
        sketch.PaintsOver = true;
        Draw(of, at);
        sketch.PaintsOver = false;
    }
}
