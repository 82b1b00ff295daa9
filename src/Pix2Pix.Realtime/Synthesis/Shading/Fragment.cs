using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Synthesis.Shading;

/// <summary>One pixel as a look sees it: where it is in the picture and in its region.</summary>
/// <param name="X">Column in the picture.</param>
/// <param name="Y">Row in the picture.</param>
/// <param name="Box">The region's bounding box.</param>
/// <param name="Left">Pixels to the region's edge on the left: 0 = on the edge. The same for the other three.</param>
/// <param name="Roof">The class above the region in this column; null = the picture ends there.</param>
/// <param name="Floor">The class below the region in this column; null = the picture ends there.</param>
internal readonly record struct Fragment(
    int X, int Y, PixelRect Box, int Left, int Right, int Above, int Below, FacadeClass? Roof, FacadeClass? Floor)
{
    /// <summary>0 at the box's left side, 1 at its right.</summary>
    public float U => (X - Box.X + 0.5f) / Box.Width;

    /// <summary>0 at the box's top, 1 at its bottom.</summary>
    public float V => (Y - Box.Y + 0.5f) / Box.Height;

    /// <summary>Pixels to the region's nearest edge.</summary>
    public int Edge => Math.Min(Math.Min(Left, Right), Math.Min(Above, Below));

    /// <summary>How thick a frame or bar is in an element of this size, pixels.</summary>
    public int Line => Math.Clamp((Math.Min(Box.Width, Box.Height) + 6) / 14, 1, 4);

    /// <summary>A surface in relief, lit from the upper left: +1 on an edge that faces the light, -1 on one that faces away, else 0.</summary>
    public int Bevel(int depth) => Math.Min(Left, Above) < depth && Math.Min(Left, Above) <= Math.Min(Right, Below) ? 1
        : Math.Min(Right, Below) < depth ? -1 : 0;
}
