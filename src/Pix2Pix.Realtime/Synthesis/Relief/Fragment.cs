using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Synthesis.Relief;

/// <summary>One pixel as an element sees it. Lengths are in units: 1/256 of the picture's smaller side.</summary>
/// <param name="X">From the picture's left side to the pixel's centre.</param>
/// <param name="Y">From the picture's top to the pixel's centre.</param>
/// <param name="Of">Its region.</param>
/// <param name="Left">To the region's edge on the left, along the row. The same for the other three.</param>
/// <param name="Opening">To the nearest window, door, blind or shop, as a chessboard's king walks; 0 inside one.</param>
/// <param name="Before">The class beyond the edge on the left; null = the picture ends there. The same for the other three.</param>
/// <param name="Pixel">The pixel's size.</param>
internal readonly record struct Fragment(
    float X, float Y, Region Of, float Left, float Right, float Above, float Below, float Opening,
    FacadeClass? Before, FacadeClass? After, FacadeClass? Roof, FacadeClass? Floor, float Pixel)
{
    /// <summary>0 at the box's left side, 1 at its right.</summary>
    public float U => (X - Of.Left) / Of.Width;

    /// <summary>0 at the region's top in this column, 1 at its bottom.</summary>
    public float V => Above / (Above + Below);

    /// <summary>The region's height in this column.</summary>
    public float Column => Above + Below;

    /// <summary>To the region's nearest edge.</summary>
    public float Inset => MathF.Min(MathF.Min(Left, Right), MathF.Min(Above, Below));
}
