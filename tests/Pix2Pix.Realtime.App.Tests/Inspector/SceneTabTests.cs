using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.App.Tests.Training;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.App.Tests.Inspector;

/// <summary>The Scene tab in the real window: what is set there is in the file, and the file is the same scene again.</summary>
public sealed class SceneTabTests : IDisposable
{
    private const int ScenePage = 6;

    private const string Scene = """
        # Mine.
        scene: mine
        objects:
          - name: translator
            components:
              - Translator: { model: facades.onnx }   # the one in the box
              - CrossFade
          - name: paper
            components: [LabelCanvas, Source]
          - name: view
            components:
              # both beside each other
              - TranslationView
          - name: panels
            components: [InfoPanel, StatusLine]
        """;

    private readonly LiveRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Values_are_set_by_pointer_and_keyboard_and_the_saved_file_is_the_same_scene_again()
    {
        File.WriteAllText(_run.At("mine.scene.yaml"), Scene);
        using (var tab = Open("--scene", _run.At("mine.scene.yaml")))
        {
            // A slider by key: live, so the source has it at once.
            tab.Press("component paper Source");
            tab.Press("property Source.brightness");
            tab.Display.Do("key", "End");
            tab.Wait("property", facts => facts.GetProperty("property").GetString() == "brightness" && facts.GetProperty("value").GetString() == "1");
            tab.Press("undo edit");
            tab.Wait("property", facts => facts.GetProperty("property").GetString() == "brightness" && facts.GetProperty("value").GetString() != "1");
            tab.Press("redo edit");
            tab.Wait("property", facts => facts.GetProperty("property").GetString() == "brightness" && facts.GetProperty("value").GetString() == "1");

            // A text that only counts when the scene is opened anew, refused first.
            tab.Press("component translator Translator");
            tab.Type("property Translator.threads", "300");
            tab.Type("property Translator.threads", "1");
            tab.Wait("property", facts => facts.GetProperty("property").GetString() == "threads" && facts.GetProperty("value").GetString() == "1");
            tab.Press("component panels StatusLine");
            tab.Press("panels/StatusLine");
            tab.Wait("enabled", facts => !facts.GetProperty("isOn").GetBoolean());
            tab.Press("undo edit");
            tab.Wait("enabled", facts => facts.GetProperty("isOn").GetBoolean());
            tab.Press("redo edit");
            tab.Wait("enabled", facts => !facts.GetProperty("isOn").GetBoolean());
            tab.Press("save scene");
            Assert.Equal(_run.At("mine.scene.yaml"), tab.Wait("save").GetProperty("path").GetString());
        }

        var saved = File.ReadAllText(_run.At("mine.scene.yaml"));
        Assert.Equal(
            Scene.Replace("scene: mine", "format: 1\nscene: mine", StringComparison.Ordinal).Replace("facades.onnx }", "facades.onnx, threads: 1 }", StringComparison.Ordinal)
                .Replace("Source]", "Source: { brightness: 1 }]", StringComparison.Ordinal)
                .Replace("[InfoPanel, StatusLine]", "[InfoPanel: { page: scene }, StatusLine: { enabled: false }]", StringComparison.Ordinal),
            saved);

        // Opened again and saved again, it is the same to the letter.
        using var run = new LiveRun();
        using var again = new TrainTab(run, ScenePage, "--scene", _run.At("mine.scene.yaml"));
        again.Press("save scene");
        again.Wait("save");
        Assert.Equal(saved, File.ReadAllText(_run.At("mine.scene.yaml")));
    }

    [Fact]
    public void Parts_are_added_renamed_removed_and_brought_back_with_the_painting_and_the_saved_file_is_what_is_shown()
    {
        File.WriteAllText(_run.At("mine.scene.yaml"), Scene);
        using var tab = Open("--scene", _run.At("mine.scene.yaml"), "--no-tune");
        var at = _run.Newest("layout", _ => true)!.Value;
        tab.Display.Do("key", "b");
        var (x, y) = WindowScreen.OnScreen(at, "canvas", 60, 60);
        tab.Display.Do("mousemove", $"{x}", $"{y}", "click", "1");
        tab.Wait("stroke");

        // A component: the keyboard finds it in the list by its name in scene files.
        tab.Press("object paper");
        tab.Press("add part");
        Choose(tab, "Recorder");
        Look(tab, "add-component");
        tab.Press("add");
        Reopened(tab);
        tab.Press("component paper Recorder");
        Look(tab, "added");

        // Its value, back to the default, and undone.
        tab.Type("property Recorder.to", "udp://127.0.0.1:9999");
        tab.Press("reset Recorder.to");
        Value(tab, "to", "\"\"");
        tab.Press("undo edit");
        Value(tab, "to", "\"udp://127.0.0.1:9999\"");

        // What the component itself refuses is a sentence, and the value stays.
        tab.Type("property Recorder.to", "gopher://127.0.0.1");
        tab.Press("object paper");
        tab.Press("rename part");
        tab.Type("new name", "view");
        tab.Press("new name");
        tab.Display.Do("key", "ctrl+a");
        tab.Display.Do("type", "--delay", "1", "canvas");
        tab.Press("rename");
        Reopened(tab);
        tab.Press("object canvas");
        tab.Press("remove part");
        Assert.Contains("LabelCanvas", Refused(tab), StringComparison.Ordinal);

        tab.Press("component canvas Recorder");
        tab.Press("remove part");
        Reopened(tab);
        tab.Press("undo edit");
        Reopened(tab);
        tab.Press("component canvas Recorder");
        tab.Press("save scene");
        tab.Wait("save");
        var saved = File.ReadAllText(_run.At("mine.scene.yaml"));
        Assert.StartsWith("# Mine.\nformat: 1\n", saved, StringComparison.Ordinal);
        Assert.Contains("  - name: canvas\n    components:\n      - LabelCanvas\n      - Source\n      - Recorder: { to: \"udp://127.0.0.1:9999\" }\n", saved, StringComparison.Ordinal);

        // The stroke outlived every opening.
        var palette = PaletteFile.Load("cmp-facade");
        var kept = _run.Newest("kept", _ => true)!.Value.GetProperty("path").GetString()!;
        var color = WindowScreen.ColorAt(XScreen.Grab(tab.Display), x, y);
        WindowScreen.AssertNear(palette.Find("window")!.Color, color);
        Assert.Equal(palette.Find("window")!.Id, LabelMapFile.Load(kept, palette, new PixelSize(512, 512), out _)[60, 60]);
    }

    [Fact]
    public void A_scene_with_an_Osc_opens_no_port_until_its_switch_is_pressed_and_closes_it_again()
    {
        // Also one that says in its file that it receives.
        File.WriteAllText(_run.At("desk.scene.yaml"), Scene.Replace("[InfoPanel, StatusLine]", "[InfoPanel, StatusLine, Osc: { listen: \"0\", receive: true }]", StringComparison.Ordinal));
        using var tab = Open("--scene", _run.At("desk.scene.yaml"));
        tab.Press("component panels Osc");
        Assert.Equal(0, _run.Count("osc", _ => true));
        tab.Press("property Osc.receive");
        var place = IPEndPoint.Parse(tab.Wait("osc").GetProperty("place").GetString()!);
        Assert.True(IPAddress.IsLoopback(place.Address));
        tab.Press("property Osc.receive");
        tab.Wait("property", facts => facts.GetProperty("property").GetString() == "receive" && facts.GetProperty("value").GetString() == "false");
        using var again = new UdpClient(place);
    }

    [Fact]
    public void The_programs_own_scene_is_saved_under_another_name_and_draws_the_same_from_there()
    {
        var boxed = ProjectFolder.Under("sample-scenes", "facade-paint.scene.yaml");
        var before = File.ReadAllText(boxed);
        var saved = _run.At("my-facade-paint.scene.yaml");
        using (var tab = Open())
        {
            tab.Press("save scene");
            tab.Wait("asks", facts => facts.GetProperty("to").GetString() == "save scene");
            tab.Display.Do("key", "Return");
            Assert.Equal(saved, tab.Wait("save").GetProperty("path").GetString());

            // Another file of that name is only replaced by somebody who said so.
            File.WriteAllText(_run.At("taken.yaml"), "mine");
            tab.Press("save scene as");
            tab.Wait("asks", facts => facts.GetProperty("to").GetString() == "save scene");
            tab.Display.Do("key", "ctrl+a");
            tab.Display.Do("type", "--delay", "1", _run.At("taken.yaml"));
            tab.Display.Do("key", "Return");
            tab.Wait("released", facts => facts.GetProperty("what").GetString() == "Enter");
            Assert.Equal("mine", File.ReadAllText(_run.At("taken.yaml")));
            tab.Display.Do("key", "Tab", "key", "Tab", "key", "space");
            tab.Wait("save", facts => facts.GetProperty("path").GetString() == _run.At("taken.yaml"));
        }

        Assert.Equal(before, File.ReadAllText(boxed));
        Assert.Equal(Picture(boxed), Picture(saved));
    }

    /// <summary>Goes down the list of components to one.</summary>
    private void Choose(TrainTab tab, string name)
    {
        tab.Press("components");
        tab.Display.Do("key", "Home");
        for (var presses = 0; Shown() != name; presses++)
        {
            Assert.True(presses < 40, $"the list has no {name}");
            tab.Display.Do("key", "Down");
            tab.Wait("released", facts => facts.GetProperty("what").GetString() == "Down");
        }

        string Shown() => Control("components").GetProperty("text").GetString()!;
    }

    private JsonElement Control(string name) => _run.Newest("control", facts => facts.GetProperty("name").GetString() == name)!.Value;

    private static void Value(TrainTab tab, string property, string value) =>
        tab.Wait("property", facts => facts.GetProperty("property").GetString() == property && facts.GetProperty("value").GetString() == value);

    private static void Reopened(TrainTab tab)
    {
        tab.Wait("scene");
        tab.Wait("frame");
    }

    /// <summary>The sentence of a scene that could not be opened with other parts.</summary>
    private static string Refused(TrainTab tab)
    {
        var sentence = tab.Wait("notice", facts => facts.GetProperty("sentence").GetString()!.StartsWith("Expected a", StringComparison.Ordinal)).GetProperty("sentence").GetString()!;
        tab.Wait("frame");
        return sentence;
    }

    private static void Look(TrainTab tab, string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "found", "scene-tab");
        Directory.CreateDirectory(folder);
        ImageFile.Save(Path.Combine(folder, $"{name}.png"), XScreen.Grab(tab.Display));
    }

    private TrainTab Open(params string[] arguments) => new(_run, ScenePage, arguments);

    private byte[] Picture(string scene)
    {
        var (code, _, errors) = _run.Run("live", "--headless", "--scene", scene, "--view", "side-by-side", "--frames", "3", "--size", "740x330", "--screenshot", _run.At("out.png"));
        Assert.True(code == 0, errors);
        return File.ReadAllBytes(_run.At("out.png"));
    }
}
