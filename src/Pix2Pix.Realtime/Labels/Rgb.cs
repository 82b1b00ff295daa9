namespace Pix2Pix.Realtime.Labels;

/// <summary>A colour: red, green, blue, 0..255 each, sRGB.</summary>
public readonly record struct Rgb(byte R, byte G, byte B)
{
    /// <summary>The sum of squared differences per channel: 0 = equal, 195075 = black against white.</summary>
    public int DistanceSquared(Rgb other)
    {
        var (r, g, b) = (R - other.R, G - other.G, B - other.B);
        return (r * r) + (g * g) + (b * b);
    }

    /// <summary><c>#rrggbb</c>.</summary>
    public override string ToString() => $"#{R:x2}{G:x2}{B:x2}";
}
