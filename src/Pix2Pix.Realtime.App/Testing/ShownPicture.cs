using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Testing;

/// <summary>A picture of the test as people see it.</summary>
/// <param name="Jpeg">A JPEG file's bytes, for the page.</param>
/// <param name="Pixels">Every pixel, kept where a sheet or a blind page is asked for; else null.</param>
internal sealed record ShownPicture(byte[] Jpeg, PixelImage? Pixels)
{
    public static PixelImage Decode(ReadOnlySpan<float> values, FrameShape shape)
    {
        var picture = new PixelImage(shape.Width, shape.Height);
        PixelConvert.Decode(values, shape, picture);
        return picture;
    }

    public static ShownPicture Of(PixelImage picture, bool isKept) => new(ImageFile.EncodeJpeg(picture), isKept ? picture : null);
}
