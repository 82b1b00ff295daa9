using Pix2Pix.Realtime.App.Bench;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Painting.Tools;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>Selections in the frames of the real program, off-screen.</summary>
public sealed class SelectionFrameTests : IDisposable
{
    private readonly LiveRun _run = new(side: 64);
    private readonly OffscreenSession _live;

    public SelectionFrameTests() => _live = new OffscreenSession(_run.Model, scene: null, new PixelSize(1280, 720), LiveClock.Stepped);

    private PaintSession Session => _live.Canvas.Session;

    public void Dispose()
    {
        _live.Dispose();
        _run.Dispose();
    }

    [Fact]
    public void Its_outline_is_drawn_where_it_is_and_nowhere_else()
    {
        _live.Settle();
        var without = LabelMap();
        Session.Apply(SelectTool.Rectangle, new(10, 10), new(30, 40));
        _live.AssertPartsAreTheWhole();
        Session.Apply(MoveSelectionTool.Move, new(0, 0), new(7, 3));
        _live.AssertPartsAreTheWhole();
        Session.Press(new(0, 0), with: MoveSelectionTool.Move);
        Session.Move(new(-30, 9));
        _live.AssertPartsAreTheWhole();
        Session.Finish();
        Session.Undo();
        Session.Undo();
        Session.Deselect();
        _live.AssertPartsAreTheWhole();
        Assert.Equal(without, LabelMap());
    }

    /// <summary>What the screen shows where the label map is.</summary>
    private byte[] LabelMap()
    {
        var (screen, area) = (_live.Loop.Screenshot(), _live.Live.Workspace.Canvas);
        return [.. Enumerable.Range(area.Y, area.Height).SelectMany(y => screen.Row(y).Slice(area.X * 4, area.Width * 4).ToArray())];
    }

    [Fact]
    public void Dragging_half_of_the_canvas_allocates_nothing()
    {
        Session.Apply(SelectTool.Rectangle, new(0, 0), new(63, 31));
        Session.Press(new(0, 0), with: MoveSelectionTool.Move);
        Frames(200);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Frames(200);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Frames(int count)
        {
            for (var i = 0; i < count; i++)
            {
                Session.Move(new PixelPoint(i % 7, i % 30));
                _live.Loop.Step();
            }
        }
    }

    [Fact]
    public void A_stamp_larger_than_the_canvas_is_refused()
    {
        Assert.Null(_live.Canvas.Stamps.Keep(new Cutout(new PixelSize(65, 1), new byte[65], new bool[65])));
        Assert.Empty(_live.Canvas.Stamps.All);
        Assert.True(_live.Live.Notices.HasFault);
    }
}
