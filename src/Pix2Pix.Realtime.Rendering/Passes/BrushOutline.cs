using System.Numerics;

namespace Pix2Pix.Realtime.Rendering.Passes;

/// <summary>
/// The outline of what a brush would paint: every pixel whose centre is nearer to <paramref name="Centre"/> than half the size
/// (round), or whose centre is so on both axes (square).
/// </summary>
/// <param name="Centre">In pixels of the label map; the middle of the first pixel is 0.5, 0.5.</param>
/// <param name="Size">Pixels across; 0 = no outline.</param>
/// <param name="IsRound">Round, or square.</param>
public readonly record struct BrushOutline(Vector2 Centre, float Size, bool IsRound)
{
    /// <summary>No outline.</summary>
    public static BrushOutline None => default;

    /// <summary>Pixels of the screen: the thickness of its white line, and of the black one around it.</summary>
    public float Line { get; init; } = 1;
}
