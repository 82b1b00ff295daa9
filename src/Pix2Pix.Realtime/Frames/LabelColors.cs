using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Frames;

/// <summary>A palette's colours as the generator's numbers: one table of 256 entries a channel, -1..1. Immutable; any thread.</summary>
public sealed class LabelColors
{
    private readonly float[][] _channels;

    /// <summary>Makes the table of a palette, once; <see cref="PixelConvert"/> reads it for each map.</summary>
    /// <param name="palette">The palette that the generator was trained with.</param>
    public LabelColors(Palette palette)
    {
        ArgumentNullException.ThrowIfNull(palette);
        var colors = Enumerable.Range(0, 256).Select(id => palette.ColorOf((byte)id)).ToArray();
        _channels = [[.. colors.Select(color => Scaled(color.R))], [.. colors.Select(color => Scaled(color.G))], [.. colors.Select(color => Scaled(color.B))]];
    }

    /// <summary>The numbers of all ids in a channel: 0 = red, 1 = green, 2 = blue.</summary>
    public ReadOnlySpan<float> Channel(int channel) => _channels[channel];

    private static float Scaled(byte value) => (value / 127.5f) - 1;
}
