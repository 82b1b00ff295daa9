using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Painting;

namespace Pix2Pix.Realtime.Rendering.Passes;

/// <summary>What a <see cref="SelectionPass"/> draws the outline of.</summary>
/// <param name="Piece">Which pixels of the area belong to it; null = all.</param>
/// <param name="Area">Pixels of the label map, may lie outside of it; empty = there is no outline.</param>
internal readonly record struct SelectionOutline(Cutout? Piece, PixelRect Area)
{
    public static SelectionOutline None => default;

    /// <summary>Pixels of the screen: the thickness of each of its two lines.</summary>
    public float Line { get; init; } = 1;
}
