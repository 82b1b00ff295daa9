using System.Numerics;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Synthesis;
using Pix2Pix.Realtime.Synthesis.Camera;
using Pix2Pix.Realtime.Synthesis.Fields;

namespace Pix2Pix.Realtime.Tests.Synthesis;

public sealed class CameraTests
{
    [Fact]
    public void A_lower_quality_loses_more()
    {
        var original = FacadeSynthesizer.Draw(42, 70, 50).Photo;
        var losses = new[] { 100, 90, 60, 30 }.Select(quality => Loss(original, JpegLoss.Apply(new PixelImage(70, 50, [.. original.Rgba]), quality))).ToArray();
        Assert.Equal(0, losses[0]);
        Assert.Equal(losses.Order(), losses);
        Assert.InRange(losses[1], 0.2, 4);
        Assert.InRange(losses[3], losses[1] * 1.5, 14);
    }

    [Fact]
    public void A_flat_block_survives_its_cosines()
    {
        var block = new float[64];
        Array.Fill(block, 37.5f);
        var steps = new float[64];
        Array.Fill(steps, 1);
        CosineBlock.Round(block, steps);
        Assert.All(block, value => Assert.Equal(37.5f, value, 0.1f));
    }

    [Fact]
    public void A_blur_keeps_the_light_and_spreads_it()
    {
        var light = new Vector3[21 * 21];
        light[(10 * 21) + 10] = Vector3.One;
        Lens.Blur(light, 21, 0.8f);
        Assert.Equal(1, light.Sum(one => one.X), 1e-4f);
        Assert.InRange(light[(10 * 21) + 10].X, 0.15f, 0.35f);
        Assert.Equal(light[(10 * 21) + 9], light[(9 * 21) + 10]);
    }

    [Fact]
    public void A_box_blur_is_the_mean_of_its_square()
    {
        var field = new Field(17, 13);
        for (var i = 0; i < field.Values.Length; i++)
        {
            field.Values[i] = ValueNoise.Cell(i, 0, 1);
        }

        var blurred = BoxBlur.Of(field, 2);
        for (var y = 0; y < 13; y++)
        {
            for (var x = 0; x < 17; x++)
            {
                var sum = 0f;
                for (var n = 0; n < 25; n++)
                {
                    sum += field.Row(Math.Clamp(y + (n / 5) - 2, 0, 12))[Math.Clamp(x + (n % 5) - 2, 0, 16)];
                }

                Assert.Equal(sum / 25, blurred.Row(y)[x], 1e-4f);
            }
        }
    }

    private static double Loss(PixelImage a, PixelImage b) => a.Rgba.Zip(b.Rgba).Average(pair => Math.Abs(pair.First - pair.Second));
}
