using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Passes;
using Pix2Pix.Realtime.Rendering.Tests.Gui;

namespace Pix2Pix.Realtime.Rendering.Tests.Passes;

public sealed class PanelPassTests
{
    [Fact]
    public void The_panel_lies_over_the_picture_and_changes_reach_it()
    {
        var isOn = false;
        using var session = new KitSession(ui =>
        {
            using (ui.Panel("panel", new PixelRect(10, 20, 150, 90)))
            {
                ui.Toggle("Grid", ref isOn);
                ui.Button("Go");
            }
        }, 301, 203);
        using var gl = new GlSession(301, 203);
        using var pass = new PanelPass(gl.Device);
        session.Frame();
        Assert.Empty(Differences(gl, pass, session));
        isOn = true;
        session.Frame();
        Assert.NotEmpty(session.Ui.Raster.Changes);
        Assert.Empty(Differences(gl, pass, session));
        Assert.Empty(session.Ui.Raster.Changes);
    }

    [Fact]
    public void A_new_window_size_is_followed()
    {
        using var session = new KitSession(ui =>
        {
            using (ui.Panel("panel", new PixelRect(ui.Size)))
            {
                ui.Label("text");
            }
        }, 90, 70);
        using var gl = new GlSession(120, 110);
        using var pass = new PanelPass(gl.Device);
        foreach (var size in (PixelSize[])[new(90, 70), new(120, 110), new(33, 41)])
        {
            session.Size = size;
            session.Frame();
            Assert.Empty(Differences(gl, pass, session));
            gl.Device.Drain();
        }

        Assert.Empty(gl.Reports);
    }

    /// <summary>Draws the panel over a coloured ground and compares with the formula of premultiplied alpha.</summary>
    private static List<string> Differences(GlSession gl, PanelPass pass, KitSession session)
    {
        gl.Device.Clear(gl.Screen, 0, 0, 1);
        pass.Draw(gl.Screen, session.Ui.Raster);
        var (seen, panel, wrong) = (gl.Read(), session.Ui.Raster, new List<string>());
        for (var y = 0; y < panel.Size.Height; y++)
        {
            for (var x = 0; x < panel.Size.Width; x++)
            {
                var pixel = panel.Pixels.Slice(((y * panel.Size.Width) + x) * 4, 4);
                var (expected, found) = ((pixel[0], pixel[1], pixel[2] + (255 - pixel[3])), seen.At(x, y));
                if (Math.Abs(expected.Item1 - found.R) > 1 || Math.Abs(expected.Item2 - found.G) > 1 || Math.Abs(expected.Item3 - found.B) > 1)
                {
                    wrong.Add($"{x},{y}: expected {expected}, found {found}");
                }
            }
        }

        return wrong;
    }
}
