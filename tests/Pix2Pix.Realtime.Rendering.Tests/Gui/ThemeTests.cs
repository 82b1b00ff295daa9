using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.Rendering.Tests.Gui;

public sealed class ThemeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void All_text_can_be_read_on_every_background_that_it_lies_on(bool isLight)
    {
        const double readable = 4.5;
        var theme = Of(isLight);
        Color[] grounds = [theme.Panel, theme.Popup, theme.Well, theme.Control, theme.ControlHover, theme.ControlHeld, theme.RowHover, theme.Selection];
        Assert.All(grounds, ground => Assert.True(theme.Text.ContrastWith(ground) >= readable, $"text on {ground}"));
        Assert.All([theme.Panel, theme.Popup, theme.Well], ground => Assert.True(theme.TextDim.ContrastWith(ground) >= readable, $"dim text on {ground}"));
        Assert.All([theme.Accent, theme.AccentHover, theme.AccentHeld], ground => Assert.True(theme.TextOnAccent.ContrastWith(ground) >= readable));
        Assert.All([theme.Accent, theme.Good, theme.Warning, theme.Bad], color => Assert.True(color.ContrastWith(theme.Well) >= 3));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Controls_are_told_from_what_they_lie_on_by_their_edges(bool isLight)
    {
        const double seen = 3;
        var theme = Of(isLight);
        Assert.All([theme.Panel, theme.Popup], ground =>
        {
            Assert.True(theme.ControlEdge.ContrastWith(ground) >= seen, $"a button's edge on {ground}");
            Assert.True(theme.WellEdge.ContrastWith(ground) >= seen, $"a text box's edge on {ground}");
        });
        Assert.True(theme.PopupEdge.ContrastWith(theme.Panel) >= seen);
        Assert.True(theme.Accent.ContrastWith(theme.Panel) >= seen, "a chosen row's mark");
        Assert.True(theme.TextDisabled.ContrastWith(theme.Panel) >= seen, "disabled text");
    }

    [Fact]
    public void Contrast_is_that_of_WCAG()
    {
        Assert.Equal(21, Color.Hex(0xffffff).ContrastWith(Color.Hex(0)), 2);
        Assert.Equal(4.54, Color.Hex(0x767676).ContrastWith(Color.Hex(0xffffff)), 2);
    }

    private static ThemeColors Of(bool isLight) => isLight ? ThemeColors.Light : ThemeColors.Dark;
}
