using Pix2Pix.Realtime.App.Bench;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Views;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>The screen after drawing only what changed is the screen after drawing everything.</summary>
public sealed class RedrawTests : IDisposable
{
    private readonly LiveRun _run = new(side: 64);
    private readonly OffscreenSession _live;

    public RedrawTests() => _live = new OffscreenSession(_run.Model, scene: null, new PixelSize(1280, 720), LiveClock.Stepped);

    public void Dispose()
    {
        _live.Dispose();
        _run.Dispose();
    }

    [Theory]
    [InlineData("side-by-side")]
    [InlineData("split")]
    [InlineData("overlay")]
    [InlineData("translation")]
    [InlineData("generators")]
    public void What_changed_is_drawn_and_nothing_is_forgotten(string view)
    {
        Assert.Null(_live.View.TrySet(TranslationViewComponent.Mode, view));
        ComparesAfter(() => { });
        for (var i = 0; i < 4; i++)
        {
            ComparesAfter(_live.PaintOn);
        }

        ComparesAfter(() => Assert.True(_live.Canvas.Session.Undo()));
        ComparesAfter(() => _live.Live.Workspace.ZoomAt(_live.Live.Workspace.Translation.X + 90, 300, 3));
        ComparesAfter(_live.PaintOn);
        ComparesAfter(() => _live.Live.Workspace.FoldInfo(true));
        ComparesAfter(() => _live.Live.Workspace.IsPresenting = true);
        ComparesAfter(_live.PaintOn);
        ComparesAfter(() => _live.Live.Workspace.IsBlack = true);
        ComparesAfter(() => _live.Live.Workspace.IsPresenting = _live.Live.Workspace.IsBlack = false);
        ComparesAfter(() => _live.View.Set(TranslationViewComponent.Mode, ViewMode.SideBySide));
    }

    [Fact]
    public void A_stroke_draws_its_place_and_the_translation_and_leaves_the_rest()
    {
        _live.Settle();
        _live.PaintOn();
        var before = _live.Loop.PixelsDrawn;
        _live.Loop.Step();
        Assert.InRange(_live.Loop.PixelsDrawn - before, 1, 1280 * 720 / 3);
    }

    [Fact]
    public void A_frame_of_the_whole_program_allocates_nothing()
    {
        for (var i = 0; i < 200; i++)
        {
            Frame();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 400; i++)
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

    private void ComparesAfter(Action change)
    {
        change();
        _live.AssertPartsAreTheWhole();
    }
}
