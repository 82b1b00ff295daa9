using CsCheck;
using Pix2Pix.Realtime.Painting;

namespace Pix2Pix.Realtime.Tests.Painting;

/// <summary>Trails of fast hands, whose events lie far apart.</summary>
public sealed class TrailTests
{
    private const double Radius = 80;
    private const int Events = 10;
    private const int Side = 256;

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(12)]
    [InlineData(25)]
    public void Ten_events_round_a_circle_paint_a_circle(int size) => Assert.InRange(FarthestEdge(size, 128, 128, 0), 0, 1);

    /// <summary>A line of one pixel lies on pixels, never between them.</summary>
    [Fact]
    public void A_thin_line_follows_it_as_nearly_as_pixels_allow() => Assert.InRange(FarthestEdge(1, 128, 128, 0), 0, 1.1);

    /// <summary>Events come in whole pixels, so each may lie up to half of a pixel's diagonal beside the circle.</summary>
    [Fact]
    public void A_circle_anywhere_is_off_by_no_more_than_its_events_are() =>
        Gen.Select(Gen.Int[1, 30], Gen.Double[120, 136], Gen.Double[120, 136], Gen.Double[0, 2 * Math.PI])
            .Sample((size, x, y, phase) => Assert.InRange(FarthestEdge(size, x, y, phase), 0, 1 + (Math.Sqrt(2) / 2)), iter: 60);

    [Fact]
    public void A_corner_and_a_way_on_the_grid_stay_straight()
    {
        PixelPoint[] corners = [new(2, 2), new(30, 2), new(30, 20), new(2, 20)];
        var (smooth, straight) = (Hands.Session(), Hands.Session());
        foreach (var (session, isSmooth) in new[] { (smooth, true), (straight, false) })
        {
            session.Settings.ClassId = 3;
            session.Settings.SetBrush(BrushShape.Square, 3);
            session.Press(corners[0], isSmooth: isSmooth);
            foreach (var corner in corners)
            {
                session.Move(corner);
            }

            session.Finish();
        }

        Assert.Equal(straight.Canvas.Map.Ids, smooth.Canvas.Map.Ids);
    }

    [Fact]
    public void The_trail_reaches_the_pointer_while_it_moves()
    {
        var session = Hands.Session();
        session.Settings.ClassId = 3;
        session.Press(new(2, 2));
        foreach (var at in (PixelPoint[])[new(12, 4), new(20, 10), new(22, 20)])
        {
            session.Move(at);
            Assert.Equal(3, session.Canvas.Map[at.X, at.Y]);
        }
    }

    [Fact]
    public void A_stroke_that_is_saved_as_smooth_paints_the_same_picture_and_an_old_one_straight_lines()
    {
        PixelPoint[] way = [new(3, 3), new(20, 5), new(30, 20), new(10, 25)];
        var session = Hands.Session();
        session.Settings.ClassId = 3;
        session.Press(way[0]);
        foreach (var at in way)
        {
            session.Move(at);
        }

        session.Finish();
        var recorded = Assert.Single(session.History.Recorded(out _)).Stroke;
        Assert.True(recorded.IsSmooth);
        var (again, old) = (Hands.Session(), Hands.Session());
        Hands.Paint(again, [recorded]);
        Hands.Paint(old, [recorded with { IsSmooth = false }]);
        Assert.Equal(session.Canvas.Map.Ids, again.Canvas.Map.Ids);
        Assert.NotEqual(session.Canvas.Map.Ids, old.Canvas.Map.Ids);
    }

    /// <summary>How far the border of what is painted lies from the two circles that it should follow, in pixels.</summary>
    private static double FarthestEdge(int size, double x, double y, double phase)
    {
        var session = new PaintSession(new LabelCanvas(Side, Side, background: 1), Hands.Tools.All[0]);
        session.Settings.ClassId = 3;
        session.Settings.SetBrush(BrushShape.Round, size);
        for (var i = 0; i < Events; i++)
        {
            var (sin, cos) = Math.SinCos(phase + (2 * Math.PI * i / (Events - 1)));
            var at = new PixelPoint((int)Math.Round(x + (Radius * cos)), (int)Math.Round(y + (Radius * sin)));
            if (i == 0)
            {
                session.Press(at);
            }

            session.Move(at);
        }

        session.Finish();

        // A brush of even size lies around the corner between pixels, one of odd size around a pixel's middle.
        var middle = size % 2 == 0 ? 0 : 0.5;
        var map = session.Canvas.Map;
        var farthest = 0.0;
        for (var row = 1; row < Side; row++)
        {
            for (var column = 1; column < Side; column++)
            {
                if (map[column, row] != map[column - 1, row])
                {
                    farthest = Math.Max(farthest, Distance(column, row + 0.5));
                }

                if (map[column, row] != map[column, row - 1])
                {
                    farthest = Math.Max(farthest, Distance(column + 0.5, row));
                }
            }
        }

        return farthest;

        double Distance(double column, double row)
        {
            var fromCentre = Math.Sqrt(Math.Pow(column - x - middle, 2) + Math.Pow(row - y - middle, 2));
            return Math.Min(Math.Abs(fromCentre - Radius - (size / 2.0)), Math.Abs(fromCentre - Radius + (size / 2.0)));
        }
    }
}
