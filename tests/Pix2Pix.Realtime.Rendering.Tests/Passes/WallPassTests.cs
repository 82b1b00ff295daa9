using System.Numerics;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Passes;

namespace Pix2Pix.Realtime.Rendering.Tests.Passes;

public sealed class WallPassTests : IDisposable
{
    private const int Side = 64;

    /// <summary>Looks along -z with an angle of 90 degrees: at distance 1 it sees -1..1.</summary>
    private static readonly Matrix4x4 Camera = Matrix4x4.CreatePerspectiveFieldOfView(MathF.PI / 2, 1, 0.01f, 100);

    private readonly GlSession _session = new(Side, Side);
    private readonly Texture _picture;

    public WallPassTests()
    {
        // Four quarters: red, green; blue, white.
        _picture = new Texture(_session.Device, new PixelSize(2, 2), TextureFormat.Rgba8);
        _picture.Upload<byte>([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255]);
        _session.Device.Clear(_session.Screen, 0, 0, 0);
    }

    public void Dispose()
    {
        _picture.Dispose();
        _session.Dispose();
    }

    [Fact]
    public void A_wall_that_faces_the_eye_lies_where_geometry_says_with_its_top_left_at_the_top_left()
    {
        // Half as wide as what is seen at distance 2.
        Draw(new Wall(new(-1, 1, -2), new(2, 0, 0), new(0, -2, 0)));
        var image = _session.Read();
        Assert.Equal((255, 0, 0), image.At(17, 17));
        Assert.Equal((0, 255, 0), image.At(46, 17));
        Assert.Equal((0, 0, 255), image.At(17, 46));
        Assert.Equal((255, 255, 255), image.At(46, 46));
        Assert.Equal((0, 0, 0), image.At(14, 32));
        Assert.Equal((0, 0, 0), image.At(32, 49));
    }

    [Fact]
    public void A_wall_that_runs_away_is_narrower_in_its_far_half()
    {
        // From x = -1 at distance 1 to x = 1 at distance 3: its middle, x = 0 at distance 2, is in the middle of the picture.
        Draw(new Wall(new(-1, 1, -1), new(2, 0, -2), new(0, -2, 0)));
        var row = _session.Read();
        Assert.Equal((255, 0, 0), row.At(30, 24));
        Assert.Equal((0, 255, 0), row.At(33, 24));

        // Its far end, x = 1 at distance 3, is at a third of the right half.
        Assert.Equal((0, 255, 0), row.At(41, 30));
        Assert.Equal((0, 0, 0), row.At(44, 30));
        Assert.Equal((255, 0, 0), row.At(1, 8));
    }

    [Fact]
    public void Walls_seen_from_behind_and_walls_behind_the_eye_are_not_drawn()
    {
        Draw(new Wall(new(1, 1, -2), new(-2, 0, 0), new(0, -2, 0)));
        Draw(new Wall(new(-1, 1, 2), new(2, 0, 0), new(0, -2, 0)));
        Draw(new Wall(new(1, 1, 2), new(-2, 0, 0), new(0, -2, 0)));
        Assert.DoesNotContain(_session.Read().Rgba.Where((_, i) => i % 4 != 3), value => value != 0);
    }

    [Fact]
    public void A_wall_that_begins_behind_the_eye_is_drawn_only_in_front_of_it()
    {
        // The left side of a street that the eye stands in.
        Draw(new Wall(new(-1, 1, 10), new(0, 0, -30), new(0, -2, 0)));
        var image = _session.Read();
        Assert.NotEqual((0, 0, 0), image.At(0, 32));
        Assert.NotEqual((0, 0, 0), image.At(20, 32));
        Assert.Equal((0, 0, 0), image.At(40, 32));
        Assert.Equal((0, 0, 0), image.At(63, 32));
    }

    private void Draw(in Wall wall) => new WallPass(_session.Device).Draw(_session.Screen, new PixelRect(0, 0, Side, Side), Camera, wall, _picture);
}
