using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.App.Live.Canvas;

/// <summary>What a pen's pressure makes of the brush's size.</summary>
internal static class PenSize
{
    /// <param name="pen">Null = a mouse.</param>
    /// <param name="brush">The brush's own size, in pixels: that of full pressure.</param>
    /// <param name="curve">The exponent of the pressure: 1 = the size grows evenly, more = a firm hand is needed for a large one; 0 = pressure changes nothing.</param>
    /// <returns>Pixels, at least 1; 0 = the brush's own.</returns>
    public static int Of(PenState? pen, int brush, double curve) =>
        pen is { } held && curve > 0 ? Math.Clamp((int)Math.Round(brush * Math.Pow(held.Pressure, curve)), 1, brush) : 0;
}
