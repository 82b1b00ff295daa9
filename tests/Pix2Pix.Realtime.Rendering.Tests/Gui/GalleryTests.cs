using Pix2Pix.Realtime.Rendering.Gui;

namespace Pix2Pix.Realtime.Rendering.Tests.Gui;

/// <summary>Every page at each scale is the same page; what is drawn lies in the test's output folder, for people to look at.</summary>
public sealed class GalleryTests
{
    /// <summary>Points a side: about an icon's.</summary>
    private const int Cell = 20;

    /// <summary>Of 0..255, in a cell's mean colour: edges and letters fall on other pixels at another scale.</summary>
    private const double MostDifference = 12;

    [Theory]
    [InlineData("basics", 280, 700)]
    [InlineData("forms", 320, 600)]
    [InlineData("charts", 320, 880)]
    [InlineData("question", 480, 560)]
    [InlineData("icons", 320, 280)]
    public void Every_page_shows_the_same_in_the_same_places_at_each_scale(string page, int width, int height)
    {
        var plain = Cells(page, width, height, 1);
        Assert.True(plain.Max() - plain.Min() > 50, "a page must not be empty");
        foreach (var scale in (float[])[1.5f, 2])
        {
            var scaled = Cells(page, width, height, scale);
            var differences = plain.Zip(scaled, (a, b) => Math.Abs(a - b)).ToList();
            var (most, where) = differences.Select((difference, i) => (difference, i / 3)).Max();
            Assert.True(most <= MostDifference, $"{page}@{scale}: the colour at {where % (width / Cell) * Cell}, {where / (width / Cell) * Cell} points is off by {most:f1}");
        }
    }

    internal static Action<Ui> Page(string name)
    {
        var gallery = new Gallery();
        return name switch { "icons" => Gallery.Icons, "forms" => gallery.Forms, "charts" => gallery.Charts, "question" => gallery.Question, _ => gallery.Basics };
    }

    /// <summary>The mean red, green and blue of each cell, row by row.</summary>
    private static double[] Cells(string page, int width, int height, float scale)
    {
        using var session = new KitSession(Page(page), width, height, scale);
        session.Frame();
        session.Frame();
        var drawn = session.Ui.Raster.Copy();
        Artefacts.Save($"{page}@{scale}.png", drawn);
        var (side, columns) = ((int)(Cell * scale), width / Cell);
        var sums = new double[columns * (height / Cell) * 3];
        for (var y = 0; y < drawn.Height; y++)
        {
            var row = drawn.Row(y);
            for (var x = 0; x < drawn.Width; x++)
            {
                var cell = ((y / side * columns) + (x / side)) * 3;
                for (var channel = 0; channel < 3; channel++)
                {
                    sums[cell + channel] += row[(x * 4) + channel];
                }
            }
        }

        return [.. sums.Select(sum => sum / (side * side))];
    }
}
