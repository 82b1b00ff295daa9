using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Rendering.Tests.Gui;

/// <summary>
/// The kit's pages against the pictures in <c>tests/golden/gui</c>, which people have looked at. What a test draws lies in its output folder
/// under <c>gallery/golden-*</c>; a golden picture is replaced by hand, after a look, and never to make a test pass. They are stored with 200
/// colours at most (ImageMagick: <c>convert IN +dither -colors 200 PNG8:OUT</c>), which stays far below the tolerance.
/// </summary>
public sealed class GoldenTests
{
    private const double MostMeanDifference = 2;
    private const double MostOutliers = 0.002;
    private const int OutlierFrom = 24;

    [Theory]
    [InlineData("basics", 280, 700, 1)]
    [InlineData("basics", 280, 700, 1.5f)]
    [InlineData("basics", 280, 700, 2)]
    [InlineData("forms", 320, 600, 1)]
    [InlineData("forms", 320, 600, 1.5f)]
    [InlineData("forms", 320, 600, 2)]
    [InlineData("question", 480, 560, 1)]
    [InlineData("question", 480, 560, 2)]
    [InlineData("charts", 320, 880, 1)]
    [InlineData("icons", 320, 280, 2)]
    public void A_page_looks_as_it_was_approved(string page, int width, int height, float scale)
    {
        using var session = new KitSession(GalleryTests.Page(page), width, height, scale);
        session.Frame();
        session.Frame();
        var drawn = session.Ui.Raster.Copy();
        var name = $"{page}@{scale}.png";
        Artefacts.Save($"golden-{name}", drawn);
        var golden = ImageFile.Load(Path.Combine(AppContext.BaseDirectory, "golden", "gui", name));
        Assert.Equal((golden.Width, golden.Height), (drawn.Width, drawn.Height));
        var (mean, outliers) = Compare(golden, drawn);
        Assert.True(mean <= MostMeanDifference && outliers <= MostOutliers, $"{name}: mean difference {mean:F2}, {outliers:P2} of the pixels differ much");
    }

    private static (double Mean, double Outliers) Compare(PixelImage a, PixelImage b)
    {
        var (sum, outliers) = (0L, 0);
        for (var i = 0; i < a.Rgba.Length; i += 4)
        {
            var (red, green, blue) = (Math.Abs(a.Rgba[i] - b.Rgba[i]), Math.Abs(a.Rgba[i + 1] - b.Rgba[i + 1]), Math.Abs(a.Rgba[i + 2] - b.Rgba[i + 2]));
            sum += red + green + blue;
            outliers += Math.Max(red, Math.Max(green, blue)) > OutlierFrom ? 1 : 0;
        }

        var pixels = a.Rgba.Length / 4;
        return ((double)sum / (pixels * 3), (double)outliers / pixels);
    }
}
