using System.Numerics;

namespace Pix2Pix.Realtime.Painting;

/// <summary>
/// The way of a brush between two points of a trail: a Hermite curve that leaves each point along the circle through it and its neighbours, so that points on a circle give that
/// circle. A sharp turn stays a corner. Pointer events of a fast hand lie far apart; straight lines between them would show.
/// </summary>
internal readonly struct TrailCurve
{
    /// <summary>The cosine of the sharpest turn that is rounded: 75 degrees.</summary>
    private const float SharpestTurn = 0.2588f;

    private readonly Vector2 _from;
    private readonly Vector2 _to;
    private readonly Vector2 _leaving;
    private readonly Vector2 _arriving;

    /// <param name="points">As <see cref="Painter.Curve"/> takes them.</param>
    public TrailCurve(ReadOnlySpan<PixelPoint> points)
    {
        var (before, after) = (Of(points[0]), Of(points[3]));
        (_from, _to) = (Of(points[1]), Of(points[2]));
        var hasBefore = before != _from && IsSmooth(before, _from, _to);
        var hasAfter = after != _to && IsSmooth(_from, _to, after);
        if (!hasBefore && !hasAfter)
        {
            Steps = 1;
            return;
        }

        // Where the way begins or ends it runs on as it runs at its other end.
        before = hasBefore ? before : MirrorImage(_from, _to, after);
        after = hasAfter ? after : MirrorImage(_to, _from, before);
        (_leaving, _arriving) = (Tangent(before, _from, _to, _to - _from), Tangent(_from, _to, after, _to - _from));
        Steps = Math.Max(2, (int)Math.Ceiling(Vector2.Distance(_from, _to)));
    }

    /// <summary>Parts of at most about a pixel that it is painted in; 1 = it is a straight line.</summary>
    public int Steps { get; }

    /// <summary>The point at a share of the way, 0..1, in pixels.</summary>
    public Vector2 At(float share)
    {
        var (square, cube) = (share * share, share * share * share);
        return (((2 * cube) - (3 * square) + 1) * _from) + ((cube - (2 * square) + share) * _leaving) + (((3 * square) - (2 * cube)) * _to) + ((cube - square) * _arriving);
    }

    private static Vector2 Of(PixelPoint point) => new(point.X, point.Y);

    private static bool IsSmooth(Vector2 before, Vector2 at, Vector2 after) =>
        Vector2.Dot(at - before, after - at) > SharpestTurn * Vector2.Distance(before, at) * Vector2.Distance(at, after);

    /// <summary>The tangent at the middle one of three points to the circle through them, as long as a Hermite curve needs it to follow that circle along the chord.</summary>
    private static Vector2 Tangent(Vector2 before, Vector2 at, Vector2 after, Vector2 chord)
    {
        var (first, second) = (at - before, after - at);
        var ratio = second.Length() / first.Length();
        var direction = Vector2.Normalize((first * ratio) + (second / ratio));
        var cosine = Math.Max(Vector2.Dot(direction, Vector2.Normalize(chord)), 0);
        return direction * (2 * chord.Length() / (1 + cosine));
    }

    /// <summary>The mirror image of a point at the line that has equal distances to two others: on a circle through all three it lies on the circle.</summary>
    private static Vector2 MirrorImage(Vector2 from, Vector2 to, Vector2 point)
    {
        var along = to - from;
        return point - (2 * Vector2.Dot(point - ((from + to) / 2), along) / along.LengthSquared() * along);
    }
}
