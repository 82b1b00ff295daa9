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

    /// <summary>How bright it looks, 0..1: the relative luminance of WCAG 2.1.</summary>
    public double Luminance
    {
        get
        {
            return (0.2126 * Linear(R)) + (0.7152 * Linear(G)) + (0.0722 * Linear(B));

            static double Linear(byte channel) => channel / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }
    }

    /// <summary>The contrast ratio of WCAG 2.1: 1 = the same, 21 = black on white; small text needs 4.5.</summary>
    public double ContrastWith(Color other)
    {
        var (bright, dark) = (Math.Max(Luminance, other.Luminance), Math.Min(Luminance, other.Luminance));
        return (bright + 0.05) / (dark + 0.05);
    }

    internal SKColor ToSkia() => new(R, G, B, A);
}
