using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.App.Sources;

/// <summary>Gives every pixel the colour of the nearest class, through a table made once: fast enough for every picture of a camera. No allocation.</summary>
internal sealed class PaletteSnap
{
    /// <summary>Bits of each channel that choose: finer steps would not choose another class where classes differ visibly.</summary>
    private const int Bits = 5;

    private const int Dropped = 8 - Bits;

    private readonly uint[] _colors = new uint[1 << (3 * Bits)];

    public PaletteSnap(Palette palette)
    {
        const int Middle = 1 << (Dropped - 1);
        const int Mask = (1 << Bits) - 1;
        Span<byte> pixel = stackalloc byte[4];
        for (var i = 0; i < _colors.Length; i++)
        {
            var (red, green, blue) = ((i >> (2 * Bits) << Dropped) + Middle, (((i >> Bits) & Mask) << Dropped) + Middle, ((i & Mask) << Dropped) + Middle);
            var nearest = palette.Classes.MinBy(one => Square(one.Color.R - red) + Square(one.Color.G - green) + Square(one.Color.B - blue))!.Color;
            (pixel[0], pixel[1], pixel[2], pixel[3]) = (nearest.R, nearest.G, nearest.B, byte.MaxValue);
            _colors[i] = MemoryMarshal.Read<uint>(pixel);
        }
    }

    /// <summary>Snaps a picture in place; it becomes opaque.</summary>
    public void Apply(PixelImage picture)
    {
        var pixels = MemoryMarshal.Cast<byte, uint>(picture.Rgba.AsSpan());
        var bytes = picture.Rgba;
        for (var i = 0; i < pixels.Length; i++)
        {
            var at = i * 4;
            pixels[i] = _colors[((bytes[at] >> Dropped) << (2 * Bits)) | ((bytes[at + 1] >> Dropped) << Bits) | (bytes[at + 2] >> Dropped)];
        }
    }

    private static int Square(int value) => value * value;
}
