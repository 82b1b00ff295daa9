using CsCheck;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Painting.Tools;

namespace Pix2Pix.Realtime.Tests.Painting;

/// <summary>What holds for any selection on any painting.</summary>
public sealed class SelectionTests
{
    private static readonly SelectTool[] Ways = [SelectTool.Rectangle, SelectTool.Element, SelectTool.Class];

    private static readonly Gen<PixelPoint> Inside = Gen.Select(Gen.Int[0, Hands.Width - 1], Gen.Int[0, Hands.Height - 1], (x, y) => new PixelPoint(x, y));

    /// <summary>Also far off the canvas.</summary>
    private static readonly Gen<PixelPoint> Shifts = Gen.Select(Gen.Int[-60, 60], Gen.Int[-60, 60], (x, y) => new PixelPoint(x, y));

    /// <summary>A painting with something selected.</summary>
    private static readonly Gen<PaintSession> Selected =
        from strokes in Hands.Strokes.Array[1, 6]
        from way in Gen.Int[0, Ways.Length - 1]
        from one in Inside
        from other in Inside.Where(point => point != one)
        select Select(strokes, Ways[way], one, other);

    [Fact]
    public void Moved_there_and_back_nothing_has_changed_also_off_the_canvas() =>
        Gen.Select(Selected, Shifts.Array[1, 4]).Sample((session, ways) =>
        {
            var before = session.Canvas.Map.Ids.ToArray();
            foreach (var way in ways)
            {
                Move(session, way);
            }

            Move(session, new PixelPoint(-ways.Sum(way => way.X), -ways.Sum(way => way.Y)));
            Assert.Equal(before, session.Canvas.Map.Ids);
        });

    [Fact]
    public void Mirrored_twice_nothing_has_changed_and_once_it_is_the_mirror_image() =>
        Selected.Sample(session =>
        {
            var before = session.Canvas.Map.Ids.ToArray();
            var selection = session.Canvas.Selection!;
            session.Apply(ChangeSelectionTool.Mirror, default, default);
            var mirrored = session.Canvas.Selection!;
            Assert.Equal(selection.Area, mirrored.Area);
            foreach (var (y, left, right) in selection.Pixels.Runs)
            {
                for (var x = left; x <= right; x++)
                {
                    var other = selection.Area.Width - 1 - x;
                    Assert.True(mirrored.Pixels.Holds(other, y));
                    Assert.Equal(before[((selection.At.Y + y) * Hands.Width) + selection.At.X + x], session.Canvas.Map[selection.At.X + other, selection.At.Y + y]);
                }
            }

            session.Apply(ChangeSelectionTool.Mirror, default, default);
            Assert.Equal(before, session.Canvas.Map.Ids);
        });

    [Fact]
    public void Each_of_its_steps_is_undone_and_done_again_with_what_was_selected() =>
        Gen.Select(Selected, Shifts.Array[1, 4], Gen.Bool).Sample((session, ways, copies) =>
        {
            var states = new List<(byte[] Ids, Selection? Selection)> { State(session) };
            foreach (var way in ways.Where(way => way != default))
            {
                session.Apply(copies ? MoveSelectionTool.Copy : MoveSelectionTool.Move, default, way);
                states.Add(State(session));
            }

            session.Apply(ChangeSelectionTool.Delete, default, default);
            states.Add(State(session));
            for (var i = states.Count - 2; i >= 0; i--)
            {
                Assert.True(session.Undo());
                Assert.Equal(states[i].Ids, session.Canvas.Map.Ids);
                Assert.Same(states[i].Selection, session.Canvas.Selection);
            }

            foreach (var (ids, selection) in states.Skip(1))
            {
                Assert.True(session.Redo());
                Assert.Equal(ids, session.Canvas.Map.Ids);
                Assert.Same(selection, session.Canvas.Selection);
            }
        });

    [Fact]
    public void A_drag_shows_what_it_comes_to_and_cancelled_leaves_no_trace() =>
        Gen.Select(Selected, Shifts.Array[1, 4], Gen.Bool).Sample((session, ways, copies) =>
        {
            var before = State(session);
            var tool = copies ? MoveSelectionTool.Copy : MoveSelectionTool.Move;
            Drag();
            session.Cancel();
            Assert.Equal(before.Ids, session.Canvas.Map.Ids);
            Assert.Same(before.Selection, session.Canvas.Selection);
            Drag();
            var shown = session.Canvas.Map.Ids.ToArray();
            session.Finish();
            Assert.Equal(shown, session.Canvas.Map.Ids);

            void Drag()
            {
                session.Press(default, with: tool);
                foreach (var way in ways)
                {
                    session.Move(way);
                }
            }
        });

    [Fact]
    public void A_copy_leaves_the_original_and_what_is_pasted_is_what_was_selected() =>
        Gen.Select(Selected, Shifts).Sample((session, way) =>
        {
            var piece = session.Canvas.Selection!.Pixels;
            session.Apply(new PasteTool(piece), way, way);
            var pasted = session.Canvas.Selection!;
            Assert.Equal(way, pasted.At);
            foreach (var (y, left, right) in piece.Runs)
            {
                for (var x = left; x <= right; x++)
                {
                    if (session.Canvas.Contains(way.Offset(x, y)))
                    {
                        Assert.Equal(piece.Ids[(y * piece.Size.Width) + x], session.Canvas.Map[way.X + x, way.Y + y]);
                    }
                }
            }
        });

    [Fact]
    public void A_window_that_is_moved_leaves_the_wall_behind_it_and_one_that_is_deleted_too()
    {
        var session = House();
        session.Apply(SelectTool.Element, new(12, 12), new(12, 12));
        Assert.Equal(new PixelRect(10, 10, 6, 5), session.Canvas.Selection!.Area);
        Move(session, new PixelPoint(9, 0));
        Assert.Equal((2, 3), (session.Canvas.Map[12, 12], session.Canvas.Map[21, 12]));
        session.Apply(ChangeSelectionTool.Delete, default, default);
        Assert.Equal(2, session.Canvas.Map[21, 12]);
        Assert.Null(session.Canvas.Selection);
    }

    [Fact]
    public void A_class_is_selected_wherever_it_is_and_a_rectangle_within_the_canvas()
    {
        var session = House();
        Hands.Paint(session, [new Stroke("rectangle", 3, BrushShape.Round, 1, Mirror: false, PaintRepeat.None, [new(24, 10), new(28, 14)])]);
        session.Apply(SelectTool.Class, new(12, 12), new(12, 12));
        Assert.Equal(new PixelRect(10, 10, 19, 5), session.Canvas.Selection!.Area);
        Assert.True(session.Canvas.Selection.Contains(new(25, 11)));
        Assert.False(session.Canvas.Selection.Contains(new(20, 11)));
        session.Apply(SelectTool.Rectangle, new(-5, -5), new(3, 3));
        Assert.Equal(new PixelRect(0, 0, 4, 4), session.Canvas.Selection!.Area);
        session.Apply(SelectTool.Rectangle, new(5, 5), new(5, 5));
        Assert.Null(session.Canvas.Selection);
    }

    [Fact]
    public void Painting_lets_go_of_it_and_its_undo_takes_hold_of_it_again()
    {
        var session = House();
        session.Apply(SelectTool.Element, new(12, 12), new(12, 12));
        Move(session, new PixelPoint(2, 0));
        var selection = session.Canvas.Selection;
        Hands.Paint(session, [new Stroke("brush", 4, BrushShape.Round, 5, Mirror: false, PaintRepeat.None, [new(2, 2), new(20, 12)])]);
        Assert.Null(session.Canvas.Selection);
        session.Undo();
        Assert.Same(selection, session.Canvas.Selection);
        session.Undo();
        Assert.Equal((3, 2), (session.Canvas.Map[10, 10], session.Canvas.Map[17, 10]));
    }

    [Fact]
    public void A_stamp_of_ones_own_fills_the_box_that_is_dragged()
    {
        var piece = new Cutout(new PixelSize(2, 2), [3, 4, 5, 6], [true, true, true, false]);
        var session = Hands.Session();
        session.Apply(new StampTool(piece), new(10, 10), new(10, 10));
        Assert.Equal([3, 4, 5, 1], [session.Canvas.Map[9, 9], session.Canvas.Map[10, 9], session.Canvas.Map[9, 10], session.Canvas.Map[10, 10]]);
        session.Apply(new StampTool(piece), new(20, 10), new(27, 19));
        Assert.Equal([3, 4, 5, 1], [session.Canvas.Map[23, 14], session.Canvas.Map[24, 14], session.Canvas.Map[23, 15], session.Canvas.Map[24, 15]]);
    }

    /// <summary>A wall on the background with a window in it.</summary>
    private static PaintSession House()
    {
        var session = Hands.Session();
        Hands.Paint(session,
        [
            new Stroke("rectangle", 2, BrushShape.Round, 1, Mirror: false, PaintRepeat.None, [new(4, 4), new(32, 26)]),
            new Stroke("rectangle", 3, BrushShape.Round, 1, Mirror: false, PaintRepeat.None, [new(10, 10), new(15, 14)]),
        ]);
        return session;
    }

    private static PaintSession Select(Stroke[] strokes, SelectTool way, PixelPoint one, PixelPoint other)
    {
        var session = Hands.Session();
        Hands.Paint(session, strokes);
        session.Apply(way, one, other);
        return session;
    }

    private static void Move(PaintSession session, PixelPoint way) => session.Apply(MoveSelectionTool.Move, default, way);

    private static (byte[] Ids, Selection? Selection) State(PaintSession session) => (session.Canvas.Map.Ids.ToArray(), session.Canvas.Selection);
}
