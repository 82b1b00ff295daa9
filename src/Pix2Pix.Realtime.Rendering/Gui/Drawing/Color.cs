using Pix2Pix.Realtime.Labels;
using SkiaSharp;

namespace Pix2Pix.Realtime.Rendering.Gui.Drawing;

/// <summary>A colour with opacity: red, green, blue, alpha, 0..255 each, sRGB, straight alpha.</summary>
internal readonly record struct Color(byte R, byte G, byte B, byte A = byte.MaxValue)
{
    public static Color Of(Rgb rgb) => new(rgb.R, rgb.G, rgb.B);

    /// <param name="rgb"><c>0xRRGGBB</c>.</param>
    public static Color Hex(uint rgb) => unchecked(new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb));

    /// <summary>The same colour, more or less translucent.</summary>
    /// <param name="opacity">0..1.</param>
    public Color WithOpacity(float opacity) => this with { A = (byte)MathF.Round(opacity * byte.MaxValue) };

    internal SKColor ToSkia() => new(R, G, B, A);
}
