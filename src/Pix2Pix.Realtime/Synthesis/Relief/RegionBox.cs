using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Synthesis.Relief;

/// <summary>A region's class and the box around it, pixels; right and bottom lie one beyond.</summary>
internal readonly record struct RegionBox(FacadeClass Of, int Left, int Top, int Right, int Bottom)
{
    public RegionBox Around(RegionBox other) => new(
        Of, Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}
