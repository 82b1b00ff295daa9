using System.Numerics;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Synthesis.Plans;

/// <summary>A label map under the pencil. A house's elements lie on each other by draw order; a beginner's strokes cover what was there.</summary>
internal sealed class LabelSketch(int width, int height)
{
    public LabelMap Map { get; } = new(width, height, (byte)FacadeClass.Background);

    public int Width => width;

    public int Height => height;

    /// <summary>Whether the latest stroke lies on top of everything, whatever its class.</summary>
    public bool PaintsOver { get; set; }

    /// <summary>Pixels of this picture per pixel of a 256 picture.</summary>
    public float Unit => MathF.Min(width, height) / 256f;

    public void Rectangle(FacadeClass of, float left, float top, float right, float bottom) =>
        Polygon(of, [new(left, top), new(right, top), new(right, bottom), new(left, bottom)]);

    /// <summary>Fills by the even-odd rule; a pixel belongs to the shape if its centre does.</summary>
    public void Polygon(FacadeClass of, ReadOnlySpan<Vector2> corners)
    {
        var (top, bottom) = (corners[0].Y, corners[0].Y);
        foreach (var corner in corners)
        {
            (top, bottom) = (MathF.Min(top, corner.Y), MathF.Max(bottom, corner.Y));
        }

        Span<float> crossings = stackalloc float[corners.Length];
        for (var y = Math.Max(0, (int)MathF.Floor(top)); y < Math.Min(height, bottom); y++)
        {
            var count = Cross(corners, y + 0.5f, crossings);
            crossings[..count].Sort();
            for (var i = 0; i + 1 < count; i += 2)
            {
                Run(of, y, crossings[i], crossings[i + 1]);
            }
        }
    }

    /// <param name="of">The class it is filled with.</param>
    /// <param name="centre">Its middle.</param>
    /// <param name="radii">Half its width and half its height.</param>
    public void Ellipse(FacadeClass of, Vector2 centre, Vector2 radii)
    {
        for (var y = Math.Max(0, (int)(centre.Y - radii.Y)); y < Math.Min(height, centre.Y + radii.Y); y++)
        {
            var dy = (y + 0.5f - centre.Y) / radii.Y;
            var half = radii.X * MathF.Sqrt(MathF.Max(0, 1 - (dy * dy)));
            Run(of, y, centre.X - half, centre.X + half);
        }
    }

    /// <summary>A brush drawn from point to point.</summary>
    public void Stroke(FacadeClass of, Vector2 from, Vector2 to, float size, bool round)
    {
        var length = MathF.Abs(to.X - from.X) + MathF.Abs(to.Y - from.Y);
        var steps = 1 + (int)(length / MathF.Max(1, size / 4));
        for (var i = 0; i <= steps; i++)
        {
            var at = from + ((to - from) * ((float)i / steps));
            if (round)
            {
                Ellipse(of, at, new Vector2(size / 2));
            }
            else
            {
                Rectangle(of, at.X - (size / 2), at.Y - (size / 2), at.X + (size / 2), at.Y + (size / 2));
            }
        }
    }

    private static int Cross(ReadOnlySpan<Vector2> corners, float y, Span<float> crossings)
    {
        var count = 0;
        var from = corners[^1];
        foreach (var to in corners)
        {
            if (from.Y <= y != to.Y <= y)
            {
                crossings[count++] = from.X + ((to.X - from.X) * (y - from.Y) / (to.Y - from.Y));
            }

            from = to;
        }

        return count;
    }

    private void Run(FacadeClass of, int y, float left, float right)
    {
        var order = FacadeClasses.DrawOrder(of);
        var row = Map.Row(y);
        for (var x = Math.Max(0, (int)MathF.Ceiling(left - 0.5f)); x < Math.Min(width, right - 0.5f); x++)
        {
            if (PaintsOver || order >= FacadeClasses.DrawOrder((FacadeClass)row[x]))
            {
                row[x] = (byte)of;
            }
        }
    }
}
