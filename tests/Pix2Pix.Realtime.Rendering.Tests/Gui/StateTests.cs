using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Tests.Gui;

/// <summary>What only shows in use: an open drop-down, text under edit, a tooltip, the ring of the keyboard, a read-out.</summary>
public sealed class StateTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Controls_in_use_are_drawn_over_what_lies_below(float scale)
    {
        var gallery = new Gallery();
        using (var session = new KitSession(gallery.Forms, 320, 600, scale))
        {
            session.Click(200, 170).Move(200, 240);
            Save(session, "dropdown", scale);
        }

        using (var session = new KitSession(gallery.Forms, 320, 600, scale))
        {
            session.Click(170, 74).Click(170, 74);
            Save(session, "selection", scale);
        }

        using (var session = new KitSession(gallery.Basics, 280, 700, scale))
        {
            session.Press(Key.Tab, KeyModifiers.Shift).Press(Key.Tab, KeyModifiers.Shift).Move(60, 470).Frame();
            session.Frame(1);
            Save(session, "tooltip", scale);
        }

        using (var session = new KitSession(gallery.Charts, 320, 880, scale))
        {
            session.Move(160, 160).Frame();
            Save(session, "readout", scale);
        }
    }

    private static void Save(KitSession session, string name, float scale)
    {
        session.Frame();
        Assert.NotEmpty(session.Ui.Raster.Covered);
        Artefacts.Save($"{name}@{scale}.png", session.Ui.Raster.Copy());
    }
}
