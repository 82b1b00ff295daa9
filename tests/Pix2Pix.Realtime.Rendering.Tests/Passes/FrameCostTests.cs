using System.Numerics;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Rendering.Passes;
using Pix2Pix.Realtime.Rendering.Tests.Gui;

namespace Pix2Pix.Realtime.Rendering.Tests.Passes;

public sealed class FrameCostTests
{
    [Fact]
    public void Frames_of_all_passes_allocate_nothing_make_nothing_and_read_nothing_back()
    {
        using var gl = new GlSession(640, 480);
        var gallery = new Gallery();
        using var session = new KitSession(gallery.Basics, 640, 480);
        using var canvas = new CanvasPass(gl.Device) { ShowsGrid = true };
        using var tensors = new TensorPass(gl.Device);
        using var panel = new PanelPass(gl.Device);
        using var tensor = new TensorBuffer(new FrameShape(3, 64, 64));
        var composite = new CompositePass(gl.Device) { Mode = CompositeMode.Split };
        var map = new LabelMap(64, 64, fill: 0);
        canvas.SetPalette([new LabelClass(0, "wall", new Rgb(0, 0, 223), '1', 1)]);
        for (var i = 0; i < 20; i++)
        {
            Frame(i);
        }

        var (objects, allocated) = (gl.Device.LiveObjects, GC.GetAllocatedBytesForCurrentThread());
        for (var i = 0; i < 200; i++)
        {
            Frame(i);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - allocated);
        Assert.Equal(objects, gl.Device.LiveObjects);
        Assert.Equal(0, gl.Device.Readbacks);

        void Frame(int i)
        {
            gl.Device.BeginFrame();
            canvas.Upload(map, new PixelRect(i % 50, 3, 10, 10));
            tensors.Upload(tensor);
            canvas.Draw(gl.Screen, new PixelRect(0, 0, 320, 480), new ViewTransform(new Vector2(4, 4), 8), new BrushOutline(new Vector2(i % 50, 20), 5, IsRound: true));
            composite.Draw(gl.Screen, new PixelRect(320, 0, 320, 480), new ViewTransform(new Vector2(330, 8), 4), new PixelSize(64, 64), tensors.Picture!, canvas.Picture());
            session.Frame();
            panel.Draw(gl.Screen, session.Ui.Raster);
        }
    }
}
