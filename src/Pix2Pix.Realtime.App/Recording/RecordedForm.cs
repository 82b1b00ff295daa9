using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Recording;

/// <summary>How pictures are recorded. ffmpeg scales them, so that the program that draws has no work with it.</summary>
/// <param name="Size">Pixels of the recording; empty = of the pictures themselves.</param>
internal sealed record RecordedForm(PixelSize Size = default)
{
    /// <summary>4K.</summary>
    private const int LongestSide = 3840;

    /// <summary>On a video device.</summary>
    public DevicePixels Pixels { get; init; }

    /// <summary>The size of a recording: even sides, of the pictures' own aspect, no smaller than they are and no larger than 4K.</summary>
    /// <param name="picture">Pixels of a picture as it is translated.</param>
    /// <param name="scale">How much larger it should be.</param>
    public static PixelSize Scaled(PixelSize picture, float scale)
    {
        scale = Math.Max(1, Math.Min(scale, (float)LongestSide / Math.Max(picture.Width, picture.Height)));
        return new PixelSize(Even(picture.Width * scale), Even(picture.Height * scale));

        static int Even(float side) => (int)MathF.Round(side / 2) * 2;
    }
}
