using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Tests.Labels;

public sealed class DistinctColorsTests
{
    // Machado, Oliveira and Fernandes 2009, severity 1: what linear red, green and blue become.
    private static readonly double[][] Deuteranope = [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]];
    private static readonly double[][] Protanope = [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]];

    [Fact]
    public void Every_two_classes_differ_for_everybody_and_in_the_palettes_own_colours_they_do_not()
    {
        var palette = PaletteFile.Load("cmp-facade");
        Assert.True(Nearest(DistinctColors.For(palette)) > 30);
        Assert.True(Nearest([.. palette.Classes.Select(one => one.Color)]) < 10);
    }

    [Fact]
    public void Ink_on_paper_stays_black_on_white() =>
        Assert.Equal([new Rgb(255, 255, 255), new Rgb(0, 0, 0)], DistinctColors.For(PaletteFile.Load("edges")));

    /// <summary>The smallest distance in CIE Lab of any two of them, for normal vision and each kind of colour blindness.</summary>
    private static double Nearest(IReadOnlyList<Rgb> colors)
    {
        var nearest = double.PositiveInfinity;
        for (var i = 0; i < colors.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                nearest = new[] { null, Deuteranope, Protanope }.Select(eye => Distance(Lab(colors[i], eye), Lab(colors[j], eye))).Append(nearest).Min();
            }
        }

        return nearest;
    }

    private static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());

    private static double[] Lab(Rgb color, double[][]? eye)
    {
        double[] linear = [Linear(color.R), Linear(color.G), Linear(color.B)];
        linear = eye is null ? linear : [.. eye.Select(row => Math.Clamp(row.Zip(linear, (a, b) => a * b).Sum(), 0, 1))];
        var x = Bent(((0.4124 * linear[0]) + (0.3576 * linear[1]) + (0.1805 * linear[2])) / 0.9505);
        var y = Bent((0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]));
        var z = Bent(((0.0193 * linear[0]) + (0.1192 * linear[1]) + (0.9505 * linear[2])) / 1.089);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];
    }

    private static double Linear(byte channel) => channel / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);

    private static double Bent(double value) => value > 0.008856 ? Math.Cbrt(value) : (7.787 * value) + (16.0 / 116);
}
