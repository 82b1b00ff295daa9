namespace Pix2Pix.Realtime.Painting;

/// <summary>A tool that changes what is selected. All others let go of the selection before they paint.</summary>
public interface ISelectionTool : ITool
{
    /// <summary>Does the whole stroke; <see cref="ITool.Paint"/> only shows meanwhile what it would come to.</summary>
    /// <param name="canvas">As it was before the stroke, with its selection.</param>
    /// <param name="points">The stroke from its first point to the last; never empty. May lie outside the canvas.</param>
    /// <returns>What is selected from then on; null = nothing.</returns>
    Selection? Select(LabelCanvas canvas, ReadOnlySpan<PixelPoint> points);
}
