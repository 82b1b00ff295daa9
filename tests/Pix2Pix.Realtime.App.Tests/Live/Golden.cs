using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>
/// Compares a picture with the one in <c>tests/golden</c>: mean difference at most 2/255, and at most 0.2% of the pixels off by more than
/// 24/255. The picture that was found is left beside the test program, to look at and, when a change is meant, to take its place by hand.
/// </summary>
internal static class Golden
{
    private const double MostMean = 2;
    private const int FarOff = 24;
    private const double MostFarOff = 0.002;

    public static void Compare(string name, PixelImage found)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "golden", $"{name}.png");
        Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "found"));
        var kept = Path.Combine(AppContext.BaseDirectory, "found", $"{name}.png");
        ImageFile.Save(kept, found);
        Assert.True(File.Exists(path), $"no golden picture {name}.png; the one found is {kept}");
        var golden = ImageFile.Load(path);
        Assert.Equal((golden.Width, golden.Height), (found.Width, found.Height));
        var (sum, far) = (0L, 0);
        for (var i = 0; i < golden.Rgba.Length; i += 4)
        {
            var most = 0;
            for (var channel = 0; channel < 3; channel++)
            {
                var difference = Math.Abs(golden.Rgba[i + channel] - found.Rgba[i + channel]);
                sum += difference;
                most = Math.Max(most, difference);
            }

            far += most > FarOff ? 1 : 0;
        }

        var pixels = golden.Width * golden.Height;
        Assert.True(sum / (3.0 * pixels) <= MostMean && far <= MostFarOff * pixels, $"{name}: mean {sum / (3.0 * pixels):0.00}, {far} of {pixels} pixels far off; see {kept}");
    }
}
