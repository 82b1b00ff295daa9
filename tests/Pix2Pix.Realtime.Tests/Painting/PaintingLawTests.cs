using CsCheck;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Painting;

namespace Pix2Pix.Realtime.Tests.Painting;

public sealed class PaintingLawTests
{
    [Fact]
    public void Undoing_every_stroke_gives_the_empty_canvas_back_and_redoing_gives_the_painting() =>
        Hands.Strokes.Array[1, 8].Sample(strokes =>
        {
            var session = Hands.Session();
            var empty = session.Canvas.Map.Ids.ToArray();
            Hands.Paint(session, strokes);
            var painted = session.Canvas.Map.Ids.ToArray();
            while (session.Undo()) { }

            Assert.Equal(empty, session.Canvas.Map.Ids);
            while (session.Redo()) { }

            Assert.Equal(painted, session.Canvas.Map.Ids);
        });

    [Fact]
    public void The_dirty_rectangle_covers_every_change_and_the_version_tells_of_it() =>
        Gen.Select(Hands.Strokes.Array[0, 3], Hands.Strokes).Sample((before, stroke) =>
        {
            var session = Hands.Session();
            Hands.Paint(session, before);
            var tracker = session.Canvas.Track();
            tracker.Take();
            var (version, pixels) = (session.Canvas.Version, session.Canvas.Map.Ids.ToArray());
            Hands.Paint(session, [stroke]);
            var dirty = tracker.Take();
            var changed = false;
            for (var i = 0; i < pixels.Length; i++)
            {
                if (pixels[i] != session.Canvas.Map.Ids[i])
                {
                    changed = true;
                    Assert.True(dirty.Contains(i % Hands.Width, i / Hands.Width), $"pixel {i} changed outside {dirty}");
                }
            }

            Assert.True(!changed || session.Canvas.Version > version);
            Assert.Equal(dirty, dirty.Intersect(session.Canvas.Bounds));
        });

    [Fact]
    public void Cancelling_a_stroke_leaves_no_trace() =>
        Gen.Select(Hands.Strokes.Array[0, 3], Hands.Strokes).Sample((before, stroke) =>
        {
            var session = Hands.Session();
            Hands.Paint(session, before);
            var pixels = session.Canvas.Map.Ids.ToArray();
            session.Tool = Hands.Tools.For(stroke)!;
            session.Press(stroke.Points[0]);
            foreach (var point in stroke.Points)
            {
                session.Move(point);
            }

            session.Cancel();
            Assert.Equal(pixels, session.Canvas.Map.Ids);
            Assert.False(session.IsPainting);
        });

    [Fact]
    public void A_mirrored_painting_on_an_empty_canvas_is_its_own_mirror_image_and_holds_the_plain_one() =>
        Hands.Strokes.Where(stroke => Hands.Tools.For(stroke) is not ISelectionTool).Sample(stroke =>
        {
            var (plain, mirrored) = (Hands.Session(), Hands.Session());
            Hands.Paint(plain, [stroke with { Mirror = false }]);
            Hands.Paint(mirrored, [stroke with { Mirror = true }]);
            Assert.True(IsMirrored(mirrored.Canvas.Map));

            // Where a stamp and its mirror image overlap, one of both shows; where neither is, nothing.
            for (var i = 0; i < plain.Canvas.Map.Ids.Length; i++)
            {
                var (x, y) = (i % Hands.Width, i / Hands.Width);
                byte[] either = [plain.Canvas.Map[x, y], plain.Canvas.Map[Hands.Width - 1 - x, y]];
                Assert.Contains(mirrored.Canvas.Map.Ids[i], either);
                Assert.Equal(either.All(id => id == plain.Canvas.Background), mirrored.Canvas.Map.Ids[i] == plain.Canvas.Background);
            }
        });

    [Fact]
    public void A_brush_is_the_same_flipped_and_turned() =>
        Gen.Select(Gen.Enum<BrushShape>(), Gen.Int[Brush.MinSize, 2 * PaintSettings.MostSize]).Sample((shape, size) =>
        {
            var brush = new Brush(shape, size);
            bool Covers(int x, int y) => brush.Row(y).First <= x && x <= brush.Row(y).Last;
            for (var y = 0; y < size; y++)
            {
                for (var x = 0; x < size; x++)
                {
                    Assert.Equal(Covers(x, y), Covers(size - 1 - x, y));
                    Assert.Equal(Covers(x, y), Covers(x, size - 1 - y));
                    Assert.Equal(Covers(x, y), Covers(y, x));
                }
            }
        });

    [Fact]
    public void Filling_twice_changes_nothing_more_and_fills_exactly_the_connected_area() =>
        Gen.Select(Hands.Strokes.Array[0, 5], Gen.Int[0, Hands.Width - 1], Gen.Int[0, Hands.Height - 1]).Sample((before, x, y) =>
        {
            var session = Hands.Session();
            Hands.Paint(session, before);
            var expected = Flooded(session.Canvas.Map, x, y, classId: 77);
            var fill = new Stroke("fill", 77, BrushShape.Round, 1, Mirror: false, PaintRepeat.None, [new PixelPoint(x, y)]);
            Hands.Paint(session, [fill]);
            Assert.Equal(expected, session.Canvas.Map.Ids);
            var version = session.Canvas.Version;
            Hands.Paint(session, [fill]);
            Assert.Equal(version, session.Canvas.Version);
        });

    [Fact]
    public void The_brush_reaches_every_border_pixel()
    {
        var session = Hands.Session();
        session.Settings.ClassId = 3;
        session.Settings.SetBrush(BrushShape.Square, 1);
        PixelPoint[] corners = [new(0, 0), new(Hands.Width - 1, 0), new(Hands.Width - 1, Hands.Height - 1), new(0, Hands.Height - 1), new(0, 0)];
        session.Press(corners[0]);
        foreach (var corner in corners)
        {
            session.Move(corner);
        }

        session.Finish();
        var map = session.Canvas.Map;
        for (var i = 0; i < map.Ids.Length; i++)
        {
            var (x, y) = (i % map.Width, i / map.Width);
            var onBorder = x == 0 || y == 0 || x == map.Width - 1 || y == map.Height - 1;
            Assert.Equal(onBorder ? 3 : 1, map.Ids[i]);
        }
    }

    [Fact]
    public void A_polygon_covers_its_inside_and_nothing_far_from_it()
    {
        var session = Hands.Session();
        Hands.Paint(session, [new Stroke("polygon", 2, BrushShape.Round, 1, Mirror: false, PaintRepeat.None, [new(5, 5), new(25, 5), new(25, 20), new(5, 20)])]);
        for (var i = 0; i < session.Canvas.Map.Ids.Length; i++)
        {
            var inside = new PixelRect(5, 5, 21, 16).Contains(i % Hands.Width, i / Hands.Width);
            Assert.Equal(inside ? 2 : 1, session.Canvas.Map.Ids[i]);
        }
    }

    [Fact]
    public void A_window_stamp_places_head_window_and_sill_one_above_the_other()
    {
        var session = Hands.Session();
        Hands.Paint(session, [new Stroke("window stamp", 1, BrushShape.Round, 1, Mirror: false, PaintRepeat.None, [new(8, 4), new(28, 26)])]);
        byte At(int y) => session.Canvas.Map[18, y];
        Assert.Equal([5, 3, 6], [At(4), At(15), At(26)]);
    }

    [Theory]
    [InlineData(256, 256, 28, 44)]
    [InlineData(512, 512, 56, 88)]
    [InlineData(1024, 512, 56, 88)]
    [InlineData(1024, 1024, 112, 176)]
    [InlineData(64, 64, 28, 44)]
    public void Sizes_count_in_the_pictures_units(int width, int height, int stampWidth, int stampHeight)
    {
        var canvas = new LabelCanvas(width, height, background: 1);
        var session = new PaintSession(canvas, Hands.Tools.Find("window stamp")!);
        session.Settings.SetSize(BrushShape.Square, 12);
        Assert.Equal(((int)(12 * canvas.Unit), 12), (session.Settings.Brush.Size, session.Settings.Size));
        session.Settings.SetSize(BrushShape.Square, 1000);
        Assert.Equal(PaintSettings.MostSize, session.Settings.Size);
        var area = canvas.Track();
        area.Take();
        session.Press(new PixelPoint(width / 2, height / 2));
        session.Finish();
        Assert.Equal(new PixelRect((width - stampWidth) / 2, (height - stampHeight) / 2, stampWidth, stampHeight), area.Take());
    }

    [Fact]
    public void Choosing_another_tool_finishes_the_stroke_and_the_grid_holds_its_points()
    {
        var session = Hands.Session();
        Stroke? finished = null;
        session.Finished += stroke => finished = stroke;
        session.Settings.Grid = 8;
        session.Press(new PixelPoint(3, 5));
        session.Move(new PixelPoint(13, 12));
        session.Tool = Hands.Tools.Find("line")!;
        Assert.Equal([new PixelPoint(0, 8), new PixelPoint(16, 16)], finished!.Points);
    }

    [Fact]
    public void Shift_holds_a_rectangle_square_and_a_line_to_eighths()
    {
        var tools = Hands.Tools;
        Assert.Equal(new PixelPoint(20, 20), tools.Find("rectangle")!.Constrain(new PixelPoint(0, 0), new PixelPoint(20, 7)));
        Assert.Equal(new PixelPoint(20, 0), tools.Find("line")!.Constrain(new PixelPoint(0, 0), new PixelPoint(20, 7)));
        Assert.Equal(new PixelPoint(-20, 20), tools.Find("line")!.Constrain(new PixelPoint(0, 0), new PixelPoint(-20, 15)));
    }

    private static bool IsMirrored(LabelMap map)
    {
        for (var i = 0; i < map.Ids.Length; i++)
        {
            if (map.Ids[i] != map[map.Width - 1 - (i % map.Width), i / map.Width])
            {
                return false;
            }
        }

        return true;
    }

    private static byte[] Flooded(LabelMap map, int x, int y, byte classId)
    {
        var pixels = map.Ids.ToArray();
        var (inside, open) = (map[x, y], new Stack<(int X, int Y)>([(x, y)]));
        while (open.TryPop(out var at))
        {
            if (at.X < 0 || at.Y < 0 || at.X >= map.Width || at.Y >= map.Height || pixels[(at.Y * map.Width) + at.X] != inside)
            {
                continue;
            }

            pixels[(at.Y * map.Width) + at.X] = classId;
            open.Push((at.X + 1, at.Y));
            open.Push((at.X - 1, at.Y));
            open.Push((at.X, at.Y + 1));
            open.Push((at.X, at.Y - 1));
        }

        return pixels;
    }
}
