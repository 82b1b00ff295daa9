using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.Rendering.Tests.Gui;

public sealed class ThemeTests
{
    [Fact]
    public void All_text_can_be_read_on_every_background_that_it_lies_on()
    {
        const double readable = 4.5;
        Color[] grounds = [Theme.Panel, Theme.Popup, Theme.Well, Theme.Control, Theme.ControlHover, Theme.ControlHeld, Theme.RowHover, Theme.Selection];
        Assert.All(grounds, ground => Assert.True(Theme.Text.ContrastWith(ground) >= readable, $"text on {ground}"));
        Assert.All([Theme.Panel, Theme.Popup, Theme.Well], ground => Assert.True(Theme.TextDim.ContrastWith(ground) >= readable, $"dim text on {ground}"));
        Assert.All([Theme.Accent, Theme.AccentHover, Theme.AccentHeld], ground => Assert.True(Theme.TextOnAccent.ContrastWith(ground) >= readable));
        Assert.All([Theme.Accent, Theme.Good, Theme.Warning, Theme.Bad], color => Assert.True(color.ContrastWith(Theme.Well) >= 3));
    }

    [Fact]
    public void Contrast_is_that_of_WCAG()
    {
        Assert.Equal(21, Color.Hex(0xffffff).ContrastWith(Color.Hex(0)), 2);
        Assert.Equal(4.54, Color.Hex(0x767676).ContrastWith(Color.Hex(0xffffff)), 2);
    }
}
