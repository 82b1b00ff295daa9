using CsCheck;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Painting.Recording;

namespace Pix2Pix.Realtime.Tests.Painting;

public sealed class StrokeFileTests
{
    [Fact]
    public void A_recording_is_read_as_it_was_written() =>
        Gen.Select(Gen.Int[0, 60000], Gen.Int[0, 5000], Hands.Strokes, (time, duration, stroke) => new TimedStroke(time / 1000.0, duration / 1000.0, stroke))
            .Array[0, 5].Sample(strokes =>
            {
                var read = StrokeFile.Parse(StrokeFile.Format(strokes, Hands.Classes), "strokes.yaml", Hands.Classes);
                Assert.Equal(strokes.Select(Text), read.Select(Text));
            });

    [Fact]
    public void All_faults_are_told_at_once_with_line_and_column()
    {
        const string text = """
            strokes:
              - { tool: brusch, class: window, points: [[1, 2]] }
              - { tool: line, class: widow, size: 100, points: [[1, 2], [x, 4]] }
              - { tool: fill, colour: 3 }
            """;
        var fault = Assert.Throws<UserException>(() => StrokeFile.Parse(text, "s.yaml", Hands.Classes));
        var lines = fault.Message.Split('\n');
        Assert.Equal("s.yaml:2:13 there is no tool 'brusch'; did you mean brush?", lines[0]);
        Assert.Contains(lines, line => line == "s.yaml:3:26 there is no class 'widow'; did you mean window?");
        Assert.Contains(lines, line => line.StartsWith("s.yaml:3:39 expected size in 1..64", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("s.yaml:3:61 expected a point [x, y]", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("s.yaml:4:19 a stroke has no 'colour'", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("a stroke needs 'points", StringComparison.Ordinal));
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
        $"{timed.Time} {timed.Duration} {timed.Stroke with { Points = [] }} {string.Join(' ', timed.Stroke.Points)}";
}
