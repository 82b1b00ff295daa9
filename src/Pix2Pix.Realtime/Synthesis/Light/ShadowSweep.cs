using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Fields;

namespace Pix2Pix.Realtime.Synthesis.Light;

/// <summary>
/// Shadows of a height field in a light from above: each row's shadow is the row above's, moved and lowered. One pass whatever the shadows' length;
/// the move between two pixels blurs a shadow the more, the farther it falls, as a real one's half-shadow grows.
/// </summary>
internal static class ShadowSweep
{
    private const int Margin = 8;

    /// <summary>Adds the light that arrives, 0..<paramref name="weight"/> a pixel.</summary>
    /// <param name="height">Units.</param>
    /// <param name="shift">Columns towards the light per row, -4..4.</param>
    /// <param name="slope">Units that the light's ray rises per row.</param>
    /// <param name="softness">Units of height from full light to full shadow.</param>
    /// <param name="weight">The light's share.</param>
    /// <param name="sum">What it is added to.</param>
    public static void Add(Field height, float shift, float slope, float softness, float weight, Field sum)
    {
        var (above, own) = (new float[height.Width + (2 * Margin)], new float[height.Width + (2 * Margin)]);
        Array.Fill(above, -1000);
        var whole = (int)MathF.Floor(shift);
        for (var y = 0; y < height.Height; y++)
        {
            Row(height.Row(y), sum.Row(y), above, own, Margin + whole, shift - whole, slope, softness, weight);
            own.AsSpan(0, Margin).Fill(own[Margin]);
            own.AsSpan(Margin + height.Width).Fill(own[Margin + height.Width - 1]);
            (above, own) = (own, above);
        }
    }

    private static void Row(
        ReadOnlySpan<float> height, Span<float> sum, float[] above, float[] own, int offset, float share, float slope, float softness, float weight)
    {
        var x = 0;
        var (shares, slopes, scale) = (new Vector<float>(share), new Vector<float>(slope), new Vector<float>(1 / softness));
        for (; x <= height.Length - Vector<float>.Count; x += Vector<float>.Count)
        {
            var (h, near, far) = (new Vector<float>(height[x..]), new Vector<float>(above, x + offset), new Vector<float>(above, x + offset + 1));
            var shadow = near + ((far - near) * shares) - slopes;
            var dark = Vector.Min(Vector.Max((shadow - h) * scale, Vector<float>.Zero), Vector<float>.One);
            (new Vector<float>(sum[x..]) + ((Vector<float>.One - dark) * weight)).CopyTo(sum[x..]);
            Vector.Max(h, shadow).CopyTo(own, x + Margin);
        }

        for (; x < height.Length; x++)
        {
            var shadow = above[x + offset] + ((above[x + offset + 1] - above[x + offset]) * share) - slope;
            var dark = Tone.Clamp((shadow - height[x]) * (1 / softness));
            sum[x] += (1 - dark) * weight;
            own[x + Margin] = MathF.Max(height[x], shadow);
        }
    }
}
