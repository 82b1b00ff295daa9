using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Synthesis.Camera;

/// <summary>The sharpening that cameras do: each pixel moves away from the mean of its neighbours, in place.</summary>
internal static class Sharpening
{
    /// <param name="image">Changed.</param>
    /// <param name="amount">0 = none, 1 = as far from the mean again.</param>
    public static void Apply(PixelImage image, float amount)
    {
        var (stride, share) = (image.Width * 4, (int)(amount * 64));
        var (above, own) = (image.Row(0).ToArray(), new byte[stride]);
        for (var y = 0; y < image.Height; y++)
        {
            image.Row(y).CopyTo(own);
            var row = image.Row(y);
            var below = image.Row(Math.Min(y + 1, image.Height - 1));
            for (var i = 4; i < stride - 4; i++)
            {
                var sum = own[i - 4] + own[i + 4] + above[i] + below[i];
                row[i] = (byte)Math.Clamp(own[i] + ((((4 * own[i]) - sum) * share) >> 8), 0, 255);
            }

            (above, own) = (own, above);
        }
    }
}
