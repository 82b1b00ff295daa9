using System.Diagnostics;
using System.Text.Json;
using Pix2Pix.Realtime.Tests.Shared;
using static Pix2Pix.Realtime.App.Tests.Live.WindowScreen;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>Shortcuts in the real window on keyboards of several countries: the key that shows the letter.</summary>
public sealed class KeyboardTests : IDisposable
{
    // Keys by their place, as X numbers them: those of the US keyboard's 1, 4 and Z.
    private const string PlaceOf1 = "10";
    private const string PlaceOf4 = "13";
    private const string PlaceOfZ = "52";

    private readonly LiveRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("us", "ctrl+z", "a", PlaceOf4)]
    [InlineData("de", "ctrl+z", "a", PlaceOf4)]
    [InlineData("fr", "ctrl+z", "a", PlaceOf4)]
    [InlineData("ru", "ctrl+" + PlaceOfZ, "38", PlaceOf4)]
    public void A_shortcut_is_the_key_that_shows_its_letter(string layout, string undo, string balcony, string door)
    {
        using var display = XvfbDisplay.Start(1280, 720);
        display.SetKeyboard(layout);
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--no-tune", "--log", _run.Log);
        var places = _run.WaitFor(program, "layout");
        _run.WaitFor(program, "frame");
        display.Do("mousemove", "640", "360", "key", door);
        Assert.Equal(("brush", "door"), Paint(display, program, places));
        display.Do("key", undo);
        _run.WaitFor(program, "undo");
        display.Do("key", balcony);
        Assert.Equal("balcony stamp", Paint(display, program, places).Tool);
        display.Do("key", PlaceOf1, "key", "b");
        Assert.Equal(layout == "ru" ? "balcony stamp" : "brush", Paint(display, program, places).Tool);
    }

    [Fact]
    public void A_bracket_that_takes_AltGr_makes_the_brush_larger_and_chooses_no_class()
    {
        using var display = XvfbDisplay.Start(1280, 720);
        display.SetKeyboard("de");
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--no-tune", "--log", _run.Log);
        var places = _run.WaitFor(program, "layout");
        _run.WaitFor(program, "frame");
        display.Do("mousemove", "640", "360", "key", PlaceOf4, "key", "bracketright", "key", "bracketright", "key", "Page_Up");
        Drag(display, places, (60, 100), (190, 100));
        var stroke = _run.WaitFor(program, "stroke");
        Assert.Equal(("door", 15), (stroke.GetProperty("class").GetString(), stroke.GetProperty("size").GetInt32()));
    }

    [Fact]
    public void Ones_own_keys_take_the_place_of_the_programs()
    {
        File.WriteAllText(_run.At("config/pix2pix/keys.yaml"), "painting:\n  rectangle: N\n");
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--no-tune", "--log", _run.Log);
        var places = _run.WaitFor(program, "layout");
        _run.WaitFor(program, "frame");
        display.Do("mousemove", "640", "360", "key", "n");
        Assert.Equal("rectangle", Paint(display, program, places).Tool);
    }

    private (string Tool, string Class) Paint(XvfbDisplay display, Process program, JsonElement places)
    {
        Drag(display, places, (60, 100), (190, 100));
        var stroke = _run.WaitFor(program, "stroke");
        return (stroke.GetProperty("tool").GetString()!, stroke.GetProperty("class").GetString()!);
    }
}
