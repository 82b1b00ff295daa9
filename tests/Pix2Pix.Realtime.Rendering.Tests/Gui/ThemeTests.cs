using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.Rendering.Tests.Gui;

public sealed class ThemeTests : IDisposable
{
    public void Dispose() => Theme.Kind = ThemeKind.Dark;

    [Theory]
    [InlineData(ThemeKind.Dark)]
    [InlineData(ThemeKind.Light)]
    public void All_text_can_be_read_on_every_background_that_it_lies_on(ThemeKind kind)
    {
        const double readable = 4.5;
        Theme.Kind = kind;
        Color[] grounds = [Theme.Panel, Theme.Popup, Theme.Well, Theme.Control, Theme.ControlHover, Theme.ControlHeld, Theme.RowHover, Theme.Selection];
        Assert.All(grounds, ground => Assert.True(Theme.Text.ContrastWith(ground) >= readable, $"text on {ground}"));
        Assert.All([Theme.Panel, Theme.Popup, Theme.Well], ground => Assert.True(Theme.TextDim.ContrastWith(ground) >= readable, $"dim text on {ground}"));
        Assert.All([Theme.Accent, Theme.AccentHover, Theme.AccentHeld], ground => Assert.True(Theme.TextOnAccent.ContrastWith(ground) >= readable));
        Assert.All([Theme.Accent, Theme.Good, Theme.Warning, Theme.Bad], color => Assert.True(color.ContrastWith(Theme.Well) >= 3));
    }

    [Theory]
    [InlineData(ThemeKind.Dark)]
    [InlineData(ThemeKind.Light)]
    public void Controls_are_told_from_what_they_lie_on_by_their_edges(ThemeKind kind)
    {
        const double seen = 3;
        Theme.Kind = kind;
        Assert.All([Theme.Panel, Theme.Popup], ground =>
        {
            Assert.True(Theme.ControlEdge.ContrastWith(ground) >= seen, $"a button's edge on {ground}");
            Assert.True(Theme.WellEdge.ContrastWith(ground) >= seen, $"a text box's edge on {ground}");
        });
        Assert.True(Theme.PopupEdge.ContrastWith(Theme.Panel) >= seen);
        Assert.True(Theme.Accent.ContrastWith(Theme.Panel) >= seen, "a chosen row's mark");
        Assert.True(Theme.TextDisabled.ContrastWith(Theme.Panel) >= seen, "disabled text");
    }

    [Fact]
    public void Contrast_is_that_of_WCAG()
    {
        Assert.Equal(21, Color.Hex(0xffffff).ContrastWith(Color.Hex(0)), 2);
        Assert.Equal(4.54, Color.Hex(0x767676).ContrastWith(Color.Hex(0xffffff)), 2);
    }
}
