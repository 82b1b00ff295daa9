using System.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Plans;

/// <summary>A camera that does not look quite straight at the house: verticals stay, one side is a little higher than the other.</summary>
/// <param name="Centre">The point that stays where it is.</param>
/// <param name="Growth">How much taller a column gets, as a share, per pixel to the right.</param>
internal readonly record struct Perspective(Vector2 Centre, float Growth)
{
    /// <summary>How much a horizontal line rises or falls from one column to another, pixels.</summary>
    public float Lean(float left, float right, float y) => MathF.Abs((y - Centre.Y) * (right - left) * Growth);

    public Vector2 Place(float x, float y) => new(x, Centre.Y + ((y - Centre.Y) * (1 + ((x - Centre.X) * Growth))));
}
