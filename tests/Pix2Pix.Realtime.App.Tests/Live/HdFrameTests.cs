using Pix2Pix.Realtime.App.Bench;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>A frame of a larger picture costs what changed.</summary>
public sealed class HdFrameTests : IDisposable
{
    private const int Side = 512;

    private readonly LiveRun _run = new(Side);
    private readonly OffscreenSession _live;

    public HdFrameTests() => _live = new OffscreenSession(_run.Model, scene: null, new PixelSize(1280, 720), LiveClock.Stepped);

    public void Dispose()
    {
        _live.Dispose();
        _run.Dispose();
    }

    [Fact]
    public void It_allocates_nothing()
    {
        for (var i = 0; i < 200; i++)
        {
            Frame();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 200; i++)
        {
            Frame();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Frame()
        {
            _live.PaintOn();
            _live.Loop.Step();
        }
    }

    /// <summary>Buffers take turns in an order that nobody knows, and a camera's picture may lie in any of them.</summary>
    [Fact]
    public void Buffers_that_are_brought_up_to_the_map_by_what_changed_hold_the_whole_map()
    {
        var colors = new LabelColors(_live.Canvas.Palette);
        var shape = new FrameShape(3, Side, Side);
        var random = new Random(3);
        var camera = new PixelImage(Side, Side);
        random.NextBytes(camera.Rgba);
        var buffers = Enumerable.Range(0, 3).Select(_ => new TensorBuffer(shape)).ToList();
        try
        {
            var encoded = buffers.Select(buffer => new EncodedCanvas(buffer, _live.Canvas, colors)).ToList();
            var whole = new float[shape.Count];
            for (var turn = 0; turn < 60; turn++)
            {
                _live.PaintOn();
                var one = encoded[random.Next(3)];
                if (random.Next(5) == 0)
                {
                    one.Write(camera);
                    PixelConvert.Encode(camera, whole, shape);
                }
                else
                {
                    one.Update();
                    PixelConvert.Encode(_live.Canvas.Canvas.Map, colors, whole, shape);
                }

                Assert.True(one.Buffer.Values.SequenceEqual(whole), $"turn {turn}");
            }
        }
        finally
        {
            buffers.ForEach(buffer => buffer.Dispose());
        }
    }
}
