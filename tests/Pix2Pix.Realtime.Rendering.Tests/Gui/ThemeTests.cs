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
        Assert.All(grounds, ground => Assert.True(Contrast(theme.Text, ground) >= readable, $"text on {ground}"));
        Assert.All([theme.Panel, theme.Popup, theme.Well], ground => Assert.True(Contrast(theme.TextDim, ground) >= readable, $"dim text on {ground}"));
        Assert.All([theme.Accent, theme.AccentHover, theme.AccentHeld], ground => Assert.True(Contrast(theme.TextOnAccent, ground) >= readable));
        Assert.All([theme.Accent, theme.Good, theme.Warning, theme.Bad], color => Assert.True(Contrast(color, theme.Well) >= 3));
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
            Assert.True(Contrast(theme.ControlEdge, ground) >= seen, $"a button's edge on {ground}");
            Assert.True(Contrast(theme.WellEdge, ground) >= seen, $"a text box's edge on {ground}");
        });
        Assert.True(Contrast(theme.PopupEdge, theme.Panel) >= seen);
        Assert.True(Contrast(theme.Accent, theme.Panel) >= seen, "a chosen row's mark");
        Assert.True(Contrast(theme.TextDisabled, theme.Panel) >= seen, "disabled text");
    }

    [Fact]
    public void Contrast_is_that_of_WCAG()
    {
        Assert.Equal(21, Contrast(Color.Hex(0xffffff), Color.Hex(0)), 2);
        Assert.Equal(4.54, Contrast(Color.Hex(0x767676), Color.Hex(0xffffff)), 2);
    }

    /// <summary>The contrast ratio of WCAG 2.1: 1 = the same, 21 = black on white; small text needs 4.5.</summary>
    private static double Contrast(Color one, Color other)
    {
        var (bright, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (bright + 0.05) / (dark + 0.05);
    }

    private static double Luminance(Color color) => (0.2126 * Linear(color.R)) + (0.7152 * Linear(color.G)) + (0.0722 * Linear(color.B));

    private static double Linear(byte channel) => channel / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);

    private static ThemeColors Of(bool isLight) => isLight ? ThemeColors.Light : ThemeColors.Dark;
}
