using System.Numerics;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Rendering.Passes;

namespace Pix2Pix.Realtime.Rendering.Tests.Passes;

public sealed class SelectionPassTests
{
    private const int Scale = 6;
    private static readonly ViewTransform View = new(new Vector2(4, 4), Scale);

    /// <summary>An L of three pixels.</summary>
    private static readonly Cutout Piece = new(new PixelSize(2, 2), new byte[4], [true, false, true, true]);

    [Fact]
    public void A_line_runs_along_either_side_of_the_border_and_nowhere_else()
    {
        using var gl = new GlSession(64, 64);
        using var pass = new SelectionPass(gl.Device);
        gl.Device.Clear(gl.Screen, 1, 0, 0);
        pass.Draw(gl.Screen, new PixelRect(gl.Screen.Size), View, new SelectionOutline(Piece, new PixelRect(2, 3, 2, 2)) { Line = 1 });
        var seen = gl.Read();
        for (var y = 0; y < seen.Height; y++)
        {
            for (var x = 0; x < seen.Width; x++)
            {
                var here = IsSelected(x, y);
                var isLine = IsSelected(x - 1, y) != here || IsSelected(x + 1, y) != here || IsSelected(x, y - 1) != here || IsSelected(x, y + 1) != here;
                Assert.True((seen.At(x, y) != (255, 0, 0)) == isLine, $"{x},{y}");
            }
        }

        static bool IsSelected(int x, int y) => Piece.Holds((int)Math.Floor((x - 4.0) / Scale) - 2, (int)Math.Floor((y - 4.0) / Scale) - 3);
    }

    [Fact]
    public void Without_a_piece_it_is_the_box_and_outside_of_its_area_nothing_is_drawn()
    {
        using var gl = new GlSession(64, 64);
        using var pass = new SelectionPass(gl.Device);
        gl.Device.Clear(gl.Screen, 1, 0, 0);
        pass.Draw(gl.Screen, new PixelRect(0, 0, 64, 30), View, new SelectionOutline(null, new PixelRect(1, 1, 6, 6)) { Line = 1 });
        pass.Draw(gl.Screen, new PixelRect(gl.Screen.Size), View, SelectionOutline.None);
        var seen = gl.Read();
        Assert.NotEqual((255, 0, 0), seen.At(10, 12));
        Assert.Equal((255, 0, 0), seen.At(20, 20));
        Assert.Equal((255, 0, 0), seen.At(10, 35));
    }
}
