using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Synthesis.Relief;

/// <summary>Pixels of one class that hang together by their sides: one window, one sill, one wall.</summary>
/// <remarks>Lengths are in units: 1/256 of the picture's smaller side.</remarks>
/// <param name="Of">Its class.</param>
/// <param name="Left">The bounding box.</param>
/// <param name="Top">The bounding box.</param>
/// <param name="Width">The bounding box.</param>
/// <param name="Height">The bounding box.</param>
/// <param name="Before">The class left of its middle; null = the picture ends there. The same for the other three.</param>
/// <param name="Seed">Decides what only this one has.</param>
internal sealed record Region(
    FacadeClass Of, float Left, float Top, float Width, float Height, FacadeClass? Before, FacadeClass? After, FacadeClass? Over, FacadeClass? Under, uint Seed)
{
    public float Middle => Left + (Width / 2);

    /// <summary>The n-th of the numbers in 0..1 that only this region has.</summary>
    public float Chance(int n) => Fields.ValueNoise.Cell(n, 77, Seed);
}
