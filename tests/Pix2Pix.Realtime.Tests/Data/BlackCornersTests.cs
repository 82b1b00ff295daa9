using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Tests.Data;

public sealed class BlackCornersTests
{
    private const int Side = 64;

    /// <summary>Where the corner that is cut off ends: x + y below it.</summary>
    private const int Cut = 24;

    [Fact]
    public void A_black_corner_becomes_what_lies_beside_it()
    {
        var picture = Plain(90, 140, 220);
        Blacken(picture);
        BlackCorners.Fill(picture);
        Assert.Equal(Plain(90, 140, 220).Rgba, picture.Rgba);
    }

    [Fact]
    public void What_is_beside_the_corner_stays_and_what_is_in_it_lies_between_its_neighbours()
    {
        var (picture, before) = (Ramp(), Ramp());
        Blacken(picture);
        BlackCorners.Fill(picture);
        for (var i = 0; i < Side * Side; i++)
        {
            var (x, y) = (i % Side, i / Side);
            if (x + y >= Cut + 6)
            {
                Assert.Equal(before.Rgba[4 * i], picture.Rgba[4 * i]);
            }
            else
            {
                Assert.InRange(picture.Rgba[4 * i], 20, 120);
            }
        }
    }

    [Fact]
    public void Black_that_touches_no_corner_stays()
    {
        var picture = Plain(90, 140, 220);
        for (var y = 20; y < 40; y++)
        {
            for (var x = 0; x < 30; x++)
            {
                picture.Rgba.AsSpan(4 * ((y * Side) + x), 3).Clear();
            }
        }

        var before = picture.Rgba.ToArray();
        BlackCorners.Fill(picture);
        Assert.Equal(before, picture.Rgba);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 9)]
    [InlineData(33, 17)]
    public void A_picture_of_any_size_may_be_black_all_over_or_in_one_pixel(int width, int height)
    {
        var black = new PixelImage(width, height);
        BlackCorners.Fill(black);
        Assert.All(black.Rgba, value => Assert.Equal(0, value));

        var picture = new PixelImage(width, height);
        picture.Rgba.AsSpan().Fill(200);
        picture.Rgba.AsSpan(0, 3).Clear();
        BlackCorners.Fill(picture);
        Assert.Equal(width * height == 1 ? 0 : 200, picture.Rgba[^2]);
    }

    private static PixelImage Plain(byte red, byte green, byte blue)
    {
        var picture = new PixelImage(Side, Side);
        for (var i = 0; i < Side * Side; i++)
        {
            ReadOnlySpan<byte> pixel = [red, green, blue, 255];
            pixel.CopyTo(picture.Rgba.AsSpan(4 * i));
        }

        return picture;
    }

    private static PixelImage Ramp()
    {
        var picture = Plain(0, 0, 0);
        for (var i = 0; i < Side * Side; i++)
        {
            picture.Rgba.AsSpan(4 * i, 3).Fill((byte)(40 + (2 * (i % Side))));
        }

        return picture;
    }

    private static void Blacken(PixelImage picture)
    {
        for (var y = 0; y < Cut; y++)
        {
            for (var x = 0; x < Cut - y; x++)
            {
                // As JPEG files have black.
                picture.Rgba.AsSpan(4 * ((y * Side) + x), 3).Fill((byte)((x + y) % 3));
            }
        }
    }
}
