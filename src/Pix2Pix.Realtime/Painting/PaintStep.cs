using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Painting;

/// <summary>One step of a <see cref="PaintHistory"/>.</summary>
/// <param name="Area">What changed; empty where only the selection did.</param>
/// <param name="Pixels">Its other state, row by row.</param>
/// <param name="Stroke">What changed it; null when the whole picture was replaced.</param>
/// <param name="IsClear">Whether it was replaced by nothing but background.</param>
/// <param name="Before">What was selected before.</param>
/// <param name="After">What was selected after.</param>
internal readonly record struct PaintStep(PixelRect Area, byte[] Pixels, TimedStroke? Stroke, bool IsClear, Selection? Before, Selection? After)
{
    /// <summary>Bytes a pixel of a selection: its class, whether it belongs to it, and what lies beneath.</summary>
    private const int SelectionBytes = 3;

    /// <summary>Bytes that it holds.</summary>
    public int Cost => Pixels.Length + (After is { } selection ? SelectionBytes * selection.Area.Width * selection.Area.Height : 0);
}
