using Pix2Pix.Realtime.Rendering.Gui;

namespace Pix2Pix.Realtime.Rendering.Tests.Gui;

/// <summary>Draws every page at each scale into the test's output folder, for people to look at.</summary>
public sealed class GalleryTests
{
    [Theory]
    [InlineData("basics", 280, 700)]
    [InlineData("forms", 320, 600)]
    [InlineData("charts", 320, 880)]
    [InlineData("question", 480, 560)]
    [InlineData("icons", 320, 240)]
    public void Every_page_is_drawn_at_each_scale(string page, int width, int height)
    {
        foreach (var scale in (float[])[1, 1.5f, 2])
        {
            using var session = new KitSession(Page(page), width, height, scale);
            session.Frame();
            session.Frame();
            Artefacts.Save($"{page}@{scale}.png", session.Ui.Raster.Copy());
            Assert.Equal(session.Size, session.Ui.Raster.Size);
        }
    }

    internal static Action<Ui> Page(string name)
    {
        var gallery = new Gallery();
        return name switch { "icons" => Gallery.Icons, "forms" => gallery.Forms, "charts" => gallery.Charts, "question" => gallery.Question, _ => gallery.Basics };
    }
}
