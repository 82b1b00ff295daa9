using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Passes;
using Pix2Pix.Realtime.Rendering.Tests.Gui;
using Pix2Pix.Realtime.Rendering.Windowing;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Rendering.Tests.Windowing;

/// <summary>A real window on a display in memory, driven by real events.</summary>
public sealed partial class GlfwWindowTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void Pointer_and_keys_arrive_with_their_places_and_times()
    {
        using var display = Open(out var window);
        using (window)
        {
            display.Do("mousemove", "110", "60", "mousedown", "1", "mousemove", "141", "83", "mouseup", "1");
            var seen = Collect(window, events => events.Any(input => input.Kind == InputKind.PointerUp));
            var down = seen.First(input => input.Kind == InputKind.PointerDown);
            var up = seen.First(input => input.Kind == InputKind.PointerUp);
            Assert.Equal((110, 60, PointerButton.Left), (down.X, down.Y, down.Button));
            Assert.Equal((141, 83), (up.X, up.Y));
            Assert.True(down.Ticks > 0 && up.Ticks >= down.Ticks);
            Assert.Equal(new PointerPosition(141, 83), window.Pointer);

            display.Do("key", "shift+a");
            seen = Collect(window, events => events.Any(input => input.Kind == InputKind.KeyUp && input.Key == Key.A));
            Assert.Contains(seen, input => input.Kind == InputKind.KeyDown && input.Key == Key.A && input.IsShift);
            Assert.Contains(seen, input => input.Kind == InputKind.Text && input.Character.Value == 'A');

            display.Do("click", "4");
            seen = Collect(window, events => events.Any(input => input.Kind == InputKind.Wheel));
            Assert.Equal((1, 141), seen.Where(input => input.Kind == InputKind.Wheel).Select(input => (input.WheelY, input.X)).First());
        }
    }

    [Fact]
    public void A_real_click_and_real_letters_reach_the_panel_at_twice_the_scale()
    {
        var (presses, text) = (0, "");
        using var display = Open(out var window, dotsPerInch: 192);
        using (window)
        using (var device = new GraphicsDevice(window, ShaderFolder.Find(), Assert.Fail))
        using (var session = new KitSession(ui =>
        {
            using (ui.Panel("panel", new PixelRect(ui.Size)))
            {
                presses += ui.Button("Go") ? 1 : 0;
                ui.TextBox("##text", ref text);
            }
        }))
        using (var pass = new PanelPass(device))
        {
            Assert.Equal(2, window.ContentScale);

            // Points 16..44 and 48..76 are pixels 32..88 and 96..152.
            display.Do("mousemove", "200", "60", "click", "1");
            RunFrames(() => presses == 1);
            display.Do("mousemove", "200", "124", "click", "1");
            RunFrames(() => session.Ui.HasKeyboard);
            display.Do("type", "Fa-1");
            RunFrames(() => text == "Fa-1");
            Assert.Equal(CursorShape.Text, session.Ui.Cursor);

            void RunFrames(Func<bool> isDone)
            {
                var end = DateTime.UtcNow + Patience;
                while (!isDone())
                {
                    Assert.True(DateTime.UtcNow < end, $"{presses} presses, text '{text}'");
                    window.WaitEvents(TimeSpan.FromMilliseconds(50));
                    session.Run(window.Events, window.FramebufferSize, window.ContentScale);
                    device.BeginFrame();
                    pass.Draw(device.Screen, session.Ui.Raster);
                    window.SwapBuffers();
                }
            }
        }
    }

    [Fact]
    public void A_resize_asks_for_pictures_until_one_has_the_new_size()
    {
        using var display = Open(out var window);
        using (window)
        using (var device = new GraphicsDevice(window, ShaderFolder.Find(), Assert.Fail))
        {
            window.Resize(new PixelSize(517, 333));
            Collect(window, _ => window.FramebufferSize == new PixelSize(517, 333));
            window.SwapBuffers();
            Collect(window, events => events.Any(input => input.Kind == InputKind.Refresh));
            device.Clear(device.Screen, 1, 0, 0);
            var seen = Screenshot.Read(device, device.Screen);
            Assert.Equal((517, 333), (seen.Width, seen.Height));
            Assert.Equal((255, 0, 0), seen.At(516, 332));
        }
    }

    [Fact]
    public void It_survives_being_hidden_made_tiny_and_full_screen()
    {
        using var display = Open(out var window);
        using (window)
        using (var device = new GraphicsDevice(window, ShaderFolder.Find(), Assert.Fail))
        {
            window.Minimise();
            DrawOnce(window, device);
            window.Restore();
            window.Resize(new PixelSize(1, 1));
            DrawOnce(window, device);
            var monitor = Assert.Single(window.Monitors);
            Assert.Equal(new PixelSize(1280, 800), monitor.Resolution);
            window.SetFullScreen(0);
            Assert.True(window.IsFullScreen);
            Collect(window, _ => window.FramebufferSize == monitor.Resolution);
            DrawOnce(window, device);
            window.SetFullScreen(null);
            Assert.False(window.IsFullScreen);
            DrawOnce(window, device);
            Assert.Contains("monitor from 1 to 1, found 6", Assert.Throws<UserException>(() => window.SetFullScreen(5)).Message);
        }
    }

    [Fact]
    public void Another_thread_wakes_a_window_that_waits_without_end()
    {
        using var display = Open(out var window);
        using (window)
        {
            Collect(window, _ => true);
            var waker = new Thread(window.Wake);
            waker.Start();
            window.WaitEvents(Timeout.InfiniteTimeSpan);
            waker.Join();
        }
    }

    [Fact]
    public void Copied_text_can_be_pasted()
    {
        using var display = Open(out var window);
        using (window)
        {
            Assert.Equal("", window.Text);
            window.Text = "façade ✓";
            Assert.Equal("façade ✓", window.Text);
        }
    }

    [Fact]
    public void Without_a_display_a_sentence_says_so()
    {
        using var display = XvfbDisplay.Start();
        Assert.Equal(0, SetEnvironment("DISPLAY", ":54321", overwrite: 1));
        var fault = Assert.Throws<UserException>(() => new GlfwWindow(new WindowOptions("test", new PixelSize(100, 100))));
        Assert.Contains("Expected a display", fault.Message);
    }

    private static XvfbDisplay Open(out GlfwWindow window, int dotsPerInch = 96)
    {
        var display = XvfbDisplay.Start(dotsPerInch: dotsPerInch);
        Assert.Equal(0, SetEnvironment("DISPLAY", display.Name, overwrite: 1));
        try
        {
            window = new GlfwWindow(new WindowOptions("test", new PixelSize(400, 300)));
        }
        catch (UserException fault) when (fault.Message.Contains("GLFW", StringComparison.Ordinal))
        {
            display.Dispose();
            Assert.Skip(fault.Message);
            throw;
        }

        // There is no window manager to give the window the keyboard.
        display.Do("search", "--sync", "--name", "test", "windowmove", "0", "0", "windowfocus", "--sync");
        Collect(window, _ => true);
        return display;
    }

    private static void DrawOnce(GlfwWindow window, GraphicsDevice device)
    {
        window.WaitEvents(TimeSpan.Zero);
        if (!window.IsMinimised)
        {
            device.Clear(device.Screen, 0, 0, 1);
            window.SwapBuffers();
        }
    }

    private static List<InputEvent> Collect(GlfwWindow window, Func<List<InputEvent>, bool> isEnough)
    {
        var seen = new List<InputEvent>();
        var end = DateTime.UtcNow + Patience;
        do
        {
            Assert.True(DateTime.UtcNow < end, $"only saw {string.Join(", ", seen.Select(input => input.Kind))}");
            window.WaitEvents(TimeSpan.FromMilliseconds(50));
            seen.AddRange(window.Events);
        }
        while (!isEnough(seen));
        return seen;
    }

    /// <summary>.NET keeps its own copy of the environment, which native libraries don't see.</summary>
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
