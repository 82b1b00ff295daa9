using System.Numerics;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Passes;

namespace Pix2Pix.Realtime.Rendering.Tests.Passes;

public sealed class CompositePassTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_tensor_becomes_the_colours_that_the_formula_says(int channels)
    {
        using var gl = new GlSession();
        using var tensor = Tensor(new FrameShape(channels, 5, 7));
        using var pass = new TensorPass(gl.Device);
        pass.Upload(tensor);
        var seen = gl.Read(pass.Picture!);
        for (var y = 0; y < 5; y++)
        {
            for (var x = 0; x < 7; x++)
            {
                var rgb = seen.At(x, y);
                Assert.Equal(Expected(tensor, 0, x, y), rgb.R, tolerance: 1.0);
                Assert.Equal(Expected(tensor, channels == 1 ? 0 : 1, x, y), rgb.G, tolerance: 1.0);
                Assert.Equal(Expected(tensor, channels == 1 ? 0 : 2, x, y), rgb.B, tolerance: 1.0);
            }
        }
    }

    [Theory]
    [InlineData(UpscaleFilter.Nearest)]
    [InlineData(UpscaleFilter.Smooth)]
    [InlineData(UpscaleFilter.Sharp)]
    public void Each_filter_follows_its_formula(UpscaleFilter filter)
    {
        const float scale = 3.4f;
        const float sharpness = 0.4f;

        // No pixel lies on a texel's centre or edge, where rounding, each card's own, chooses the neighbours.
        var origin = new Vector2(2.05f, 3.05f);
        using var gl = new GlSession(60, 50);
        using var picture = Picture(gl, new PixelSize(16, 12), seed: 5, out var source);
        var pass = new CompositePass(gl.Device) { Filter = filter, Sharpness = sharpness };
        pass.Draw(gl.Screen, new PixelRect(gl.Screen.Size), new ViewTransform(origin, scale), picture.Size, picture, second: null);
        var seen = gl.Read();
        for (var y = 3; y < 43; y++)
        {
            for (var x = 2; x < 56; x++)
            {
                var at = (new Vector2(x + 0.5f, y + 0.5f) - origin) / scale;
                var expected = Upscale.Red(source, at, filter, sharpness);
                Assert.True(Math.Abs(expected - seen.At(x, y).R) <= 2.5, $"{x},{y}: expected {expected:F1}, found {seen.At(x, y).R}");
            }
        }
    }

    /// <summary>Against the same edge drawn at the larger size; each pixel is the share of it that the edge covers.</summary>
    [Theory]
    [InlineData(20)]
    [InlineData(45)]
    [InlineData(117)]
    public void Looking_along_edges_draws_a_slanted_one_nearer_to_the_true_one_than_Catmull_Rom_does(double degrees)
    {
        const int side = 16;
        const int scale = 6;
        using var gl = new GlSession(side * scale, side * scale);
        using var picture = new Texture(gl.Device, new PixelSize(side, side), TextureFormat.Rgba8, isSmooth: true);
        picture.Upload<byte>([.. Enumerable.Range(0, side * side).SelectMany(i => Enumerable.Repeat((byte)Math.Round(Edge(i % side, i / side, 1)), 4))]);
        Assert.InRange(Error(UpscaleFilter.Edge) / Error(UpscaleFilter.Sharp), 0, 0.95);

        double Error(UpscaleFilter filter)
        {
            var pass = new CompositePass(gl.Device) { Filter = filter };
            pass.Draw(gl.Screen, new PixelRect(gl.Screen.Size), new ViewTransform(Vector2.Zero, scale), picture.Size, picture, second: null);
            var seen = gl.Read();
            var inner = from y in Enumerable.Range(2 * scale, (side - 4) * scale) from x in Enumerable.Range(2 * scale, (side - 4) * scale) select Math.Abs(seen.At(x, y).R - Edge(x, y, 1.0 / scale));
            return inner.Average();
        }

        double Edge(int x, int y, double size)
        {
            const int Samples = 8;
            var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
            var inside = (from j in Enumerable.Range(0, Samples) from i in Enumerable.Range(0, Samples) select (((x + ((i + 0.5) / Samples)) * size) - 8.1, ((y + ((j + 0.5) / Samples)) * size) - 7.8))
                .Count(at => (at.Item1 * cos) + (at.Item2 * sin) > 0);
            return 40 + (180.0 * inside / (Samples * Samples));
        }
    }

    [Theory]
    [InlineData(UpscaleFilter.Sharp)]
    [InlineData(UpscaleFilter.Edge)]
    public void Sharpening_never_goes_beyond_the_brightest_and_the_darkest_neighbour(UpscaleFilter filter)
    {
        using var gl = new GlSession(64, 64);
        using var picture = new Texture(gl.Device, new PixelSize(8, 8), TextureFormat.Rgba8, isSmooth: true);
        picture.Upload<byte>(Enumerable.Range(0, 64).SelectMany(i => Enumerable.Repeat((byte)(i % 8 < 4 ? 60 : 200), 4)).ToArray());
        var pass = new CompositePass(gl.Device) { Filter = filter, Sharpness = 1 };
        pass.Draw(gl.Screen, new PixelRect(gl.Screen.Size), new ViewTransform(Vector2.Zero, 8), picture.Size, picture, second: null);
        var seen = gl.Read();
        Assert.All(Enumerable.Range(0, 64), x => Assert.InRange(seen.At(x, 30).R, 59, 201));
        Assert.Equal(60, seen.At(0, 0).R);
        Assert.Equal(200, seen.At(63, 63).R);
    }

    [Fact]
    public void The_split_shows_the_second_picture_left_of_a_line_and_the_picture_right_of_it()
    {
        using var gl = new GlSession(40, 20);
        using var two = new TwoPictures(gl, CompositeMode.Split);
        two.Pass.Split = 0.25f;
        two.Pass.Draw(gl.Screen, new PixelRect(gl.Screen.Size), new ViewTransform(Vector2.Zero, 10), new PixelSize(4, 2), two.Picture, two.Second);
        var seen = gl.Read();
        Assert.Equal((0, 0, 200), seen.At(4, 5));
        Assert.Equal((255, 255, 255), seen.At(10, 5));
        Assert.Equal((200, 100, 0), seen.At(12, 5));
        Assert.Equal((200, 100, 0), seen.At(39, 19));
    }

    [Fact]
    public void The_overlay_mixes_both_by_its_opacity()
    {
        using var gl = new GlSession(40, 20);
        using var two = new TwoPictures(gl, CompositeMode.Overlay);
        two.Pass.Opacity = 0.25f;
        two.Pass.Draw(gl.Screen, new PixelRect(gl.Screen.Size), new ViewTransform(Vector2.Zero, 10), new PixelSize(4, 2), two.Picture, two.Second);
        Assert.Equal((150, 75, 50), gl.Read().At(20, 10));
    }

    [Fact]
    public void Around_the_picture_is_the_surround()
    {
        using var gl = new GlSession(40, 20);
        using var two = new TwoPictures(gl, CompositeMode.Plain);
        two.Pass.Surround = new Rgb(1, 2, 3);
        two.Pass.Draw(gl.Screen, new PixelRect(gl.Screen.Size), new ViewTransform(new Vector2(10, 5), 2), new PixelSize(4, 2), two.Picture, second: null);
        var seen = gl.Read();
        Assert.Equal((1, 2, 3), seen.At(9, 5));
        Assert.Equal((200, 100, 0), seen.At(10, 5));
        Assert.Equal((200, 100, 0), seen.At(17, 8));
        Assert.Equal((1, 2, 3), seen.At(18, 8));
    }

    [Fact]
    public void Another_shape_replaces_the_former_and_nothing_is_left_behind()
    {
        using var gl = new GlSession();
        var pass = new TensorPass(gl.Device);
        var programs = gl.Device.LiveObjects;
        for (var i = 1; i <= 20; i++)
        {
            using var tensor = Tensor(new FrameShape(3, 8 * i, 8));
            pass.Upload(tensor);
            gl.Device.Drain();
            Assert.Equal(programs + 3, gl.Device.LiveObjects);
        }

        pass.Dispose();
        gl.Device.Drain();
        Assert.Equal(programs, gl.Device.LiveObjects);
        Assert.Empty(gl.Reports);
    }

    private static Texture Picture(GlSession gl, PixelSize size, int seed, out PixelImage source)
    {
        source = new PixelImage(size.Width, size.Height);
        new Random(seed).NextBytes(source.Rgba);
        var texture = new Texture(gl.Device, size, TextureFormat.Rgba8, isSmooth: true);
        texture.Upload<byte>(source.Rgba);
        return texture;
    }

    private static TensorBuffer Tensor(FrameShape shape)
    {
        var tensor = new TensorBuffer(shape);
        var random = new Random(11);
        foreach (ref var value in tensor.Values)
        {
            value = (random.NextSingle() * 2.4f) - 1.2f;
        }

        return tensor;
    }

    private static double Expected(TensorBuffer tensor, int channel, int x, int y)
    {
        var (_, height, width) = tensor.Shape;
        return Math.Clamp((tensor.Values[(((channel * height) + y) * width) + x] + 1) * 127.5, 0, 255);
    }

    /// <summary>A pass, and an orange and a blue picture for it.</summary>
    private sealed class TwoPictures : IDisposable
    {
        public TwoPictures(GlSession gl, CompositeMode mode)
        {
            Pass = new CompositePass(gl.Device) { Mode = mode };
            Picture = new Texture(gl.Device, new PixelSize(2, 1), TextureFormat.Rgba8, isSmooth: true);
            Picture.Upload<byte>([200, 100, 0, 255, 200, 100, 0, 255]);
            Second = new Texture(gl.Device, new PixelSize(1, 1), TextureFormat.Rgba8);
            Second.Upload<byte>([0, 0, 200, 255]);
        }

        public CompositePass Pass { get; }

        public Texture Picture { get; }

        public Texture Second { get; }

        public void Dispose()
        {
            Picture.Dispose();
            Second.Dispose();
        }
    }
}
