using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Inference;

namespace Pix2Pix.Realtime.App.Judging;

/// <summary>Describes pictures as they are seen, in 8 bits a channel. One thread.</summary>
internal sealed class PictureDescriber : IDisposable
{
    private readonly FeatureNetwork _network = new(Path.Combine(AppContext.BaseDirectory, "features"));
    private readonly RandomFilters _filters = new();

    /// <param name="picture">Planar <c>[1,C,H,W]</c>, -1..1; C is 1 (grey) or at least 3 (RGB first).</param>
    /// <param name="shape">Square, at least 64 pixels a side.</param>
    public DescribedPicture Describe(ReadOnlySpan<float> picture, FrameShape shape)
    {
        var area = shape.Width * shape.Height;
        var planes = new float[3][];
        for (var channel = 0; channel < 3; channel++)
        {
            planes[channel] = Rounded(picture.Slice(shape.Channels < 3 ? 0 : channel * area, area));
        }

        var brightness = new float[area];
        for (var i = 0; i < area; i++)
        {
            brightness[i] = (0.299f * planes[0][i]) + (0.587f * planes[1][i]) + (0.114f * planes[2][i]);
        }

        return new DescribedPicture(_network.Describe(picture, shape), _filters.Describe(planes, shape.Width), PictureSpectrum.Of(brightness, shape.Width));
    }

    public void Dispose() => _network.Dispose();

    private static float[] Rounded(ReadOnlySpan<float> plane)
    {
        var rounded = new float[plane.Length];
        for (var i = 0; i < plane.Length; i++)
        {
            rounded[i] = MathF.Round((Math.Clamp(plane[i], -1, 1) + 1) * 127.5f) / 255;
        }

        return rounded;
    }
}
