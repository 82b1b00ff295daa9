using System.Collections.Immutable;

namespace Pix2Pix.Realtime.Painting;

/// <summary>One complete stroke, which can be saved and painted again to the same pixels. Immutable.</summary>
/// <param name="Tool">The tool's <see cref="ITool.Name"/>.</param>
/// <param name="ClassId">The class in the hand.</param>
/// <param name="Shape">The brush's shape.</param>
/// <param name="Size">The brush's size in pixels.</param>
/// <param name="Mirror">Whether it was also painted mirrored.</param>
/// <param name="Repeat">Rows and columns.</param>
/// <param name="Points">From the first to the last, as the tool saw them (after grid and constraint).</param>
public sealed record Stroke(
    string Tool, byte ClassId, BrushShape Shape, int Size, bool Mirror, PaintRepeat Repeat, ImmutableArray<PixelPoint> Points)
{
    /// <summary>Whether a trail runs through its points in a curve; if not, in straight lines.</summary>
    public bool IsSmooth { get; init; }

    /// <summary>The brush's size at each point, in pixels, where a pen's pressure changed it; empty = <see cref="Size"/> everywhere.</summary>
    public ImmutableArray<int> Sizes { get; init; } = [];

    /// <summary>What it places; null = what its tool's name says.</summary>
    public Cutout? Piece { get; init; }
}
