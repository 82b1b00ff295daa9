using System.Globalization;
using System.Text.Json;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>The street in sample-scenes/: houses with fronts of their own, walls that stop, and paint on a wall in space.</summary>
public sealed class StreetTests : IDisposable
{
    private static readonly Palette Palette = PaletteFile.Load("cmp-facade");

    private readonly LiveRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Every_house_is_translated_and_its_front_is_seen()
    {
        Assert.True(Headless(keys: "", frames: 3).Houses >= 8);
        var picture = ImageFile.Load(_run.At("out.png"));

        // Straight ahead at the street's end stands the town hall: its wall in the two-layer model's colour, with windows of another.
        var seen = Enumerable.Range(0, 40).Select(i => Colour(picture, 560 + i, 300)).Concat(Enumerable.Range(0, 40).Select(i => Colour(picture, 600 + (i * 3), 310))).ToHashSet();
        Assert.Contains(seen, colour => Near(colour, Translated(0, 48, 255)));
        Assert.True(seen.Count >= 2, "one colour only: no windows");
    }

    [Fact]
    public void Walls_stop_whoever_walks_into_them()
    {
        // Straight on for 20 seconds at 5 metres a second would end at z = -82; the town hall's front is at -27.
        var (_, _, z) = Headless("W", frames: 1200);
        Assert.InRange(z, -26.6, -26.3);

        // Forward and to the right: along the houses on that side, which begin at x = 7.
        var (_, x, _) = Headless("WD", frames: 600);
        Assert.InRange(x, 5, 8.1);
    }

    [Fact]
    public void A_click_on_a_wall_paints_that_wall_in_space_and_walking_moves_what_is_seen()
    {
        using var display = XvfbDisplay.Start(1280, 800);
        using var program = _run.Start(display.Name, "live", "--scene", Scene(z: -16), "--model", _run.Model, "--log", _run.Log);
        _run.WaitFor(program, "house", one => Name(one) == "town hall");
        var area = _run.Newest("layout", _ => true)!.Value.GetProperty("translation").EnumerateArray().Select(number => number.GetInt32()).ToArray();
        // The middle of the picture is on the town hall's front. What is painted is translated again, and no other house is.
        var before = _run.Newest("house", one => Name(one) == "town hall")!.Value.GetProperty("version").GetInt64();
        display.Do("mousemove", Text(area[0] + (area[2] / 2)), Text(area[1] + (area[3] / 2)), "click", "1");
        _run.WaitFor(program, "house", one => Name(one) == "town hall" && one.GetProperty("version").GetInt64() > before);

        display.Do("keydown", "w");
        _run.WaitFor(program, "walk", one => one.GetProperty("z").GetDouble() < -18);
        display.Do("keyup", "w");
    }

    [Fact]
    public void The_painting_goes_into_the_street_and_comes_back_with_what_was_painted_there()
    {
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--no-tune", "--log", _run.Log);
        var layout = _run.WaitFor(program, "layout");
        _run.WaitFor(program, "frame");
        display.Do("key", "b");
        WindowScreen.Click(display, layout, (60, 20));
        _run.WaitFor(program, "stroke");
        display.Do("key", "F3");
        _run.WaitFor(program, "scene", one => one.GetProperty("path").GetString()!.EndsWith("street.scene.yaml", StringComparison.Ordinal));
        var house = _run.WaitFor(program, "house", one => Name(one) == "empty");
        var kept = LabelMapFile.Load(KeptPath(), Palette, new PixelSize(256, 256), out _);
        Assert.Equal(Palette.Find("window")!.Id, kept[60, 20]);
        _run.WaitFor(program, "swap");
        Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "found"));
        ImageFile.Save(Path.Combine(AppContext.BaseDirectory, "found", "my-house.png"), XScreen.Grab(display));

        // Who comes with a painting stands in front of it.
        var area = _run.Newest("layout", _ => true)!.Value.GetProperty("translation").EnumerateArray().Select(number => number.GetInt32()).ToArray();
        display.Do("mousemove", Text(area[0] + (area[2] / 2)), Text(area[1] + (area[3] / 2)), "click", "1");
        _run.WaitFor(program, "house", one => Name(one) == "empty" && one.GetProperty("version").GetInt64() > house.GetProperty("version").GetInt64());
        display.Do("key", "F3");
        _run.WaitFor(program, "scene", one => one.GetProperty("path").GetString()!.EndsWith("facade-paint.scene.yaml", StringComparison.Ordinal));
        var painted = LabelMapFile.Load(KeptPath(), Palette, new PixelSize(256, 256), out _);
        Assert.Equal(Palette.Find("window")!.Id, painted[60, 20]);
        Assert.NotEqual(kept.Ids, painted.Ids);

        // Both can be undone here: the one from there, and the one from before. The first frame may have been before the scene's own event.
        WindowScreen.WaitForStillScreen(display, "the painting", _ => true);
        var (x, y) = WindowScreen.OnScreen(layout, "canvas", 128, 128);
        display.Do("mousemove", Text(x), Text(y), "key", "ctrl+z");
        _run.WaitFor(program, "undo");
        display.Do("key", "ctrl+z");
        _run.WaitFor(program, "undo");
        _run.WaitFor(program, "kept");
        Assert.NotEqual(Palette.Find("window")!.Id, LabelMapFile.Load(KeptPath(), Palette, new PixelSize(256, 256), out _)[60, 20]);

        string KeptPath() => _run.Newest("kept", _ => true)!.Value.GetProperty("path").GetString()!;
    }

    [Fact]
    public void A_canvas_of_other_classes_stays_where_it_is()
    {
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = _run.Start(display.Name, "live", "--scene", ProjectFolder.Under("sample-scenes", "edges-paint.scene.yaml"), "--model", _run.Model, "--no-tune", "--log", _run.Log);
        _run.WaitFor(program, "frame");
        display.Do("key", "F3");
        _run.WaitFor(program, "notice", one => one.GetProperty("sentence").GetString()!.StartsWith("Expected a canvas with the palette cmp-facade", StringComparison.Ordinal));
    }

    private (int Houses, double X, double Z) Headless(string keys, int frames)
    {
        File.Delete(_run.Log);
        var (code, _, errors) = _run.Run(
            "live", "--headless", "--scene", Scene(z: 18, keys), "--model", _run.Model, "--frames", $"{frames}",
            "--screenshot", _run.At("out.png"), "--log", _run.Log);
        Assert.True(code == 0, errors);
        var houses = File.ReadLines(_run.Log).Where(line => line.Contains("\"house\"", StringComparison.Ordinal)).Select(line => Name(JsonDocument.Parse(line).RootElement)).Distinct().Count();
        var walk = _run.Newest("walk", _ => true);
        return (houses, walk?.GetProperty("x").GetDouble() ?? 0, walk?.GetProperty("z").GetDouble() ?? 0);
    }

    /// <summary>The sample scene with the test's model, and the walker where the test wants him.</summary>
    private string Scene(int z, string keys = "")
    {
        const string Standing = "Transform: { position: [0, 0, 18] }\n      - Walker";
        var text = File.ReadAllText(ProjectFolder.Under("sample-scenes", "street.scene.yaml"));
        Assert.Contains(Standing, text, StringComparison.Ordinal);
        text = text.Replace(Standing, $"Transform: {{ position: [0, 0, {z}] }}\n      - Walker: {{ keys: '{keys}' }}", StringComparison.Ordinal);
        File.WriteAllText(_run.At("street.scene.yaml"), text);
        return _run.At("street.scene.yaml");
    }

    private static string? Name(JsonElement house) => house.GetProperty("name").GetString();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static (byte R, byte G, byte B) Colour(PixelImage picture, int x, int y)
    {
        var pixel = picture.Row(y).Slice(x * 4, 3);
        return (pixel[0], pixel[1], pixel[2]);
    }

    private static bool Near((byte R, byte G, byte B) a, (byte R, byte G, byte B) b) => Math.Abs(a.R - b.R) <= 3 && Math.Abs(a.G - b.G) <= 3 && Math.Abs(a.B - b.B) <= 3;

    private static (byte R, byte G, byte B) Translated(byte red, byte green, byte blue)
    {
        var answer = new float[3];
        TwoLayerModel.Translate([(red / 127.5f) - 1, (green / 127.5f) - 1, (blue / 127.5f) - 1], answer);
        return (Byte(answer[0]), Byte(answer[1]), Byte(answer[2]));

        static byte Byte(float value) => (byte)Math.Clamp(Math.Round((value * 127.5f) + 127.5f), 0, 255);
    }
}
