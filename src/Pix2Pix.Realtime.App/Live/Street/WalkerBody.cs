using System.Numerics;

namespace Pix2Pix.Realtime.App.Live.Street;

/// <summary>Somebody on the ground among houses: walls stop him, and he slides along them.</summary>
internal sealed class WalkerBody
{
    private const float Radius = 0.5f;
    private const float EyeHeight = 1.7f;
    private const float MetresPerSecond = 5;
    private const float RadiansPerSecond = 1.6f;

    /// <summary>Seconds: after a longer frame he continues as after this, so that nobody jumps through a wall.</summary>
    private const float LongestStep = 0.05f;

    /// <summary>On the ground: x to the right, y = z towards the viewer, in metres.</summary>
    public Vector2 Place { get; set; }

    /// <summary>Radians; 0 looks away from the viewer, along -z, and more turns to the right.</summary>
    public float Heading { get; set; }

    public Vector3 Eye => new(Place.X, EyeHeight, Place.Y);

    public Vector3 Forward => new(MathF.Sin(Heading), 0, -MathF.Cos(Heading));

    /// <summary>One frame's walk.</summary>
    /// <param name="forward">-1..1</param>
    /// <param name="aside">-1..1, to the right.</param>
    /// <param name="turn">-1..1, to the right.</param>
    /// <param name="seconds">The frame's.</param>
    /// <param name="houses">What stops him.</param>
    public void Walk(float forward, float aside, float turn, double seconds, IReadOnlyList<HouseComponent> houses)
    {
        var time = Math.Min((float)seconds, LongestStep);
        Heading += turn * RadiansPerSecond * time;
        var (ahead, right) = (new Vector2(Forward.X, Forward.Z), new Vector2(-Forward.Z, Forward.X));
        var way = ((ahead * forward) + (right * aside)) * MetresPerSecond * time;

        // One axis after the other: a wall takes only what leads into it.
        Step(new Vector2(way.X, 0), houses);
        Step(new Vector2(0, way.Y), houses);
    }

    /// <summary>Goes to a place as far away from a wall as the other houses allow.</summary>
    /// <param name="wall">The wall's middle on the ground.</param>
    /// <param name="away">The way from it, of length 1.</param>
    /// <param name="distance">Metres, at most.</param>
    /// <param name="houses">What stops him.</param>
    public void Stand(Vector2 wall, Vector2 away, float distance, IReadOnlyList<HouseComponent> houses)
    {
        Place = wall + (away * 2 * Radius);
        for (var walked = 2 * Radius; walked < distance; walked += Radius)
        {
            Step(away * Radius, houses);
        }
    }

    private void Step(Vector2 way, IReadOnlyList<HouseComponent> houses)
    {
        var next = Place + way;
        for (var i = 0; i < houses.Count; i++)
        {
            if (houses[i].Footprint.Touches(next, Radius))
            {
                return;
            }
        }

        Place = next;
    }
}
