using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Tests.Gui;

/// <summary>The kit's common ground: pointer, keyboard, focus, what is left for the program, and that nothing costs nothing.</summary>
public sealed class UiTests
{
    private static readonly PixelRect Left = new(0, 0, 200, 300);

    [Fact]
    public void A_click_presses_and_a_release_elsewhere_does_not()
    {
        var presses = 0;
        using var session = new KitSession(ui => Panel(ui, () => presses += ui.Button("Go") ? 1 : 0));
        session.Click(100, 30);
        Assert.Equal(1, presses);
        session.Move(100, 30).Down().Move(100, 200).Up();
        Assert.Equal(1, presses);
    }

    [Fact]
    public void A_press_and_its_release_within_one_frame_are_both_seen()
    {
        var (first, second) = (0, 0);
        using var session = new KitSession(ui => Panel(ui, () =>
        {
            first += ui.Button("First") ? 1 : 0;
            second += ui.Button("Second") ? 1 : 0;
        }));
        session.QuickClick(100, 30).QuickClick(100, 62);
        Assert.Equal((1, 1), (first, second));
        Assert.Equal(0UL, session.Ui.Input.Active);
    }

    [Fact]
    public void A_disabled_button_does_nothing()
    {
        var presses = 0;
        using var session = new KitSession(ui => Panel(ui, () => presses += ui.Button("Go", key: Key.G, isEnabled: false) ? 1 : 0));
        session.Click(100, 30).Press(Key.G).Press(Key.Tab).Press(Key.Enter);
        Assert.Equal(0, presses);
    }

    [Fact]
    public void Tab_goes_through_the_controls_and_Enter_Space_and_keys_press()
    {
        var (first, second) = (0, 0);
        using var session = new KitSession(ui => Panel(ui, () =>
        {
            first += ui.Button("First") ? 1 : 0;
            second += ui.Button("Second", key: Shortcut.Ctrl(Key.S)) ? 1 : 0;
        }));
        session.Press(Key.Tab).Press(Key.Enter);
        Assert.Equal((1, 0), (first, second));
        session.Press(Key.Tab).Press(Key.Space);
        Assert.Equal((1, 1), (first, second));
        session.Press(Key.Tab, KeyModifiers.Shift).Press(Key.Enter);
        Assert.Equal((2, 1), (first, second));
        session.Press(Key.Escape).Press(Key.Enter);
        Assert.Equal((2, 1), (first, second));
        session.Press(Key.S, KeyModifiers.Control).Press(Key.S);
        Assert.Equal((2, 2), (first, second));
    }

    [Fact]
    public void What_the_panel_does_not_use_is_the_programs()
    {
        using var session = new KitSession(ui => Panel(ui, () => ui.Button("Go")));
        session.Move(100, 250).Frame();
        session.Add(session.Pointer(InputKind.PointerDown));
        session.Frame();
        Assert.True(session.Ui.Took(0), "a press on the panel's background is the panel's");
        session.Up().Move(260, 100).Add(session.Pointer(InputKind.PointerDown));
        session.Frame();
        Assert.False(session.Ui.Took(0), "a press beside the panel is the program's");
        session.Add(session.Pointer(InputKind.PointerMove) with { X = 100, Y = 30 });
        session.Add(session.Pointer(InputKind.PointerUp) with { X = 100, Y = 30 });
        session.Frame();
        Assert.False(session.Ui.Took(0) || session.Ui.Took(1), "a stroke that runs over the panel stays the program's");
        Assert.False(session.Ui.HasKeyboard);
    }

    [Fact]
    public void A_slider_follows_the_pointer_beyond_its_ends_and_the_keys()
    {
        var value = 10;
        using var session = new KitSession(ui => Panel(ui, () => ui.Slider("##size", ref value, 1, 64)));
        session.Move(20, 30).Down().Move(75, 200);
        Assert.InRange(value, 28, 38);
        session.Move(1000, 30);
        Assert.Equal(64, value);
        session.Move(-1000, 30).Up();
        Assert.Equal(1, value);
        session.Press(Key.Right).Press(Key.PageUp);
        Assert.Equal(12, value);
        session.Press(Key.End).Press(Key.Left);
        Assert.Equal(63, value);
        session.Press(Key.Home);
        Assert.Equal(1, value);
    }

    [Fact]
    public void A_toggle_changes_by_pointer_and_by_key()
    {
        var isOn = false;
        using var session = new KitSession(ui => Panel(ui, () => ui.Toggle("Grid", ref isOn, key: Key.G)));
        session.Click(30, 30);
        Assert.True(isOn);
        session.Press(Key.G);
        Assert.False(isOn);
    }

    [Fact]
    public void What_was_declared_before_an_answer_asks_to_be_drawn_anew()
    {
        var page = 0;
        using var session = new KitSession(ui => Panel(ui, () => ui.Tabs("pages", ref page, "Source", "Model")));
        session.Move(150, 26);
        session.Frame();
        session.Down().Up();
        Assert.Equal(1, page);
        Assert.Equal(TimeSpan.Zero, session.Ui.WakeAfter);
        Assert.True(session.Frame(), "the first tab is no longer marked");
        Assert.False(session.Frame());
        Assert.Null(session.Ui.WakeAfter);
    }

    [Fact]
    public void A_tooltip_appears_after_a_rest_asks_for_its_frame_and_goes()
    {
        using var session = new KitSession(ui => Panel(ui, () => ui.Button("Go", "Starts it at once", Key.G)));
        session.Move(100, 30);
        session.Frame();
        Assert.InRange(session.Ui.WakeAfter!.Value.TotalSeconds, 0.4, 0.5);
        Assert.True(session.Frame(0.6), "the tooltip appears");
        Assert.False(session.Frame(0.6), "and stays");
        Assert.Null(session.Ui.WakeAfter);
        session.Move(100, 250);
        Assert.Null(session.Ui.WakeAfter);
        Assert.False(session.Frame());
    }

    [Fact]
    public void Text_that_is_cut_shows_whole_in_a_tooltip()
    {
        var name = "generator.onnx";
        using var session = new KitSession(ui => Panel(ui, () => ui.Value("File", name)));
        session.Move(150, 26);
        Assert.False(session.Frame(0.6));
        name = "a-very-long-name-of-a-generator-008000.onnx";
        session.Frame();
        Assert.NotNull(session.Ui.WakeAfter);
        Assert.True(session.Frame(0.6));
    }

    [Fact]
    public void A_toast_goes_by_itself_and_by_a_click()
    {
        using var session = new KitSession(ui => Panel(ui, () => ui.Label("x")));
        session.Ui.Toasts.Add("The generator was saved", ToastKind.Done);
        session.Frame();
        var wake = session.Ui.WakeAfter!.Value;
        Assert.True(wake > Theme.ToastTime);
        session.Frame(wake.TotalSeconds + 0.1);
        session.Frame();
        Assert.Null(session.Ui.WakeAfter);
        session.Ui.Toasts.Add("The generator was saved");
        session.Frame();
        session.Click(160, 425);
        session.Frame();
        Assert.Null(session.Ui.WakeAfter);
    }

    [Fact]
    public void A_panel_that_is_too_high_scrolls_by_wheel_and_Tab_brings_what_it_reaches_into_view()
    {
        var pressed = -1;
        using var session = new KitSession(ui =>
        {
            using (ui.Panel("left", Left))
            {
                for (var i = 0; i < 30; i++)
                {
                    pressed = ui.Button($"Button {i}") ? i : pressed;
                }
            }
        });
        session.Frame();
        session.Click(100, 30);
        Assert.Equal(0, pressed);
        session.Wheel(-1000);
        session.Click(100, 300 - 30);
        Assert.Equal(29, pressed);
        session.Press(Key.Tab).Press(Key.Enter);
        Assert.Equal(0, pressed);
        session.Frame();
        session.Click(100, 30);
        Assert.Equal(0, pressed);
    }

    [Fact]
    public void Frames_in_which_nothing_changes_draw_nothing_and_allocate_nothing()
    {
        var gallery = new Gallery();
        using var session = new KitSession(gallery.Basics, 280, 700);
        for (var i = 0; i < 50; i++)
        {
            session.Frame();
        }

        var (drawn, allocated) = (session.Ui.Raster.PixelsDrawn, GC.GetAllocatedBytesForCurrentThread());
        for (var i = 0; i < 1000; i++)
        {
            session.Frame();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - allocated);
        Assert.Equal(0, session.Ui.Raster.PixelsDrawn - drawn);
    }

    [Fact]
    public void A_change_draws_only_around_itself()
    {
        var isOn = false;
        using var session = new KitSession(ui => Panel(ui, () =>
        {
            ui.Toggle("Grid", ref isOn);
            ui.Button("Go");
        }), 640, 480);
        session.Frame();
        var drawn = session.Ui.Raster.PixelsDrawn;
        isOn = true;
        Assert.True(session.Frame());
        Assert.InRange(session.Ui.Raster.PixelsDrawn - drawn, 1, 64 * 64);
        Assert.All(session.Ui.Raster.Covered, rect => Assert.True(rect.Right <= 224 && rect.Bottom <= 320));
    }

    [Fact]
    public void A_window_of_no_size_is_survived()
    {
        using var session = new KitSession(ui => Panel(ui, () => ui.Button("Go", "tip")));
        session.Frame();
        session.Size = new PixelSize(0, 0);
        Assert.False(session.Frame());
        session.Size = new PixelSize(320, 480);
        Assert.False(session.Frame(), "the picture is still there");
        session.Size = new PixelSize(100, 50);
        Assert.True(session.Frame());
    }

    private static void Panel(Ui ui, Action content)
    {
        using (ui.Panel("left", Left))
        {
            content();
        }
    }
}
