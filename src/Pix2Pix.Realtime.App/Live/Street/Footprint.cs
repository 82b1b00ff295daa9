using System.Numerics;

namespace Pix2Pix.Realtime.App.Live.Street;

/// <summary>A rectangle of ground, along the axes, in metres.</summary>
internal readonly record struct Footprint(Vector2 Least, Vector2 Most)
{
    /// <summary>The smallest around points of space; their height doesn't count.</summary>
    public static Footprint Around(params ReadOnlySpan<Vector3> points)
    {
        var (least, most) = (new Vector2(float.MaxValue), new Vector2(float.MinValue));
        foreach (var point in points)
        {
            var ground = new Vector2(point.X, point.Z);
            (least, most) = (Vector2.Min(least, ground), Vector2.Max(most, ground));
        }

        return new Footprint(least, most);
    }

    /// <summary>Whether a circle reaches into it.</summary>
    public bool Touches(Vector2 middle, float radius) => Vector2.DistanceSquared(Vector2.Clamp(middle, Least, Most), middle) < radius * radius;
}
