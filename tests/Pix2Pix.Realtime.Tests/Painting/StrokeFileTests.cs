using CsCheck;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Painting.Recording;

namespace Pix2Pix.Realtime.Tests.Painting;

public sealed class StrokeFileTests
{
    private static readonly PixelSize Canvas = new(Hands.Width, Hands.Height);

    [Fact]
    public void A_recording_is_read_as_it_was_written() =>
        Gen.Select(Gen.Int[0, 60000], Gen.Int[0, 5000], Hands.Strokes, (time, duration, stroke) => new TimedStroke(time / 1000.0, duration / 1000.0, stroke))
            .Array[0, 5].Sample(strokes =>
            {
                var read = StrokeFile.Parse(StrokeFile.Format(strokes, Hands.Classes, Canvas), "strokes.yaml", Hands.Classes);
                Assert.Equal(strokes.Select(Text), read.Select(Text));
            });

    [Fact]
    public void Changes_of_style_are_read_as_they_were_written_and_the_strokes_beside_them_stay()
    {
        var path = Path.GetTempFileName();
        try
        {
            TimedStyle[] styles =
            [
                new(0, 0, new Dictionary<string, float[]> { ["wall"] = [0.7f, 0.5f, 0.4f], ["brightness"] = [0.625f] }),
                new(2.5, 1.5, new Dictionary<string, float[]> { ["hour"] = [21.5f] }),
            ];
            Hands.Strokes.Array[0, 3].Sample(
                strokes =>
                {
                    var timed = strokes.Select((stroke, i) => new TimedStroke(i, 0, stroke)).ToArray();
                    StrokeFile.Save(path, timed, Hands.Classes, Canvas, styles);
                    Assert.Equal(timed.Select(Text), StrokeFile.Load(path, Hands.Classes).Select(Text));
                    Assert.Equal(styles.Select(Told), StrokeFile.LoadStyles(path).Select(Told));
                    StrokeFile.Save(path, timed, Hands.Classes, Canvas);
                    Assert.Empty(StrokeFile.LoadStyles(path));
                },
                iter: 20, threads: 1);
        }
        finally
        {
            File.Delete(path);
        }

        static string Told(TimedStyle style) => $"{style.Time} {style.Fade} {string.Join(' ', style.Style.Select(one => $"{one.Key}={string.Join(',', one.Value)}"))}";
    }

    [Theory]
    [InlineData("{ time: -1, style: { wall: 0.5 } }")]
    [InlineData("{ time: 1, style: { wall: [0.1, .nan, 0.2] } }")]
    [InlineData("{ time: 1, style: { wall: [] } }")]
    [InlineData("{ time: 1, style: { wall: [1, 2, 3, 4] } }")]
    [InlineData("{ time: 1, style: warm }")]
    [InlineData("{ time: 1, fade: 1e9, style: { wall: 0.5 } }")]
    [InlineData("{ time: 1, colour: 3, style: { wall: 0.5 } }")]
    [InlineData("7")]
    public void A_change_of_style_that_is_none_is_told_with_its_place(string change)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, $"strokes: []\nstyles:\n  - {{ time: 0, style: {{ wall: 1 }} }}\n  - {change}\n");
            var fault = Assert.Throws<UserException>(() => StrokeFile.LoadStyles(path));
            Assert.StartsWith($"{path}:4:5 expected a change of style such as", fault.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void All_faults_are_told_at_once_with_line_and_column()
    {
        const string text = """
            strokes:
              - { tool: brusch, class: window, points: [[1, 2]] }
              - { tool: line, class: widow, size: 100, points: [[1, 2], [x, 4]] }
              - { tool: fill, colour: 3 }
              - { tool: paste, points: [[1, 2]] }
              - { tool: own stamp, points: [[1, 2]], piece: { size: [2, 2], classes: [window], runs: 1x5 } }
            """;
        var fault = Assert.Throws<UserException>(() => StrokeFile.Parse(text, "s.yaml", Hands.Classes));
        var lines = fault.Message.Split('\n');
        Assert.Equal("s.yaml:2:13 there is no tool 'brusch'; did you mean brush?", lines[0]);
        Assert.Contains(lines, line => line == "s.yaml:3:26 there is no class 'widow'; did you mean window?");
        Assert.Contains(lines, line => line.StartsWith("s.yaml:3:39 expected size in 1..64", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("s.yaml:3:61 expected a point [x, y]", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("s.yaml:4:19 a stroke has no 'colour'", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("s.yaml:5:5 a stroke of 'paste' needs 'piece:", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("s.yaml:6:49 expected piece:", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("a stroke needs 'points", StringComparison.Ordinal));
    }

    /// <summary>Only what fills whole pixels comes to the same: a disc of twice the size is rounder than one of enlarged pixels.</summary>
    [Fact]
    public void A_recording_is_enlarged_to_a_larger_canvas_with_hard_edges()
    {
        var tools = new[] { "rectangle", "fill", "brush", "eraser" };
        var hands = Hands.Strokes.Where(stroke => tools.Contains(stroke.Tool)).Select(stroke => stroke with { Shape = BrushShape.Square, Size = stroke.Size + (stroke.Size % 2) });
        var (small, large) = (new PixelSize(256, 320), new PixelSize(512, 640));
        hands.Array[1, 4].Sample(strokes =>
        {
            var text = StrokeFile.Format(strokes.Select((stroke, i) => new TimedStroke(i, 0, stroke with { Points = [.. stroke.Points.Take(stroke.Tool == "rectangle" ? 2 : 1)] })), Hands.Classes, small);
            Assert.Equal(LabelMapFile.Resize(Painted(text, small), large.Width, large.Height).Ids, Painted(text, large).Ids);
        });
    }

    [Fact]
    public void A_recording_that_does_not_say_where_it_was_made_stays_as_it_is()
    {
        var stroke = Assert.Single(StrokeFile.Parse("strokes: [{ tool: line, class: window, size: 5, points: [[1, 2], [3, 4]] }]", "s.yaml", Hands.Classes, new PixelSize(512, 512))).Stroke;
        Assert.Equal((5, new PixelPoint(3, 4)), (stroke.Size, stroke.Points[1]));
    }

    [Theory]
    [InlineData("[0, 256]")]
    [InlineData("[256]")]
    [InlineData("[100000, 256]")]
    [InlineData("large")]
    public void A_canvas_of_no_size_is_refused_with_its_place(string canvas) => Assert.Contains(
        "s.yaml:1:9 expected canvas: [width, height] of 1..8192 pixels",
        Assert.Throws<UserException>(() => StrokeFile.Parse($"canvas: {canvas}\nstrokes: []", "s.yaml", Hands.Classes)).Message, StringComparison.Ordinal);

    private static LabelMap Painted(string text, PixelSize size)
    {
        var session = new PaintSession(new LabelCanvas(size.Width, size.Height, background: 1), Hands.Tools.All[0]);
        new StrokeReplay(session, Hands.Tools, StrokeFile.Parse(text, "s.yaml", Hands.Classes, size)).Advance(double.MaxValue);
        return session.Canvas.Map;
    }

    [Theory]
    [InlineData("strokes: 3", "expected 'strokes:'")]
    [InlineData("", "expected 'strokes:'")]
    [InlineData("strokes: [", "not valid YAML")]
    public void What_is_no_list_of_strokes_is_refused_in_a_sentence(string text, string words) =>
        Assert.Contains(words, Assert.Throws<UserException>(() => StrokeFile.Parse(text, "s.yaml", Hands.Classes)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_replay_paints_each_point_when_it_is_due()
    {
        var session = Hands.Session();
        var stroke = new Stroke("brush", 3, BrushShape.Square, 1, Mirror: false, PaintRepeat.None, [new(2, 2), new(6, 2), new(10, 2)]);
        var replay = new StrokeReplay(session, Hands.Tools, [new TimedStroke(1, 2, stroke)]);
        Assert.False(replay.Advance(0.9));
        Assert.True(replay.Advance(1));
        Assert.Equal((3, 1), (session.Canvas.Map[2, 2], session.Canvas.Map[3, 2]));
        Assert.Equal(2, replay.NextDue);
        replay.Advance(2.5);
        Assert.Equal((3, 1), (session.Canvas.Map[6, 2], session.Canvas.Map[7, 2]));
        replay.Advance(3);
        Assert.True(replay.IsDone);
        Assert.Equal(3, session.Canvas.Map[10, 2]);
    }

    private static string Text(TimedStroke timed) =>
        $"{timed.Time} {timed.Duration} {timed.Stroke with { Points = [] }} {string.Join(' ', timed.Stroke.Points)} {Text(timed.Stroke.Piece)}";

    private static string Text(Cutout? piece) => piece is null ? "" : $"{piece.Size} {string.Join(' ', piece.Runs.SelectMany(run => Enumerable.Range(run.Left, run.Right - run.Left + 1).Select(x => $"{x},{run.Y}={piece.Ids[(run.Y * piece.Size.Width) + x]}")))}";
}
