using System.Numerics;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Rendering.Passes;

/// <summary>How a camera sees a wall: the mapping from a point of the screen back to the place on the wall.</summary>
public readonly struct WallView
{
    /// <summary>The near plane when computing the area that a wall covers.</summary>
    private const float Nearest = 0.01f;

    private readonly Vector3 _right;
    private readonly Vector3 _down;
    private readonly Vector3 _corner;

    /// <param name="wall">Where it stands.</param>
    /// <param name="camera">World to clip space, row vectors.</param>
    public WallView(in Wall wall, in Matrix4x4 camera)
    {
        // A point of the wall in clip space is linear in (u, v, 1); the inverse takes a point of the picture back.
        (_right, _down, _corner) = (Clip(wall.Right, 0, camera), Clip(wall.Down, 0, camera), Clip(wall.Corner, 1, camera));
        var toU = Vector3.Cross(_down, _corner);
        var determinant = Vector3.Dot(_right, toU);
        IsFacing = determinant < 0;
        ToU = toU / determinant;
        ToV = Vector3.Cross(_corner, _right) / determinant;
        ToNear = Vector3.Cross(_right, _down) / determinant;
    }

    /// <summary>Whether it is seen from its front.</summary>
    public bool IsFacing { get; }

    internal Vector3 ToU { get; }

    internal Vector3 ToV { get; }

    internal Vector3 ToNear { get; }

    /// <summary>The place on the wall under a point of the picture.</summary>
    /// <param name="point">-1..1, y up.</param>
    /// <param name="place">0..1 from the wall's top left corner; outside of it beside the wall.</param>
    /// <param name="near">One over the distance: of two walls the one with more hides the other.</param>
    /// <returns>Whether the wall's front is there.</returns>
    public bool TryPick(Vector2 point, out Vector2 place, out float near)
    {
        var eye = new Vector3(point, 1);
        near = Vector3.Dot(ToNear, eye);
        place = new Vector2(Vector3.Dot(ToU, eye), Vector3.Dot(ToV, eye)) / near;
        return IsFacing && near > 0 && place is { X: >= 0 and <= 1, Y: >= 0 and <= 1 };
    }

    /// <summary>The smallest rectangle of the area that holds all that is seen of the wall; empty when nothing is.</summary>
    public PixelRect Bounds(PixelRect area)
    {
        Span<Vector3> corners = [_corner, _corner + _right, _corner + _right + _down, _corner + _down];
        var (least, most) = (new Vector2(float.MaxValue), new Vector2(float.MinValue));
        for (var i = 0; i < corners.Length; i++)
        {
            var (from, to) = (corners[i], corners[(i + 1) % corners.Length]);
            if (from.Z >= Nearest)
            {
                Include(from);
            }

            // An edge that passes the eye is cut where it does.
            if (from.Z < Nearest != to.Z < Nearest)
            {
                Include(Vector3.Lerp(from, to, (Nearest - from.Z) / (to.Z - from.Z)));
            }
        }

        var (left, top) = (area.X + (area.Width * (least.X + 1) / 2), area.Y + (area.Height * (1 - most.Y) / 2));
        var (right, bottom) = (area.X + (area.Width * (most.X + 1) / 2), area.Y + (area.Height * (1 - least.Y) / 2));
        return least.X > most.X ? default : PixelRect.FromEdges(Pixel(left), Pixel(top), Pixel(right + 1), Pixel(bottom + 1)).Intersect(area);

        void Include(Vector3 point)
        {
            var flat = new Vector2(point.X, point.Y) / point.Z;
            (least, most) = (Vector2.Min(least, flat), Vector2.Max(most, flat));
        }
    }

    private static int Pixel(float at) => (int)Math.Clamp(MathF.Floor(at), -100_000, 100_000);

    private static Vector3 Clip(Vector3 point, float w, in Matrix4x4 camera)
    {
        var clip = Vector4.Transform(new Vector4(point, w), camera);
        return new Vector3(clip.X, clip.Y, clip.W);
    }
}
