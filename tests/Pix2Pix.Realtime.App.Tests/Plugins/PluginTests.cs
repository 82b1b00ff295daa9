using System.Net;
using System.Net.Sockets;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.App.Tests.Osc;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Plugins;

/// <summary>Components from a real assembly that the program has never seen, in scene files that people write.</summary>
public sealed class PluginTests(BuiltPlugin plugin) : IClassFixture<BuiltPlugin>, IDisposable
{
    private readonly LiveRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void The_template_s_cube_wears_the_translation_and_spins()
    {
        Install("Spin", File.ReadAllBytes(plugin.Assembly));
        File.WriteAllText(_run.At("cube.scene.yaml"), File.ReadAllText(plugin.Scene).Replace(", start: ../../sample-scenes/facade.strokes.yaml", "", StringComparison.Ordinal));
        var (first, later) = (Picture(2), Picture(150));

        // The window is 1280 wide and the panel 208: the cube stands in the right half of what is left.
        var (moved, seen) = (0, 0);
        for (var y = 200; y < 520; y += 4)
        {
            for (var x = 640; x < 1020; x += 4)
            {
                moved += first.Row(y).Slice(x * 4, 3).SequenceEqual(later.Row(y).Slice(x * 4, 3)) ? 0 : 1;
                seen += later.Row(y)[x * 4] == later.Row(4)[1276 * 4] ? 0 : 1;
            }
        }

        Assert.InRange(seen, 2000, 7600);
        Assert.InRange(moved, 200, 7600);

        PixelImage Picture(int frames)
        {
            // Its other component has a name that is taken, which is said, and is all that is.
            var (_, _, errors) = Live("cube.scene.yaml", frames);
            Assert.All(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains("has a component StatusLine", line, StringComparison.Ordinal));
            return ImageFile.Load(_run.At("out.png"));
        }
    }

    [Fact]
    public void In_a_window_the_cube_spins_though_nobody_touches_anything()
    {
        using var display = XvfbDisplay.Start();
        Install("Spin", File.ReadAllBytes(plugin.Assembly));
        File.WriteAllText(_run.At("s.yaml"), "objects: [{ components: [SpinningCube, Translator, LabelCanvas, ToolPanel] }]");
        using var program = _run.Start(display.Name, "live", "--scene", _run.At("s.yaml"), "--trust", "--model", _run.Model, "--log", _run.Log);
        _run.WaitFor(program, "swap", one => one.GetProperty("frame").GetInt64() >= 30);
    }

    [Fact]
    public void A_desk_sets_a_plugin_s_property_and_the_cube_begins_to_spin()
    {
        using var display = XvfbDisplay.Start();
        Install("Spin", File.ReadAllBytes(plugin.Assembly));
        File.WriteAllText(_run.At("s.yaml"), "objects: [{ components: [SpinningCube: { speed: 0 }, Translator, LabelCanvas, Osc] }]");
        using var program = _run.Start(display.Name, "live", "--scene", _run.At("s.yaml"), "--trust", "--model", _run.Model, "--log", _run.Log, "--osc", "0");
        var place = IPEndPoint.Parse(_run.WaitFor(program, "osc").GetProperty("place").GetString()!);
        var still = _run.WaitFor(program, "swap").GetProperty("frame").GetInt64();
        using var desk = new UdpClient();
        var packet = OscBytes.Number("/SpinningCube/speed", 2);
        desk.Send(packet, packet.Length, place);
        Assert.Equal("2", _run.WaitFor(program, "osc").GetProperty("value").GetString());

        // With nothing else to show, so many pictures are the cube's.
        _run.WaitFor(program, "swap", one => one.GetProperty("frame").GetInt64() >= still + 60);
    }

    [Fact]
    public void A_component_that_fails_is_named_and_switched_off_and_the_program_goes_on()
    {
        Install("Spin", File.ReadAllBytes(plugin.Assembly));
        File.WriteAllText(_run.At("s.yaml"), """
            objects:
              - components: [FailsInAwake, FailsInUpdate: { colour: red, name: Anna, count_of_things: 7 }, Translator, LabelCanvas, TranslationView]
            """);
        var (code, _, errors) = Live("s.yaml", 10);
        Assert.Equal(1, code);
        Assert.Contains("FailsInAwake of the plugin", errors, StringComparison.Ordinal);
        Assert.Contains("failed and was disabled: no coffee", errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n'), line => line.Contains("failed and was disabled: Red Anna 7", StringComparison.Ordinal));
        Assert.Contains("has a component StatusLine, but the program has one already; rename it", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_out_of_range_is_a_fault_of_the_scene_with_its_place()
    {
        Install("Spin", File.ReadAllBytes(plugin.Assembly));
        File.WriteAllText(_run.At("s.yaml"), "objects: [{ components: [FailsInUpdate: { count_of_things: 12, nam: x }] }]");
        var (code, _, errors) = Live("s.yaml", 1);
        Assert.Equal(1, code);
        Assert.Contains("FailsInUpdate.count_of_things: expected a whole number in 1..9 things, found '12'", errors, StringComparison.Ordinal);
        Assert.Contains("FailsInUpdate has no property 'nam'; did you mean name?", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Plugins_that_cannot_be_used_are_named_each_with_its_reason_and_the_others_load()
    {
        Install("Spin", File.ReadAllBytes(plugin.Assembly));
        Install("Old", plugin.OfVersion(9, 4));
        Install("Text", "no assembly"u8.ToArray());
        Install("Other", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "YamlDotNet.dll")));
        File.WriteAllText(_run.At("s.yaml"), "objects: [{ components: [SpinningCube, Translator, LabelCanvas, TranslationView] }]");
        var (code, _, errors) = Live("s.yaml", 2);
        Assert.Equal(1, code);
        Assert.Contains("out.png", Directory.GetFiles(_run.Folder).Select(file => Path.GetFileName(file)));
        Assert.Matches("Old.dll' can't be used: Expected an assembly built against Pix2Pix.Realtime 0.1, found 9.4; rebuild it", errors);
        Assert.Matches("Text.dll' can't be used: expected a .NET assembly, found something else", errors);
        Assert.Matches("Other.dll' can't be used: Expected an assembly that references Pix2Pix.Realtime, found one that does not", errors);
        Assert.DoesNotContain("Spin.dll' can't", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_yes_the_plugins_beside_a_scene_are_named_and_not_loaded()
    {
        Install("Spin", File.ReadAllBytes(plugin.Assembly));
        File.WriteAllText(_run.At("s.yaml"), "objects: [{ components: [Translator, LabelCanvas, TranslationView] }]");
        var (code, _, errors) = _run.Run(
            "live", "--headless", "--scene", _run.At("s.yaml"), "--model", _run.Model, "--frames", "2", "--log", _run.Log, "--screenshot", _run.At("out.png"));
        Assert.Equal(1, code);
        Assert.Contains(Path.Combine("Spin", "Spin.dll"), errors, StringComparison.Ordinal);
        Assert.Contains("--trust", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("StatusLine", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_window_asks_once_remembers_the_yes_and_asks_again_when_a_file_has_changed()
    {
        Install("Spin", File.ReadAllBytes(plugin.Assembly));
        File.WriteAllText(_run.At("s.yaml"), "objects: [{ components: [SpinningCube, Translator, LabelCanvas, ToolPanel] }]");
        using var display = XvfbDisplay.Start();
        using (var first = _run.Start(display.Name, Line()))
        {
            _run.WaitFor(first, "asks", one => one.GetProperty("what").GetString()!.Contains("Spin.dll", StringComparison.Ordinal));
            _run.WaitFor(first, "swap");
            display.Do("key", "Return");
            _run.WaitFor(first, "translation");
        }

        // Also headless: it is the same yes.
        var (code, _, errors) = _run.Run(
            "live", "--headless", "--scene", _run.At("s.yaml"), "--model", _run.Model, "--frames", "2", "--screenshot", _run.At("out.png"));
        Assert.DoesNotContain("--trust", errors, StringComparison.Ordinal);
        Assert.Contains("StatusLine", errors, StringComparison.Ordinal);

        File.AppendAllText(_run.At("plugins/Spin/Spin.deps.json"), " ");
        (code, _, errors) = _run.Run(
            "live", "--headless", "--scene", _run.At("s.yaml"), "--model", _run.Model, "--frames", "2", "--screenshot", _run.At("out.png"));
        Assert.Equal(1, code);
        Assert.Contains("--trust", errors, StringComparison.Ordinal);

        string[] Line() => ["live", "--scene", _run.At("s.yaml"), "--model", _run.Model, "--log", _run.Log];
    }

    [Fact]
    public void A_no_opens_the_scene_without_them_and_is_not_remembered()
    {
        Install("Spin", "never read"u8.ToArray());
        File.WriteAllText(_run.At("s.yaml"), "objects: [{ components: [Translator, LabelCanvas, ToolPanel] }]");
        using var display = XvfbDisplay.Start();
        using var program = _run.Start(display.Name, "live", "--scene", _run.At("s.yaml"), "--model", _run.Model, "--log", _run.Log);
        _run.WaitFor(program, "asks");
        _run.WaitFor(program, "swap");
        display.Do("key", "Escape");
        Assert.Contains("were not loaded", _run.WaitFor(program, "notice").GetProperty("sentence").GetString(), StringComparison.Ordinal);
        _run.WaitFor(program, "translation");
        Assert.False(File.Exists(_run.At("data/pix2pix/trusted-plugins.txt")));
    }

    private void Install(string name, byte[] assembly)
    {
        Directory.CreateDirectory(_run.At($"plugins/{name}"));
        File.WriteAllBytes(_run.At($"plugins/{name}/{name}.dll"), assembly);
    }

    private (int ExitCode, string Output, string Errors) Live(string scene, int frames) => _run.Run(
        "live", "--headless", "--scene", _run.At(scene), "--trust", "--model", _run.Model, "--frames", $"{frames}", "--screenshot", _run.At("out.png"));
}
