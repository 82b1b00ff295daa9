using CsCheck;
using Pix2Pix.Realtime.Painting;

namespace Pix2Pix.Realtime.Tests.Painting;

/// <summary>A recording that is saved and painted again gives the same picture.</summary>
public sealed class RecordedStrokesTests
{
    private enum Act { Stroke, Undo, Redo, Clear }

    [Fact]
    public void Whatever_was_painted_undone_redone_and_cleared_the_recording_paints_the_same_picture() =>
        Gen.Select(Gen.Frequency((6, Gen.Const(Act.Stroke)), (2, Gen.Const(Act.Undo)), (1, Gen.Const(Act.Redo)), (1, Gen.Const(Act.Clear))), Hands.Strokes).Array[1, 12].Sample(acts =>
        {
            var session = Hands.Session();
            foreach (var (act, stroke) in acts)
            {
                Do(session, act, stroke);
            }

            var recorded = session.History.Recorded(out var origin);
            Assert.NotEqual(RecordingOrigin.Picture, origin);
            var again = Hands.Session();
            Hands.Paint(again, recorded.Select(one => one.Stroke));
            Assert.Equal(session.Canvas.Map.Ids, again.Canvas.Map.Ids);
        });

    [Fact]
    public void Strokes_have_the_times_of_their_hand()
    {
        var now = 10.0;
        var session = new PaintSession(Hands.Session().Canvas, Hands.Tools.All[0], () => now);
        session.Settings.ClassId = 3;
        session.Press(new(3, 3));
        now = 12.5;
        session.Move(new(20, 3));
        session.Release();
        var stroke = Assert.Single(session.History.Recorded(out var origin));
        Assert.Equal((10, 2.5, RecordingOrigin.Beginning), (stroke.Time, stroke.Duration, origin));
    }

    [Fact]
    public void A_picture_that_was_loaded_is_told_apart_from_an_empty_canvas()
    {
        var (session, other) = (Hands.Session(), Hands.Session());
        other.Canvas.Fill(4);
        session.Load(other.Canvas.Map);
        Assert.Empty(session.History.Recorded(out var origin));
        Assert.Equal(RecordingOrigin.Picture, origin);
    }

    private static void Do(PaintSession session, Act act, Stroke stroke)
    {
        switch (act)
        {
            case Act.Stroke: Hands.Paint(session, [stroke]); break;
            case Act.Undo: session.Undo(); break;
            case Act.Redo: session.Redo(); break;
            case Act.Clear: session.Clear(); break;
        }
    }
}
