using System.Numerics;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Rendering.Passes;

namespace Pix2Pix.Realtime.Rendering.Tests.Passes;

public sealed class CanvasPassTests
{
    private static readonly LabelClass[] Classes =
    [
        new(1, "wall", new Rgb(0, 0, 223), '1', 1), new(2, "window", new Rgb(32, 255, 143), '2', 2), new(255, "last", new Rgb(7, 99, 201), '3', 3),
    ];

    [Fact]
    public void Every_pixel_has_exactly_its_classs_colour_at_a_whole_scale()
    {
        using var gl = new GlSession(65, 43);
        using var pass = Pass(gl, out var map);
        pass.Draw(gl.Screen, new PixelRect(gl.Screen.Size), new ViewTransform(new Vector2(5, 2), 3), BrushOutline.None);
        var seen = gl.Read();
        for (var y = 0; y < seen.Height; y++)
        {
            for (var x = 0; x < seen.Width; x++)
            {
                var (column, row) = (Floor(x - 5), Floor(y - 2));
                var inside = column >= 0 && row >= 0 && column < map.Width && row < map.Height;
                Assert.Equal(inside ? ColorOf(map[column, row]) : (9, 8, 7), seen.At(x, y));
            }
        }

        static int Floor(int pixel) => (int)Math.Floor(pixel / 3.0);
    }

    [Fact]
    public void Only_the_dirty_rectangle_is_taken_over()
    {
        using var gl = new GlSession();
        using var pass = Pass(gl, out var map);
        map.Ids.AsSpan().Fill(2);
        pass.Upload(map, new PixelRect(1, 1, 2, 3));
        var seen = gl.Read(pass.Picture()!);
        for (var y = 0; y < map.Height; y++)
        {
            for (var x = 0; x < map.Width; x++)
            {
                var id = new PixelRect(1, 1, 2, 3).Contains(x, y) ? (byte)2 : Original(x, y);
                Assert.Equal(ColorOf(id), seen.At(x, y));
            }
        }
    }

    [Fact]
    public void The_picture_is_drawn_again_where_the_map_changed_and_everywhere_after_another_palette()
    {
        using var gl = new GlSession();
        using var pass = Pass(gl, out var map);
        pass.Picture();
        var changed = new PixelRect(2, 1, 3, 2);
        for (var y = changed.Y; y < changed.Bottom; y++)
        {
            map.Row(y)[changed.X..changed.Right].Fill(2);
        }

        pass.Upload(map, changed);
        Compare(ColorOf);
        pass.SetPalette([new(1, "wall", new Rgb(9, 9, 9), '1', 1)]);
        Compare(id => id == 1 ? ((byte)9, (byte)9, (byte)9) : default);

        void Compare(Func<byte, (byte, byte, byte)> colorOf)
        {
            var seen = gl.Read(pass.Picture()!);
            for (var i = 0; i < map.Ids.Length; i++)
            {
                Assert.Equal(colorOf(map.Ids[i]), seen.At(i % map.Width, i / map.Width));
            }
        }
    }

    [Fact]
    public void A_map_of_another_size_replaces_the_former()
    {
        using var gl = new GlSession();
        using var pass = Pass(gl, out _);
        pass.Upload(new LabelMap(31, 7, fill: 255), new PixelRect(0, 0, 1, 1));
        var seen = gl.Read(pass.Picture()!);
        Assert.Equal((31, 7), (seen.Width, seen.Height));
        Assert.Equal((7, 99, 201), seen.At(30, 6));
    }

    [Fact]
    public void Nothing_is_drawn_outside_the_area()
    {
        using var gl = new GlSession(40, 40);
        using var pass = Pass(gl, out _);
        gl.Device.Clear(gl.Screen, 1, 1, 1);
        var area = new PixelRect(10, 4, 8, 6);
        pass.Draw(gl.Screen, area, new ViewTransform(Vector2.Zero, 4), BrushOutline.None);
        var seen = gl.Read();
        for (var y = 0; y < 40; y++)
        {
            for (var x = 0; x < 40; x++)
            {
                Assert.Equal(!area.Contains(x, y), seen.At(x, y) == (255, 255, 255));
            }
        }
    }

    [Fact]
    public void The_grid_appears_only_when_zoomed_in()
    {
        using var gl = new GlSession(40, 40);
        using var pass = Pass(gl, out var map);
        map.Ids.AsSpan().Fill(2);
        pass.Upload(map, new PixelRect(0, 0, map.Width, map.Height));
        pass.ShowsGrid = true;
        pass.Draw(gl.Screen, new PixelRect(gl.Screen.Size), new ViewTransform(Vector2.Zero, 4), BrushOutline.None);
        Assert.Equal((32, 255, 143), gl.Read().At(8, 8));
        pass.Draw(gl.Screen, new PixelRect(gl.Screen.Size), new ViewTransform(Vector2.Zero, 8), BrushOutline.None);
        var seen = gl.Read();
        Assert.NotEqual((32, 255, 143), seen.At(8, 9));
        Assert.Equal((32, 255, 143), seen.At(9, 9));
    }

    [Fact]
    public void The_brush_outline_runs_around_the_pixels_that_it_would_paint()
    {
        using var gl = new GlSession(80, 80);
        using var pass = Pass(gl, out var map);
        map.Ids.AsSpan().Fill(2);
        pass.Upload(map, new PixelRect(0, 0, map.Width, map.Height));

        // A square of two by two pixels whose corner is at 4,4: screen pixels 20..39 at five times.
        pass.Draw(gl.Screen, new PixelRect(gl.Screen.Size), new ViewTransform(new Vector2(0, 0), 5), new BrushOutline(new Vector2(5, 5), 2, IsRound: false));
        var seen = gl.Read();
        Assert.Equal((255, 255, 255), seen.At(20, 20));
        Assert.Equal((255, 255, 255), seen.At(29, 25));
        Assert.Equal((0, 0, 0), seen.At(19, 25));
        Assert.Equal((0, 0, 0), seen.At(30, 25));
        Assert.Equal((32, 255, 143), seen.At(25, 25));
        Assert.Equal((32, 255, 143), seen.At(18, 25));
    }

    [Fact]
    public void The_outline_alone_leaves_the_picture_below_it_and_is_as_thick_as_asked()
    {
        using var gl = new GlSession(60, 60);
        using var pass = new CanvasPass(gl.Device);
        gl.Device.Clear(gl.Screen, 0, 1, 0);
        pass.DrawOutline(gl.Screen, new PixelRect(gl.Screen.Size), new ViewTransform(Vector2.Zero, 10), new BrushOutline(new Vector2(3, 3), 2, IsRound: false) { Line = 2 });
        var row = gl.Read();
        var green = ((byte)0, (byte)255, (byte)0);
        Assert.Equal(green, row.At(17, 30));
        Assert.All([18, 19], x => Assert.Equal((0, 0, 0), row.At(x, 30)));
        Assert.All([20, 21], x => Assert.Equal((255, 255, 255), row.At(x, 30)));
        Assert.Equal(green, row.At(22, 30));
        Assert.Equal(green, row.At(30, 30));
    }

    [Theory]
    [InlineData(BrushShape.Round)]
    [InlineData(BrushShape.Square)]
    public void The_outline_is_that_of_the_brush_that_paints(BrushShape shape)
    {
        const int scale = 3;
        const int side = 72;
        using var gl = new GlSession(side * scale, side * scale);
        using var pass = new CanvasPass(gl.Device);
        pass.SetPalette([new LabelClass(0, "ground", new Rgb(90, 90, 90), '0', 0)]);
        pass.Upload(new LabelMap(side, side, fill: 0), default);
        foreach (var size in (int[])[1, 2, 3, 4, 5, 7, 8, 15, 16, 33, 64])
        {
            var brush = new Brush(shape, size);
            var corner = brush.TopLeft(new PixelPoint(36, 35));
            var centre = new Vector2(corner.X + (size / 2f), corner.Y + (size / 2f));
            pass.Draw(gl.Screen, new PixelRect(gl.Screen.Size), new ViewTransform(Vector2.Zero, scale), new BrushOutline(centre, size, shape == BrushShape.Round));
            var seen = gl.Read();
            for (var y = 1; y < side - 1; y++)
            {
                for (var x = 1; x < side - 1; x++)
                {
                    var isEdge = Paints(brush, corner, x, y)
                        && !(Paints(brush, corner, x - 1, y) && Paints(brush, corner, x + 1, y) && Paints(brush, corner, x, y - 1) && Paints(brush, corner, x, y + 1));
                    Assert.True(isEdge == HasWhite(seen, x * scale, y * scale, scale), $"size {size}, pixel {x},{y}");
                }
            }
        }
    }

    private static bool Paints(Brush brush, PixelPoint corner, int x, int y)
    {
        if (y < corner.Y || y >= corner.Y + brush.Size)
        {
            return false;
        }

        var (first, last) = brush.Row(y - corner.Y);
        return x >= corner.X + first && x <= corner.X + last;
    }

    private static bool HasWhite(PixelImage image, int left, int top, int side) =>
        Enumerable.Range(0, side * side).Any(i => image.At(left + (i % side), top + (i / side)) == (255, 255, 255));

    private static CanvasPass Pass(GlSession gl, out LabelMap map)
    {
        var pass = new CanvasPass(gl.Device) { Surround = new Rgb(9, 8, 7) };
        pass.SetPalette(Classes);
        map = new LabelMap(17, 11, fill: 0);
        for (var y = 0; y < map.Height; y++)
        {
            for (var x = 0; x < map.Width; x++)
            {
                map[x, y] = Original(x, y);
            }
        }

        pass.Upload(map, default);
        return pass;
    }

    private static byte Original(int x, int y) => (byte)(((x * 7) + (y * 3)) % 4 is var i && i == 3 ? 255 : i);

    private static (byte, byte, byte) ColorOf(byte id) =>
        Classes.FirstOrDefault(label => label.Id == id) is { Color: var color } ? (color.R, color.G, color.B) : ((byte)0, (byte)0, (byte)0);
}
