using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.Shared;

namespace Pix2Pix.Realtime.App.Tests.Live.Styling;

public sealed class StyleTrackTests
{
    /// <summary>Two seconds at 120 frames a second, without a rest.</summary>
    [Fact]
    public void A_slider_that_is_dragged_is_thirty_changes_a_second_and_ends_where_the_hand_left_it()
    {
        var track = new StyleTrack();
        var style = StyledModel.Other.ToArray();
        for (var frame = 0; frame <= 240; frame++)
        {
            style[0] = frame / 240f;
            track.Add(10 + (frame / 120.0), fade: 0, StyledModel.Style.Definition, style);
        }

        var changes = track.Since(10);
        Assert.InRange(changes.Count, 48, 61);
        Assert.Equal(1, changes[^1].Style["wall"][0]);
        Assert.All(changes, change => Assert.InRange(change.Style["wall"][0] - (change.Time / 2), 0, 0.02));
    }

    [Fact]
    public void A_recording_begins_in_the_style_that_was_in_force_and_a_fade_is_a_change_of_its_own()
    {
        var track = new StyleTrack();
        track.Add(1, fade: 0, StyledModel.Style.Definition, StyledModel.Other);
        track.Add(2, fade: 3, StyledModel.Style.Definition, StyledModel.Style.Definition.Neutral);
        track.Add(2.01, fade: 0, StyledModel.Style.Definition, StyledModel.Other);
        Assert.Equal([(0, 0), (0.5, 3), (0.51, 0)], track.Since(1.5).Select(change => (Math.Round(change.Time, 3), change.Fade)));
        Assert.Equal([(0, 0)], track.Since(5).Select(change => (change.Time, change.Fade)));
        Assert.Equal(StyledModel.Other[..3], track.Since(1.5)[0].Style["wall"]);
        Assert.Empty(new StyleTrack().Since(0));
    }
}
